using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PodcastInsights.Web.Tests.Browser;

/// <summary>The reading settings.</summary>
public sealed class ReadingSettingsTests(WebApp app, Chromium chromium)
{
    private const string Episode = $"/episodes/{SampleLibrary.Timed}";

    [Theory]
    [InlineData("")]
    [InlineData("/zh")]
    public async Task They_open_by_a_key_show_at_once_and_close_by_Escape(string prefix)
    {
        var page = await chromium.OpenAsync(app);
        await page.GotoAsync(prefix + Episode);
        var before = await SetAsync(page);
        await page.Keyboard.PressAsync("s");
        await Expect(page.Locator("#reading [name=size]")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.Locator("#reading output").First).ToHaveTextAsync("110%");
        Assert.Equal(1.1, (await SetAsync(page)).Size / before.Size, 2);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("ArrowRight");
        var after = await SetAsync(page);
        Assert.InRange(after.Width, 1, before.Width - 1);
        Assert.Equal(1.1, after.Leading / after.Size / (before.Leading / before.Size), 2);
        Assert.DoesNotContain("Serif", after.Face.Split(',')[0], StringComparison.Ordinal);
        Assert.NotEqual(before.Ink, after.Ink);
        await Axe.FindsNothingAsync(page);
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#reading")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator(".turn.here")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task They_are_kept_and_hold_before_the_page_is_painted()
    {
        var page = await chromium.OpenAsync(app);
        await page.GotoAsync(Episode);
        var before = await SetAsync(page);
        await ChooseAsync(page, size: 150, face: "sans");
        await page.Locator("#reading").GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Expect(page.Locator("#reading")).ToBeHiddenAsync();

        // Other scripts are blocked, because they do not matter here.
        await page.RouteAsync("**/scripts/*.js*", route => route.Request.Url.Contains("theme", StringComparison.Ordinal) ? route.ContinueAsync() : route.AbortAsync());
        await page.GotoAsync($"/zh{Episode}");
        var kept = await SetAsync(page);
        Assert.Equal(1.5, kept.Size / before.Size, 2);
        Assert.Equal("sans", await page.Locator("html").GetAttributeAsync("data-face"));
    }

    [Fact]
    public async Task They_can_be_reset()
    {
        var page = await chromium.OpenAsync(app);
        await page.GotoAsync(Episode);
        var before = await SetAsync(page);
        await ChooseAsync(page, size: 200, face: "sans");
        Assert.NotEqual(before, await SetAsync(page));
        await page.GetByRole(AriaRole.Button, new() { Name = "Reset" }).ClickAsync();
        Assert.Equal(before, await SetAsync(page));
        await Expect(page.Locator("#reading [name=size]")).ToHaveValueAsync("100");
        await Expect(page.Locator("#reading [name=face][value=serif]")).ToBeCheckedAsync();
        Assert.Null(await page.EvaluateAsync<string?>("localStorage.getItem('reading')"));
    }

    [Fact]
    public async Task What_one_reads_stays_in_sight_while_its_letters_grow()
    {
        var page = await chromium.OpenAsync(app, height: 500);
        await page.GotoAsync(Episode);
        var part = page.Locator(".turn", new() { HasText = "The flour sacks" }).Locator("p span").Nth(4);
        await part.EvaluateAsync("part => part.scrollIntoView()");
        await ChooseAsync(page, size: 200, face: "serif");
        await Expect(part).ToBeInViewportAsync();
    }

    [Theory]
    [InlineData("{")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("""{"size":"1000","width":"-3","leading":"url(x)","face":7,"contrast":{}}""")]
    public async Task What_is_kept_there_and_makes_no_sense_is_passed_over(string kept)
    {
        var page = await chromium.OpenAsync(app);
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);
        await page.GotoAsync(Episode);
        var before = await SetAsync(page);
        await page.EvaluateAsync("kept => localStorage.setItem('reading', kept)", kept);
        await page.GotoAsync(Episode);
        Assert.Equal(before, await SetAsync(page));
        await page.Keyboard.PressAsync("s");
        await Expect(page.Locator("#reading [name=size]")).ToHaveValueAsync("100");
        Assert.Empty(errors);
    }

    [Fact]
    public async Task A_system_preference_for_more_contrast_is_followed()
    {
        var page = await chromium.OpenAsync(app);
        await page.EmulateMediaAsync(new() { Contrast = Contrast.More });
        await page.GotoAsync(Episode);
        Assert.Equal("rgb(0, 0, 0)", (await SetAsync(page)).Ink);
        await page.Keyboard.PressAsync("s");
        await Expect(page.Locator("#reading [name=contrast][value=more]")).ToBeCheckedAsync();
        await page.Locator("#reading [name=contrast][value=normal]").CheckAsync();
        Assert.NotEqual("rgb(0, 0, 0)", (await SetAsync(page)).Ink);
    }

    [Theory]
    [InlineData(390, 844, ColorScheme.Dark, "/zh")]
    [InlineData(320, 256, ColorScheme.Light, "")]
    [InlineData(1440, 900, ColorScheme.Dark, "")]
    public async Task The_largest_settings_cause_no_overflow_and_no_accessibility_problems(int width, int height, ColorScheme scheme, string prefix)
    {
        var page = await chromium.OpenAsync(app, width, height, scheme);
        await page.GotoAsync(prefix + Episode);
        await page.Locator("button[popovertarget=reading].icon").ClickAsync();
        await ChooseAsync(page, size: 200, face: "sans");
        await Axe.FindsNothingAsync(page);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        var box = await page.Locator("#reading").BoundingBoxAsync();
        Assert.InRange(box!.X, 0, width - box.Width);
        Assert.InRange(box.Y, 0, height - box.Height);
        await page.ScreenshotAsync(new() { Path = Artifacts.PathOf($"settings{prefix.Replace('/', '-')}-{width}-{scheme}.png") });
    }

    [Fact]
    public async Task Without_scripts_they_are_not_offered()
    {
        var page = await chromium.OpenAsync(app, scripts: false);
        await page.GotoAsync(Episode);
        await Expect(page.Locator("button[popovertarget=reading]").First).ToBeHiddenAsync();
        await Expect(page.Locator("#reading")).ToBeHiddenAsync();
    }

    private static async Task ChooseAsync(IPage page, int size, string face)
    {
        if (!await page.Locator("#reading").IsVisibleAsync())
        {
            await page.Keyboard.PressAsync("s");
        }

        await Expect(page.Locator("#reading [name=size]")).ToBeFocusedAsync();
        await page.Locator("#reading [name=size]").FillAsync(size.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await page.Locator($"#reading [name=face][value={face}]").CheckAsync();
        await page.Locator("#reading [name=contrast][value=more]").CheckAsync();
    }

    private static async Task<Setting> SetAsync(IPage page) => JsonSerializer.Deserialize<Setting>(
        await page.Locator(".turn .said p").First.EvaluateAsync<string>("""
        p => {
          const style = getComputedStyle(p);
          return JSON.stringify({
            size: parseFloat(style.fontSize), leading: parseFloat(style.lineHeight), width: p.getBoundingClientRect().width,
            face: style.fontFamily, ink: style.color,
          });
        }
        """), JsonSerializerOptions.Web)!;

    private sealed record Setting(double Size, double Leading, double Width, string Face, string Ink);
}
