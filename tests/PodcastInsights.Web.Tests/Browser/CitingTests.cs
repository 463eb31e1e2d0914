using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PodcastInsights.Web.Tests.Browser;

/// <summary>Selecting, linking, copying and printing words.</summary>
public sealed class CitingTests(WebApp app, Chromium chromium)
{
    private const string Episode = $"/episodes/{SampleLibrary.BothEditions}";

    [Fact]
    public async Task A_question_and_its_answer_are_linked_and_copied_as_one_quotation()
    {
        var page = await chromium.OpenAsync(app);
        await page.GotoAsync(Episode);
        await SelectAsync(page, "So which leak", "which", "The copper ketch, without", "ketch");
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy quote" }).ClickAsync();
        await Expect(page.Locator("#turn-menu [role=status]")).ToHaveTextAsync("Copied");
        Assert.Matches(
            "^Petra: “which leak was the worst of them all”\nMira Okafor: “The copper ketch” — Mira Okafor - Tide Table Insights http",
            await ClipboardAsync(page));

        await page.GetByRole(AriaRole.Link, new() { Name = "Open this turn alone" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"/turns/3-\w{6}\?w=\d+-1\.3-\w{6}$"));
        await Expect(page.Locator("blockquote")).ToContainTextAsync("Petra: which leak was the worst of them all");
        await Expect(page.Locator("blockquote")).ToContainTextAsync("Mira Okafor: The copper ketch");
        await Expect(page.Locator("mark")).ToHaveCountAsync(2);
        await Axe.FindsNothingAsync(page);
    }

