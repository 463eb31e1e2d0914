using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PodcastInsights.Web.Tests.Browser;

/// <summary>Reading comfort: long turns, reduced motion, forced colours, print.</summary>
public sealed class ComfortTests(WebApp app, Chromium chromium)
{
    private const string Episode = $"/episodes/{SampleLibrary.BothEditions}";
    private const string Timed = $"/episodes/{SampleLibrary.Timed}";

    [Theory]
    [InlineData(1440)] // in the margin
    [InlineData(390)] // in the bar above the words
    public async Task The_speakers_name_stays_in_sight_while_a_long_turn_scrolls(int width)
    {
        var page = await chromium.OpenAsync(app, width, 500);
        await page.GotoAsync(Timed);
        var turn = page.Locator(".turn", new() { HasText = "The flour sacks" });
        await turn.Locator("p span").Nth(3).EvaluateAsync("part => part.scrollIntoView({ block: 'center' })");
        await Expect(turn.Locator("h3").Or(page.Locator("#whereabouts [data-part=speaker]", new() { HasText = "Rosa Lind" })).Last).ToBeInViewportAsync();
    }

    [Theory]
    [InlineData("/search")]
    [InlineData("/zh/search")]
    [InlineData("/zh-Hant/search")]
    public async Task On_a_phone_every_page_can_be_had_in_the_other_languages(string path)
    {
        var page = await chromium.OpenAsync(app, 390);
        await page.GotoAsync(path);
        await Expect(page.Locator(".tools a[hreflang]").First).ToBeVisibleAsync();
        await Expect(page.Locator(".tools a[hreflang]").Last).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/episodes")]
    [InlineData(Episode)]
    [InlineData("/zh/topics")]
    [InlineData("/speakers")]
    [InlineData("/search?q=flour")]
    [InlineData("/check")]
    public async Task A_finger_finds_what_can_be_touched(string path)
    {
        var page = await chromium.OpenAsync(app, 390, 844, touch: true);
        await page.GotoAsync(path);

        // Links among words are as high as their line.
        var small = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('header.site a, button, select, input, textarea, summary, .tags a, .dots a, .people a, .turn header .permalink')]
              .filter(element => element.checkVisibility() && element.getBoundingClientRect().width > 1 && element.getBoundingClientRect().height < 43.5)
              .map(element => `${element.tagName} ${element.textContent.trim().slice(0, 20)} ${element.getBoundingClientRect().height}`)
            """);

        Assert.Empty(small);
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(1100)]
    [InlineData(768)]
    public async Task A_line_has_65_to_75_characters(int width)
    {
        var page = await chromium.OpenAsync(app, width);
        await page.GotoAsync(Timed);
        await page.EvaluateAsync("document.fonts.ready");
        var characters = await page.Locator("p", new() { HasText = "The flour sacks" }).Locator("span").First.EvaluateAsync<double>("""
            part => {
              const range = document.createRange();
              range.selectNodeContents(part);
              const lines = new Set([...range.getClientRects()].map(r => Math.round(r.top)));
              return part.textContent.length / (lines.size - 0.4);
            }
            """);
        Assert.InRange(characters, 62, 78);
    }

    [Theory]
    [InlineData(ReducedMotion.Reduce, "auto")]
    [InlineData(ReducedMotion.NoPreference, "smooth")]
    public async Task Reduced_motion_disables_smooth_scrolling(ReducedMotion motion, string behaviour)
    {
        var page = await chromium.OpenAsync(app);
        await page.EmulateMediaAsync(new() { ReducedMotion = motion });
        await page.GotoAsync(Timed);
        Assert.Equal(behaviour, await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).scrollBehavior"));
        Assert.Equal(0, await page.EvaluateAsync<int>("document.getAnimations().length"));
    }

    [Fact]
    public async Task Forced_colours_still_show_matches_and_the_current_turn()
    {
        var page = await chromium.OpenAsync(app);
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        await page.GotoAsync($"{Episode}?q=spoon#t-{await app.TurnIdAsync(SampleLibrary.BothEditions, "The copper ketch, without")}");
        Assert.NotEqual("none", await page.Locator("mark").First.EvaluateAsync<string>("mark => getComputedStyle(mark).outlineStyle"));
        var arrived = page.Locator(".turn:target .said");
        Assert.Equal("solid", await arrived.EvaluateAsync<string>("said => getComputedStyle(said).borderInlineStartStyle"));
        Assert.NotEqual(await FillAsync(".strip .hit"), await FillAsync(".strip .lane1"));
        Task<string> FillAsync(string piece) => page.Locator(piece).First.EvaluateAsync<string>("piece => getComputedStyle(piece).fill");
    }

    [Fact]
    public async Task Printed_an_episode_is_the_conversation_alone()
    {
        var page = await chromium.OpenAsync(app);
        await page.GotoAsync(Episode);
        await page.PdfAsync(new() { Path = Artifacts.PathOf("episode.pdf") });
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.GetByText("every one of them leaked")).ToBeVisibleAsync();
        await Expect(page.Locator(".turn h3").First).ToBeVisibleAsync();
        foreach (var part in new[] { "header.site", "#side", "footer.site", ".facts details" })
        {
            await Expect(page.Locator(part).First).ToBeHiddenAsync();
        }

        // Links and menus are useless in print.
        await page.GotoAsync(Timed);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "small business", IncludeHidden = true })).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Chinese_is_never_italic_and_has_a_larger_line_height()
    {
        var page = await chromium.OpenAsync(app);
        await page.GotoAsync($"/zh/episodes/{Uri.EscapeDataString(SampleLibrary.Chinese)}");
        Assert.Empty(await page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('*')]
              .filter(e => /[\u4e00-\u9fff]/.test(e.textContent) && getComputedStyle(e).fontStyle !== 'normal')
              .map(e => e.outerHTML)
            """));
        var lineHeight = await page.GetByText("木船会说话").EvaluateAsync<double>("""
            p => parseFloat(getComputedStyle(p).lineHeight) / parseFloat(getComputedStyle(p).fontSize)
            """);
        Assert.InRange(lineHeight, 1.8, 2);
    }
}
