using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Tests.Browser;

/// <summary>Checks that every type of page can be read with text four times as large. Apart from other checks of pages, so that both run at once.</summary>
public sealed class ReflowTests(WebApp app, Chromium chromium)
{
    /// <summary>A window of 1280 x 1024 at 400 %, as WCAG's reflow has it: 320 CSS pixels wide.</summary>
    [Theory]
    [MemberData(nameof(PageTypeTests.PageTypes), MemberType = typeof(PageTypeTests))]
    public async Task At_400_percent_one_scrolls_one_way(string name, string path)
    {
        var page = await chromium.OpenAsync(app, 320, 256);
        foreach (var prefix in SiteLanguage.All.Select(language => language.Prefix))
        {
            await page.GotoAsync(prefix + path);
            Assert.True(await PageTypeTests.FitsAsync(page), $"{name} scrolls sideways");
            Assert.Empty(await page.EvaluateAsync<string[]>("""
                [...document.querySelectorAll('main *')]
                  .filter(e => e.checkVisibility() && !e.closest('.table, .unseen, [popover], svg'))
                  .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
                  .map(e => e.outerHTML.slice(0, 80))
                """));
        }

        await page.Context.CloseAsync();
    }
}
