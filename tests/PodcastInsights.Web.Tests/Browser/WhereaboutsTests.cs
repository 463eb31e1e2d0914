using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PodcastInsights.Web.Tests.Browser;

/// <summary>The bar that shows the position in an episode.</summary>
public sealed class WhereaboutsTests(WebApp app, Chromium chromium)
{
    private const string Timed = $"/episodes/{SampleLibrary.Timed}";
    private const string Sections = $"/episodes/{SampleLibrary.Sections}";

    [Theory]
    [InlineData(1440, "")]
    [InlineData(390, "")]
    [InlineData(390, "/zh")]
    [InlineData(320, "/zh")]
    public async Task A_bar_of_one_line_says_whose_words_one_reads_and_when_they_were_said(int width, string prefix)
    {
        var page = await chromium.OpenAsync(app, width, 500);
        await page.GotoAsync(prefix + Timed);
        var bar = page.Locator("#whereabouts");
        await Expect(bar).ToBeHiddenAsync();
        await ScrollToAsync(page.Locator(".turn", new() { HasText = "The flour sacks" }).Locator("p span").Nth(3));
        await Expect(bar).ToContainTextAsync("How a bakery opens");
        await Expect(bar.Locator("[data-part=speaker]")).ToHaveTextAsync("Rosa Lind");
        await Expect(bar.Locator("[data-part=time]")).ToHaveTextAsync("2:04");
        var box = await bar.BoundingBoxAsync();
        Assert.Equal((0, 0, width), (box!.X, box.Y, box.Width));
        Assert.InRange(box.Height, 1, 45);
        Assert.All(
            await bar.Locator(":visible").EvaluateAllAsync<double[]>("parts => parts.map(part => part.getBoundingClientRect().right)"),
            right => Assert.InRange(right, 0, width));
        await Axe.FindsNothingAsync(page);
        await page.EvaluateAsync("scrollTo(0, 0)");
        await Expect(bar).ToBeHiddenAsync();
    }

