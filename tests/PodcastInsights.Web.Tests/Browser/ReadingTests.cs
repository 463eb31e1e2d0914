using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PodcastInsights.Web.Tests.Browser;

public sealed class ReadingTests(WebApp app, Chromium chromium)
{
    private const string Episode = $"/episodes/{SampleLibrary.BothEditions}";

    [Fact]
    public async Task One_reads_an_episode_from_the_home_page_on()
    {
        var page = await chromium.OpenAsync(app);
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Mira Okafor" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Mira Okafor");
        await Expect(page.GetByText("every one of them leaked")).ToBeVisibleAsync();
        var read = page.GetByText("a month free");
        await Expect(read).ToBeHiddenAsync();
        await page.GetByText("Sponsor: Harbourline").ClickAsync();
        await Expect(read).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_takeaway_leads_to_its_turn()
    {
        var page = await chromium.OpenAsync(app, height: 500);
        await page.GotoAsync(Episode);
        await page.GetByRole(AriaRole.Link, new() { Name = "The trick is to know which leak matters" }).ClickAsync();
        await Expect(page.Locator(".turn:target")).ToContainTextAsync("which leak matters");
        await Expect(page.Locator(".turn:target")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task The_contents_lead_to_a_section_and_the_keys_go_on_from_there()
    {
        var page = await chromium.OpenAsync(app, height: 420);
        await page.GotoAsync($"/episodes/{SampleLibrary.Sections}");
        await page.GetByRole(AriaRole.Link, new() { Name = "A pendulum" }).First.ClickAsync();
        await Expect(page).ToHaveURLAsync($"/episodes/{SampleLibrary.Sections}#s-a-pendulum-its-weight");
        await Expect(page.Locator("h2:target")).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator(".turn.here")).ToContainTextAsync("as much as a calf");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_link_to_a_section_opens_the_page_at_its_heading(bool scripts)
    {
        var page = await chromium.OpenAsync(app, height: 420, scripts: scripts);
        await page.GotoAsync($"/episodes/{SampleLibrary.Sections}?lang=zh#{Uri.EscapeDataString("s-怎么开始的")}");
        await Expect(page.Locator("h2:target")).ToContainTextAsync("怎么开始的");
        await Expect(page.Locator("h2:target")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task A_search_hit_opens_the_episode_at_its_turn()
    {
        var page = await chromium.OpenAsync(app, height: 500);
        await page.GotoAsync("/");
        await page.Locator("#q").FillAsync("\"copper ketch\" lighthouse");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Expect(page.Locator("mark").First).ToBeVisibleAsync();
        await page.Locator(".hits a").First.ClickAsync();
        await Expect(page.Locator(".turn:target")).ToContainTextAsync("with a spoon");
        await Expect(page.Locator(".turn:target")).ToBeInViewportAsync();
    }

    [Theory]
    [InlineData("简体", "/zh", "核心要点")]
    [InlineData("繁體", "/zh-Hant", "核心要點")]
    public async Task The_switch_shows_the_same_page_in_Chinese(string language, string prefix, string heading)
    {
        var page = await chromium.OpenAsync(app);
        await page.GotoAsync(Episode);
        await page.GetByRole(AriaRole.Link, new() { Name = language, Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync(prefix + Episode);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = heading })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).First.ClickAsync();
        await Expect(page).ToHaveURLAsync(Episode);
    }

    [Fact]
    public async Task The_first_key_offers_to_skip_to_the_content()
    {
        var page = await chromium.OpenAsync(app);
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to the content" })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_dark_system_gets_dark_pages()
    {
        const string Lightness = """
            () => getComputedStyle(document.documentElement).backgroundColor
              .match(/[0-9.]+/g).slice(0, 3).reduce((a, b) => a + +b, 0)
            """;
        var dark = await chromium.OpenAsync(app, scheme: ColorScheme.Dark);
        await dark.GotoAsync("/");
        Assert.InRange(await dark.EvaluateAsync<double>(Lightness), 0, 200);
        var light = await chromium.OpenAsync(app);
        await light.GotoAsync("/");
        Assert.InRange(await light.EvaluateAsync<double>(Lightness), 600, 765);
    }
}
