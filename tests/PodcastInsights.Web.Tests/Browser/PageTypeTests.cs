using System.Globalization;
using Microsoft.Playwright;

namespace PodcastInsights.Web.Tests.Browser;

/// <summary>Checks of every type of page, in all languages and both themes, with a screenshot of each.</summary>
public sealed class PageTypeTests(WebApp app, Chromium chromium)
{
    private const string Episode = $"/episodes/{SampleLibrary.BothEditions}";

    private static readonly (int Width, ColorScheme Scheme, string Prefix)[] Views =
    [
        (1440, ColorScheme.Light, ""), (390, ColorScheme.Dark, ""), (1440, ColorScheme.Dark, "/zh"), (390, ColorScheme.Light, "/zh-Hant"),
    ];

    public static TheoryData<string, string> PageTypes => new()
    {
        { "home", "/" },
        { "episodes", "/episodes" },
        { "episode", Episode },
        { "timed", $"/episodes/{SampleLibrary.Timed}" },
        { "sections", $"/episodes/{SampleLibrary.Sections}" },
        { "in-section", "/search?q=pendulum" },
        { "turn", $"{Episode}/turns/2-zzzzzz" },
        { "words", $"{Episode}/turns/2-zzzzzz?w=2-3-zzzzzz" },
        { "gone", $"{Episode}/turns/999-zzzzzz" },
        { "both", $"/episodes/{SampleLibrary.Twins}?view=both" },
        { "hits", $"{Episode}?q=spoon" },
        { "search", "/search?q=leak" },
        { "narrowed", "/search?q=lighthuose&speaker=mira-okafor" },
        { "nothing-found", "/search?q=xylophonist" },
        { "search-help", "/search/help" },
        { "topics", "/topics" },
        { "topic", "/topics/bread" },
        { "speakers", "/speakers" },
        { "speaker", "/speakers/mira-okafor" },
        { "status", "/status" },
        { "error", "/nothing" },
    };

    [Theory]
    [MemberData(nameof(PageTypes))]
    public async Task It_fits_is_accessible_obeys_the_content_security_policy_and_does_not_move(string name, string path)
    {
        foreach (var (width, scheme, prefix) in Views)
        {
            var page = await chromium.OpenAsync(app, width, 844, scheme);
            var complaints = new List<string>();
            page.Console += (_, message) =>
            {
                // An intended 404 is logged as an error of the network.
                if (message.Type is "error" or "warning" && !message.Text.Contains("404", StringComparison.Ordinal))
                {
                    complaints.Add(message.Text);
                }
            };
            page.Request += (_, request) =>
            {
                if (!request.Url.StartsWith(app.ClientOptions.BaseAddress.ToString(), StringComparison.Ordinal))
                {
                    complaints.Add($"asks {request.Url}");
                }
            };

            // A tenth is what search engines call good. A slow machine paints a page before all of it has arrived, and what stands at the right or
            // at the bottom then grows by a word: five thousandths of the window are less than a reader sees.
            await page.AddInitScriptAsync("""
                window.moved = [];
                new PerformanceObserver(list => list.getEntries().filter(shift => shift.value > 0.005).forEach(shift => moved.push(
                  `${shift.value} at ${shift.startTime} ms: ${shift.sources.map(s => `${s.node?.outerHTML ?? s.node?.data} `.slice(0, 80)
                    + [s.previousRect, s.currentRect].map(r => `${r.x},${r.y} ${r.width}x${r.height}`).join(' -> '))}`,
                ))).observe({ type: 'layout-shift', buffered: true });
                """);
            await page.GotoAsync(prefix + path);
            Assert.True(await FitsAsync(page), $"{prefix}{path} scrolls sideways at {width}");
            Assert.Empty(complaints);
            await Axe.FindsNothingAsync(page);
            var moved = await page.EvaluateAsync<string[]>("moved");
            for (var again = 0; moved.Length > 0 && again < 2; again++)
            {
                // A busy browser may paint a page in the middle of reading it, and move its foot. What moves by itself does so each time.
                await page.ReloadAsync(new() { WaitUntil = WaitUntilState.NetworkIdle });
                moved = await page.EvaluateAsync<string[]>("moved");
            }

            Assert.True(moved.Length == 0, $"{prefix}{path} at {width} moves: {string.Join("; ", moved)}");
            await page.ScreenshotAsync(new() { Path = PictureOf(name, prefix, width, scheme), FullPage = true });
            await page.Context.CloseAsync();
        }
    }

    internal static Task<bool> FitsAsync(IPage page) =>
        page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth");

    private static string PictureOf(string name, string prefix, int width, ColorScheme scheme) =>
        Artifacts.PathOf(string.Create(CultureInfo.InvariantCulture, $"{name}{prefix.Replace('/', '-')}-{width}-{scheme}.png"));
}