    [Fact]
    public async Task The_link_that_a_page_makes_is_the_server_s_own()
    {
        var page = await chromium.OpenAsync(app);
        await page.GotoAsync(Episode);
        await SelectAsync(page, "The copper ketch, without", "copper", "The copper ketch, without", "doubt");
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy link" }).ClickAsync();
        await Expect(page.Locator("#turn-menu [role=status]")).ToHaveTextAsync("Copied");
        var id = await app.TurnIdAsync(SampleLibrary.BothEditions, "copper ketch, without");
        var turn = await app.GetJsonAsync($"/api/v1{Episode}/turns/{id}?w=2-6");
        Assert.EndsWith(turn.GetProperty("quote").GetProperty("url").GetString()!, await ClipboardAsync(page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Cite", "Plain text", "Copy APA 7", "Copied")]
    [InlineData("/zh", "引用", "纯文本", "复制 APA 7", "已复制")]
    public async Task Chosen_words_are_cited_in_every_form_where_they_are_read(string prefix, string cite, string plain, string copy, string copied)
    {
        var page = await chromium.OpenAsync(app, width: 390);
        await page.GotoAsync(prefix + Episode);
        await SelectAsync(page, "So which leak", "which", "The copper ketch, without", "ketch");
        await page.GetByRole(AriaRole.Button, new() { Name = cite, Exact = true }).ClickAsync();

        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = cite });
        await Expect(dialog.Locator("dt")).ToHaveTextAsync(
            [plain, "Markdown", "HTML", "APA 7", "MLA 9", "Chicago 18", "BibTeX", "RIS", "CSL-JSON"]);
        await Expect(dialog.Locator("pre").First).ToContainTextAsync("Petra: which leak was the worst of them all Mira Okafor: The copper ketch");
        await Expect(dialog.Locator("a")).ToHaveTextAsync(["BibTeX", "RIS", "CSL-JSON"]);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await Axe.FindsNothingAsync(page);

        await dialog.GetByRole(AriaRole.Button, new() { Name = copy }).First.ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Status)).ToHaveTextAsync(copied);
        Assert.Matches(@"^Petra \(Host\)\. .* \[Audio podcast episode\]\. .*[?&]w=\d+-1\.3-\w{6}$", await ClipboardAsync(page));
    }

    [Fact]
    public async Task Words_are_cited_by_keyboard_alone()
    {
        var page = await chromium.OpenAsync(app);
        await page.GotoAsync(Episode);
        await SelectAsync(page, "The copper ketch, without", "copper", "The copper ketch, without", "doubt", byPointer: false);
        await page.Keyboard.PressAsync("Shift");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Open this turn alone" })).ToBeFocusedAsync();
        for (var step = 0; step < 3; step++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Cite" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Cite" });
        await Expect(dialog).ToBeVisibleAsync();
        await Expect(page.Locator("#turn-menu")).ToBeHiddenAsync();
        await Expect(dialog.Locator(":focus")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToBeHiddenAsync();
        var id = await app.TurnIdAsync(SampleLibrary.BothEditions, "copper ketch, without");
        await Expect(page.Locator($"#t-{id} .permalink")).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_copied_is_what_was_said(bool scripts)
    {
        var page = await chromium.OpenAsync(app, scripts: scripts);
        await page.GotoAsync($"/episodes/{SampleLibrary.Timed}");

        // What a copy takes: the text of the selection, without what styles keep out of it.
        var copied = await page.EvaluateAsync<string>(
            """
            ([first, last]) => {
              const paragraph = text => [...document.querySelectorAll('.turn p')].find(p => p.textContent.includes(text));
              const end = paragraph(last);
              getSelection().setBaseAndExtent(paragraph(first), 0, end, end.childNodes.length);
              return getSelection().toString();
            }
            """,
            new[] { "And what do you do with", "And on Sundays" });

        Assert.StartsWith("And what do you do with the bread of yesterday?", copied, StringComparison.Ordinal);
        Assert.Contains("Nobody has complained so far.", copied, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"Rosa Lind|Guest|#\d|\d:\d\d", copied);
    }

    [Fact]
    public async Task An_edited_link_says_so_and_shows_then_and_now()
    {
        await using var own = await EditedLibrary.StartAsync();
        var id = await own.TurnIdAsync("wheat", "I never said");
        var turn = await own.GetJsonAsync($"/api/v1/episodes/wheat/turns/{id}?w=3-11");
        var link = turn.GetProperty("quote").GetProperty("url").GetString()!;
        await own.EditAsync("Wheat.md", EditedLibrary.Talk.Replace("I never said", "I always said", StringComparison.Ordinal));

        var page = await chromium.OpenAsync(own);
        await page.GotoAsync(link);

        await Expect(page.Locator(".notice")).ToContainTextAsync("have changed");
        await Expect(page.Locator(".changed")).ToContainTextAsync("I never said that wheat is bad for you");
        await Expect(page.Locator("del")).ToHaveTextAsync("never");
        await Expect(page.Locator("ins")).ToHaveTextAsync("always");
        await Axe.FindsNothingAsync(page);
    }

    [Fact]
    public async Task A_link_to_words_leads_to_them()
    {
        var page = await chromium.OpenAsync(app, height: 400);
        var id = await app.TurnIdAsync(SampleLibrary.Timed, "The flour sacks");
        await page.GotoAsync($"/episodes/{SampleLibrary.Timed}/turns/{id}?w=400-404");
        await Expect(page.Locator("#words")).ToBeInViewportAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Read it in the episode" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/episodes/rosa-lind[?]turn=.*#words$"));
        await Expect(page.Locator("#words")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task A_printed_page_can_be_cited()
    {
        var page = await chromium.OpenAsync(app);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.GotoAsync(Episode);
        await Expect(page.Locator(".turn .permalink").First).ToBeVisibleAsync();
        await Expect(page.GetByText($"{app.ClientOptions.BaseAddress}episodes/{SampleLibrary.BothEditions}")).ToBeVisibleAsync();
        var sponsor = page.GetByText("Sponsor: Harbourline, 1 paragraph");
        await Expect(sponsor).ToBeVisibleAsync();
        Assert.Equal("\" (not printed)\"", await sponsor.EvaluateAsync<string>("summary => getComputedStyle(summary, '::after').content"));
        await page.GotoAsync($"/episodes/{SampleLibrary.Timed}");
        await Expect(page.Locator(".turn .time").First).ToBeVisibleAsync();
    }

    private static Task<System.Text.Json.JsonElement?> SelectAsync(
        IPage page, string first, string from, string last, string to, bool byPointer = true) => page.EvaluateAsync(
        """
        ([first, from, last, to, event]) => {
          const paragraph = text => [...document.querySelectorAll('.turn p')].find(p => p.textContent.includes(text)).firstChild;
          const [start, end] = [paragraph(first), paragraph(last)];
          getSelection().setBaseAndExtent(start, start.data.indexOf(from), end, end.data.indexOf(to) + to.length);
          end.parentElement.scrollIntoView({ block: 'center' });
          if (event) end.parentElement.dispatchEvent(new PointerEvent(event, { bubbles: true }));
        }
        """,
        new[] { first, from, last, to, byPointer ? "pointerup" : "" });

    private static Task<string> ClipboardAsync(IPage page) => page.EvaluateAsync<string>("navigator.clipboard.readText()");
}