    [Fact]
    public async Task It_tells_the_share_of_the_words_and_no_time_where_none_is_known()
    {
        var page = await chromium.OpenAsync(app, height: 300);
        await page.GotoAsync($"/episodes/{SampleLibrary.BothEditions}");
        var share = page.Locator("#whereabouts [data-part=share]");
        await ScrollToAsync(page.Locator(".turn", new() { HasText = "So which leak was the worst" }));
        await Expect(share).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^[3-6]\d\s?%$"));
        await page.EvaluateAsync("scrollTo(0, document.documentElement.scrollHeight)");
        await Expect(share).ToHaveTextAsync("100%");
        await Expect(page.Locator("#whereabouts [data-part=speaker]")).ToHaveTextAsync("Petra");
        await Expect(page.Locator("#whereabouts [data-part=time]")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Section_outline_and_strip_follow()
    {
        var page = await chromium.OpenAsync(app, height: 300);
        await page.GotoAsync(Sections);
        var current = page.Locator("#side [aria-current=location]");
        await Expect(current).ToHaveCountAsync(0);
        var start = await PlaceAsync(page);
        await ScrollToAsync(page.Locator(".turns h2", new() { HasText = "A pendulum" }));
        await Expect(current).ToContainTextAsync("A pendulum");
        await Expect(current).ToBeInViewportAsync();
        var middle = await PlaceAsync(page);
        Assert.InRange(middle, start + 1, 1_999);

        // The last question is one of the last section.
        await page.EvaluateAsync("scrollTo(0, document.documentElement.scrollHeight)");
        await Expect(page.Locator("#whereabouts [data-part=section]")).ToHaveTextAsync("How it began");
        await Expect(current).ToHaveCountAsync(1);
        Assert.InRange(await PlaceAsync(page), middle + 1, 2_000);

        // What leads on from the end may fill the window, without the outline.
        await page.Locator(".turns .turn").Last.ScrollIntoViewIfNeededAsync();
        await Expect(current).ToContainTextAsync("How it began");
        await Expect(current).ToBeInViewportAsync();
        await page.EvaluateAsync("scrollTo(0, 0)");
        await Expect(current).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_outline_scrolls_itself_and_never_the_page()
    {
        var page = await chromium.OpenAsync(app, height: 300);
        await page.GotoAsync(Sections);
        await Expect(page.Locator("#side")).ToHaveJSPropertyAsync("scrollTop", 0);
        await ScrollToAsync(page.Locator(".turn", new() { HasText = "Every second" }));
        var before = await page.EvaluateAsync<double>("scrollY");
        await Expect(page.Locator("#side")).Not.ToHaveJSPropertyAsync("scrollTop", 0);
        await Expect(page.Locator("#side [aria-current]")).ToBeInViewportAsync();
        Assert.Equal(before, await page.EvaluateAsync<double>("scrollY"));
    }

    [Fact]
    public async Task On_a_phone_the_contents_open_at_the_place()
    {
        var page = await chromium.OpenAsync(app, 390, 300);
        await page.GotoAsync(Sections);
        await ScrollToAsync(page.Locator(".turn", new() { HasText = "Every second" }));
        await Expect(page.Locator("#whereabouts")).ToBeVisibleAsync();
        await page.Locator("#side").EvaluateAsync("side => side.showPopover()");
        await Expect(page.Locator("#side [aria-current]")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Nothing_moves_when_the_bar_comes()
    {
        var page = await chromium.OpenAsync(app, 390, 500);
        await page.AddInitScriptAsync("""
            window.moved = [];
            new PerformanceObserver(list => list.getEntries().filter(shift => shift.value > 0.005).forEach(shift => moved.push(shift.value)))
              .observe({ type: 'layout-shift', buffered: true });
            """);
        await page.GotoAsync(Timed);
        await ScrollToAsync(page.Locator(".turn", new() { HasText = "The flour sacks" }));
        await Expect(page.Locator("#whereabouts [data-part=speaker]")).ToHaveTextAsync("Rosa Lind");
        Assert.Empty(await page.EvaluateAsync<double[]>("moved"));
        Assert.Equal(0, await page.EvaluateAsync<int>("document.getAnimations().length"));
    }

    /// <summary>A window of 1280 x 1024 at 400 %.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("/zh")]
    public async Task At_400_percent_bar_toast_and_contents_lie_apart(string prefix)
    {
        var page = await chromium.OpenAsync(app, 320, 256);
        await page.GotoAsync($"{prefix}{Timed}?q=flour");
        foreach (var key in new[] { "", "n", "j", "k" })
        {
            if (key.Length > 0)
            {
                await page.Keyboard.PressAsync(key);
                await Expect(page.Locator("#whereabouts")).ToBeVisibleAsync();
            }

            Assert.Empty(await page.EvaluateAsync<string[]>("""
                () => {
                  const parts = [...document.querySelectorAll('#whereabouts, .toast, .opens-side')].filter(part => part.checkVisibility());
                  const boxes = parts.map(part => part.getBoundingClientRect());
                  return parts.flatMap((part, i) => parts.slice(i + 1).filter((_, k) => {
                    const [a, b] = [boxes[i], boxes[i + 1 + k]];
                    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
                  }).map(other => `${part.outerHTML} ${other.outerHTML}`.slice(0, 200)));
                }
                """));
        }
    }

    [Theory]
    [InlineData(false, Media.Screen)]
    [InlineData(true, Media.Print)]
    public async Task Without_scripts_and_on_paper_there_is_none(bool scripts, Media media)
    {
        var page = await chromium.OpenAsync(app, height: 300, scripts: scripts);
        await page.EmulateMediaAsync(new() { Media = media });
        await page.GotoAsync($"{Timed}#transcript");
        await Expect(page.Locator("#whereabouts")).ToBeHiddenAsync();
        await Expect(page.Locator(".strip .place")).ToBeHiddenAsync();
        await Expect(page.Locator("#side [aria-current]")).ToHaveCountAsync(0);
    }

    private static async Task ScrollToAsync(ILocator place) => await place.EvaluateAsync("place => place.scrollIntoView({ block: 'start' })");

    private static async Task<double> PlaceAsync(IPage page) =>
        await page.Locator(".strip .place").EvaluateAsync<double>("place => place.x.baseVal.value");
}
