using static Microsoft.Playwright.Assertions;

namespace PodcastInsights.Web.Tests.Browser;

/// <summary>Keyboard focus, and the way to the text.</summary>
public sealed class KeyboardTests(WebApp app, Chromium chromium)
{
    private const string Episode = $"/episodes/{SampleLibrary.BothEditions}";
    private const string InTurn = "document.activeElement.closest('.turn')?.id ?? ''";

    [Theory]
    [InlineData("")]
    [InlineData("/zh")]
    public async Task Stepping_to_a_turn_moves_the_keyboard_focus(string prefix)
    {
        var page = await chromium.OpenAsync(app, height: 400);
        await page.GotoAsync(prefix + Episode);
        foreach (var (key, turn) in new[] { ("j", 1), ("j", 2), ("j", 3), ("k", 2), ("j", 3), ("j", 4) })
        {
            await page.Keyboard.PressAsync(key);
            var link = page.Locator(".turn .permalink").Nth(turn - 1);
            await Expect(link).ToBeFocusedAsync();
            await Expect(link).ToBeInViewportAsync();
            await Expect(page.Locator(".turn.here")).ToHaveAttributeAsync("id", await page.EvaluateAsync<string>(InTurn));
        }

        var here = await page.EvaluateAsync<string>(InTurn);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#turn-menu [data-do=link]")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#turn-menu")).ToBeHiddenAsync();
        await Expect(page.Locator(".turn .permalink").Nth(3)).ToBeFocusedAsync();
        Assert.Equal(here, await page.EvaluateAsync<string>(InTurn));

        // Tab continues from there.
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".turn .permalink").Nth(4)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Stepping_to_a_match_moves_the_keyboard_focus()
    {
        var page = await chromium.OpenAsync(app, height: 400);
        await page.GotoAsync($"{Episode}?q=spoon");
        await page.Keyboard.PressAsync("n");
        await page.Keyboard.PressAsync("n");
        var passage = page.Locator("p[aria-current]");
        await Expect(passage).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#turn-menu [data-do=open]")).ToHaveAttributeAsync(
            "href", (await passage.Locator("xpath=ancestor::section[1]").Locator(".permalink").EvaluateAsync<string>("link => link.href"))!);
        await page.Keyboard.PressAsync("Escape");
        await Expect(passage).ToBeFocusedAsync();

        // The buttons keep the focus, so that they can be pressed again.
        var next = page.Locator("#hits [data-do=next]");
        await next.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#hits [role=status]")).ToHaveTextAsync("3 of 3");
        await Expect(next).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Enter_opens_the_menu_of_the_turn_that_a_link_led_to()
    {
        var id = await app.TurnIdAsync(SampleLibrary.BothEditions, "The copper ketch, without");
        var page = await chromium.OpenAsync(app, height: 400);
        await page.GotoAsync($"{Episode}#t-{id}");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#turn-menu [data-do=link]")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator($"#t-{id} .permalink")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task After_scrolling_away_the_next_step_starts_from_what_is_visible()
    {
        var page = await chromium.OpenAsync(app, height: 300);
        await page.GotoAsync(Episode);
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator(".turn.here")).ToHaveCountAsync(1);
        await page.Locator(".turn", new() { HasText = "So which leak was the worst" }).EvaluateAsync("turn => turn.scrollIntoView()");
        await Expect(page.Locator(".turn.here")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator(".turn.here")).ToContainTextAsync("The copper ketch, without");
    }

    [Theory]
    [InlineData(Episode, 1280)]
    [InlineData($"/zh{Episode}", 1280)]
    [InlineData($"{Episode}?q=spoon", 390)]
    [InlineData($"/zh{Episode}?q=spoon", 1280)]
    [InlineData($"/episodes/{SampleLibrary.Twins}?view=both", 1280)]
    public async Task The_first_turn_is_at_most_ten_tab_stops_away(string path, int width)
    {
        var page = await chromium.OpenAsync(app, width);
        await page.GotoAsync(path);
        var stops = 0;
        for (var arrived = false; !arrived && stops <= 10; stops++)
        {
            await page.Keyboard.PressAsync("Tab");
            arrived = await page.EvaluateAsync<string>(InTurn) != "";
            if (await page.EvaluateAsync<bool>("document.activeElement.matches('.skip[href=\"#transcript\"]')"))
            {
                await page.Keyboard.PressAsync("Enter");
                await Expect(page.Locator("#transcript")).ToBeFocusedAsync();
            }
        }

        Assert.InRange(stops, 1, 10);
        Assert.Equal(
            await page.Locator(".turn:not(.pause)").First.GetAttributeAsync("id"), await page.EvaluateAsync<string>(InTurn));
    }

    [Theory]
    [InlineData(SampleLibrary.BothEditions)]
    [InlineData(SampleLibrary.Timed)]
    [InlineData(SampleLibrary.Sections)]
    public async Task Who_speaks_has_one_colour_on_the_strip_in_the_text_and_in_the_bar(string slug)
    {
        var page = await chromium.OpenAsync(app, height: 300);
        await page.GotoAsync($"/episodes/{slug}");
        var differing = await page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('.turn:not(.pause)')]
              .map(turn => [getComputedStyle(turn.querySelector('h3')).color, getComputedStyle(document.querySelector(`.strip a[href="#${turn.id}"] rect`)).fill])
              .filter(([text, strip]) => text !== strip).map(String)
            """);
        Assert.Empty(differing);
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        var name = page.Locator("#whereabouts [data-part=speaker]");
        await Expect(name).ToHaveTextAsync(await page.Locator(".turn.here h3").InnerTextAsync());
        await Expect(name).ToHaveCSSAsync(
            "color", await page.Locator(".turn.here h3").EvaluateAsync<string>("name => getComputedStyle(name).color"));
    }
}
