using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PodcastInsights.Web.Tests.Browser;

/// <summary>What scripts add, and that pages work without them.</summary>
public sealed class ScriptTests(WebApp app, Chromium chromium)
{
    private const string Episode = $"/episodes/{SampleLibrary.BothEditions}";

    [Fact]
    public async Task A_copied_link_opens_its_turn()
    {
        var page = await OpenTurnMenuAsync("The copper ketch, without");
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy link" }).ClickAsync();
        await Expect(page.Locator("#turn-menu [role=status]")).ToHaveTextAsync("Copied");
        await Axe.FindsNothingAsync(page);
        await page.GotoAsync(await ClipboardAsync(page));
        await Expect(page.Locator(".turn p", new() { HasText = "The copper ketch, without" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Mira Okafor, turn ");
    }

    [Fact]
    public async Task A_copied_quote_holds_words_speaker_episode_and_link()
    {
        var page = await OpenTurnMenuAsync("With a spoon?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy quote" }).ClickAsync();
        await Expect(page.Locator("#turn-menu [role=status]")).ToHaveTextAsync("Copied");
        var quote = await ClipboardAsync(page);
        const string Said = "“With a spoon? Would you do it again tomorrow?”";
        Assert.StartsWith($"{Said} — Petra, Mira Okafor - Tide Table Insights http", quote, StringComparison.Ordinal);
        Assert.Contains($"{Episode}/turns/", quote, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chosen_words_have_a_link_that_marks_them()
    {
        var page = await chromium.OpenAsync(app);
        await page.GotoAsync(Episode);
        await page.GetByText("The copper ketch, without").EvaluateAsync("""
            p => {
              const text = p.firstChild;
              const start = text.data.indexOf('copper');
              getSelection().setBaseAndExtent(text, start, text, text.data.indexOf(', without'));
              p.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
            }
            """);
        await page.GetByRole(AriaRole.Link, new() { Name = "Open this turn alone" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"\?w=2-3-\w{6}$"));
        await Expect(page.Locator("mark")).ToHaveTextAsync("copper ketch");
    }

    [Fact]
    public async Task Words_are_counted_by_scripts_as_by_the_server()
    {
        var page = await chromium.OpenAsync(app);
        var slug = Uri.EscapeDataString(SampleLibrary.Chinese);
        await page.GotoAsync($"/episodes/{slug}");
        await page.GetByText("木船会说话").EvaluateAsync("""
            p => {
              getSelection().selectAllChildren(p);
              p.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
            }
            """);
        await page.GetByRole(AriaRole.Link, new() { Name = "Open this turn alone" }).ClickAsync();
        await Expect(page.Locator("mark")).ToHaveTextAsync("因为木船会说话，它漏水的地方就是它想告诉你的事情");
    }

    [Fact]
    public async Task Results_come_as_one_types_and_Back_works()
    {
        var page = await chromium.OpenAsync(app);
        await page.GotoAsync("/search?q=lighthouse");
        await page.Locator("#q").FillAsync("copper spoon");
        await Expect(page.Locator("#results mark").First).ToHaveTextAsync("copper", new() { IgnoreCase = true });
        await Expect(page).ToHaveURLAsync("/search?q=copper+spoon");
        await Expect(page.Locator(".tools a[hreflang=zh-Hans]")).ToHaveAttributeAsync("href", new Regex("/zh/search[?]q=copper(?:[+]|%20)spoon$"));
        await page.GoBackAsync();
        await Expect(page.Locator("#q")).ToHaveValueAsync("lighthouse");
        await Expect(page.Locator("#results mark").First).ToHaveTextAsync("lighthouse");
    }

    [Fact]
    public async Task Keys_step_through_what_was_found()
    {
        var page = await chromium.OpenAsync(app, height: 400);
        await page.GotoAsync($"{Episode}?q=spoon");
        await page.Keyboard.PressAsync("n");
        await Expect(page.Locator("#hits [role=status]")).ToHaveTextAsync("1 of 3");
        await page.Keyboard.PressAsync("n");
        await Expect(page.Locator("p[aria-current] mark").First).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Shift+N");
        await Expect(page.Locator("#hits [role=status]")).ToHaveTextAsync("1 of 3");
    }

    [Theory]
    [InlineData(1280, "")]
    [InlineData(390, "")]
    [InlineData(390, "/zh")]
    public async Task One_finds_in_the_episode_by_keyboard_and_the_bar_is_one_line(int width, string prefix)
    {
        var page = await chromium.OpenAsync(app, width);
        await page.GotoAsync(prefix + Episode);
        await page.Keyboard.PressAsync("f");
        await Expect(page.Locator(".find input")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("\"copper ketch\" leak spoon lighthouse -nothing");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex($"{prefix}{Episode}[?]q="));
        var bar = await page.Locator("#hits").BoundingBoxAsync();
        Assert.InRange(bar!.Height, 1, 60);
        Assert.InRange(bar.X + bar.Width, 1, width);
        await Axe.FindsNothingAsync(page);
    }

    [Fact]
    public async Task What_is_not_in_the_episode_may_be_sought_in_all()
    {
        var page = await chromium.OpenAsync(app);
        await page.GotoAsync($"{Episode}?q=pendulum");
        await page.Locator("#hits").GetByRole(AriaRole.Link, new() { Name = "Search all episodes" }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/search?q=pendulum");
    }

    [Fact]
    public async Task Keys_go_from_turn_to_turn_and_copy_its_link()
    {
        var page = await chromium.OpenAsync(app, height: 400);
        await page.GotoAsync($"{Episode}#t-{await app.TurnIdAsync(SampleLibrary.BothEditions, "The trick is")}");
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator(".turn.here")).ToContainTextAsync("worst of them all");
        await page.Keyboard.PressAsync("c");
        await Expect(page.Locator("#turn-menu [role=status]")).ToHaveTextAsync("Copied");
        Assert.Contains($"{Episode}/turns/", await ClipboardAsync(page), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("k");
        await Expect(page.Locator(".turn.here")).ToContainTextAsync("The trick is");
    }

    [Fact]
    public async Task Keys_are_letters_in_a_text_field()
    {
        var page = await chromium.OpenAsync(app);
        await page.GotoAsync(Episode);
        await page.Keyboard.PressAsync("/");
        await Expect(page.Locator("#q")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("t?j");
        await Expect(page.Locator("#q")).ToHaveValueAsync("t?j");
        await Expect(page.Locator("#keys")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_keys_are_listed()
    {
        var page = await chromium.OpenAsync(app);
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await Axe.FindsNothingAsync(page);
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#keys")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_chosen_theme_stays()
    {
        var page = await chromium.OpenAsync(app);
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Light or dark" }).ClickAsync();
        await page.GotoAsync(Episode);
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Axe.FindsNothingAsync(page);
    }

    [Fact]
    public async Task A_link_into_the_page_whose_words_moved_finds_them()
    {
        var id = await app.TurnIdAsync(SampleLibrary.BothEditions, "The copper ketch, without");
        var page = await chromium.OpenAsync(app, height: 400);
        await page.GotoAsync($"{Episode}#t-99{id[id.IndexOf('-', StringComparison.Ordinal)..]}");
        await Expect(page.Locator("#healed")).ToContainTextAsync("are here now");
        await Expect(page.Locator($"#t-{id}")).ToBeInViewportAsync();
        await page.GotoAsync("/");
        await page.GotoAsync($"{Episode}#t-2-zzzzzz");
        await Expect(page.Locator("#healed")).ToContainTextAsync("words have changed");
    }

    [Fact]
    public async Task Where_one_stopped_is_offered_on_return()
    {
        var page = await chromium.OpenAsync(app, height: 400);
        await page.GotoAsync(Episode);
        await page.Locator(".turn p", new() { HasText = "So which leak was the worst" }).EvaluateAsync("p => p.scrollIntoView()");
        await page.GotoAsync("/");
        await page.GotoAsync(Episode);
        await page.GetByRole(AriaRole.Link, new() { Name = "Continue where you stopped" }).ClickAsync();
        await Expect(page.Locator(".turn p", new() { HasText = "So which leak was the worst" })).ToBeInViewportAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("/zh")]
    public async Task On_a_phone_the_contents_open_and_lead_on(string prefix)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            var page = await chromium.OpenAsync(app, 390, 700, scheme);
            await page.GotoAsync(prefix + Episode);
            await page.Locator(".opens-side").ClickAsync();
            await Expect(page.Locator("#side")).ToBeVisibleAsync();
            await Axe.FindsNothingAsync(page);
            await page.Locator("#side ol a").First.ClickAsync();
            await Expect(page.Locator("#side")).ToBeHiddenAsync();
            await Expect(page.Locator(".turn:target")).ToBeInViewportAsync();
        }
    }

    [Fact]
    public async Task Without_scripts_one_reads_searches_and_cites()
    {
        var page = await chromium.OpenAsync(app, 390, 700, scripts: false);
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Searchbox).FillAsync("copper ketch");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await page.Locator(".hits a").First.ClickAsync();
        await Expect(page.Locator(".turn:target mark").First).ToBeInViewportAsync();
        await Expect(page.Locator(".scripted").First).ToBeHiddenAsync();
        await page.Locator(".opens-side").ClickAsync();
        await Expect(page.Locator("#side")).ToBeVisibleAsync();
        await page.GotoAsync(Episode);
        await page.Locator(".permalink").First.ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/turns/1-"));
    }

    [Fact]
    public async Task Where_the_device_can_share_a_turn_is_shared_with_its_quote()
    {
        var page = await chromium.OpenAsync(app);
        await page.AddInitScriptAsync("Object.defineProperty(navigator, 'share', { value: async what => { window.shared = what; } })");
        await page.GotoAsync(Episode);
        await page.Locator(".turn", new() { HasText = "With a spoon?" }).Locator(".permalink").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Share" }).ClickAsync();
        Assert.StartsWith("“With a spoon?", await page.EvaluateAsync<string>("shared.text"), StringComparison.Ordinal);
        Assert.Contains($"{Episode}/turns/", await page.EvaluateAsync<string>("shared.url"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_works_by_keyboard()
    {
        var page = await chromium.OpenAsync(app);
        await page.GotoAsync(Episode);
        var link = page.Locator(".turn", new() { HasText = "With a spoon?" }).Locator(".permalink");
        await link.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Copy link" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#turn-menu [role=status]")).ToHaveTextAsync("Copied");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#turn-menu")).ToBeHiddenAsync();
        await Expect(link).ToBeFocusedAsync();
        var sponsor = page.Locator(".sponsor summary").First;
        await sponsor.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("a month free")).ToBeVisibleAsync();
    }

    private async Task<IPage> OpenTurnMenuAsync(string words)
    {
        var page = await chromium.OpenAsync(app);
        await page.GotoAsync(Episode);
        await page.Locator(".turn", new() { HasText = words }).Locator(".permalink").ClickAsync();
        return page;
    }

    private static Task<string> ClipboardAsync(IPage page) => page.EvaluateAsync<string>("navigator.clipboard.readText()");
}
