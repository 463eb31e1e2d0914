using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PodcastInsights.Web.Tests.Browser;

/// <summary>Checking a quotation on the page.</summary>
public sealed class CheckTests(WebApp app, Chromium chromium)
{
    private const string Near = "The copper ketch is never afloat, and so is the spoon.";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_quotation_is_pasted_judged_and_followed_to_its_words(bool scripts)
    {
        var page = await chromium.OpenAsync(app, scripts: scripts);
        await page.GotoAsync("/check");
        await page.GetByLabel("Quotation, or a text with quotations").FillAsync("“The copper ketch is still afloat”");
        await page.GetByLabel("Said by").FillAsync("Mira");
        await page.GetByRole(AriaRole.Button, new() { Name = "Check" }).ClickAsync();

        await Expect(page).ToHaveURLAsync(new Regex("/check[?]text="));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 2 }).First).ToHaveTextAsync("Exact");
        await Expect(page.Locator("main [role=status]")).ToHaveCountAsync(1);
        await page.Locator("main .hits a").First.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"/turns/\d+-\w{6}\?w=\d+-\d+-\w{6}$"));
        await Expect(page.Locator("blockquote")).ToHaveTextAsync("The copper ketch is still afloat");
    }

    [Fact]
    public async Task It_works_by_keyboard_alone()
    {
        var page = await chromium.OpenAsync(app);
        await page.GotoAsync("/check");
        await page.Locator("#text").FocusAsync();
        await page.Keyboard.InsertTextAsync(Near);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 2 }).First).ToHaveTextAsync("A few words differ");
    }

    [Theory]
    [InlineData("The copper ketch is still afloat", "")]                                           // exact
    [InlineData("The copper ketch … and so is the spoon", "")]                                     // elided
    [InlineData(Near, "")]                                                                         // near, with a caution
    [InlineData("A slow leak tells you where the wood is thirsty. The copper ketch is still afloat, and so is the spoon.", "")]
    [InlineData("The copper ketch is still afloat, and so is the spoon.", "Petra")]                // misattributed
    [InlineData("Purple umbrellas dance", "")]
    public async Task A_verdict_fits_and_has_no_barriers(string text, string speaker)
    {
        foreach (var (prefix, scheme) in new[] { ("", ColorScheme.Light), ("/zh", ColorScheme.Dark) })
        {
            var page = await chromium.OpenAsync(app, width: 390, scheme: scheme);
            await page.GotoAsync($"{prefix}/check?text={Uri.EscapeDataString(text)}&speaker={speaker}");
            await Expect(page.Locator(".checked h2")).ToHaveCountAsync(1);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
            await Axe.FindsNothingAsync(page);
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task Printed_it_says_what_was_looked_for_the_verdict_and_where_the_words_are()
    {
        var page = await chromium.OpenAsync(app);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.GotoAsync($"/check?text={Uri.EscapeDataString(Near)}");
        await Expect(page.Locator("form.check")).ToBeHiddenAsync();
        await Expect(page.GetByText($"Looked for: “{Near}”")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "A few words differ" })).ToBeVisibleAsync();
        await Expect(page.Locator(".printed")).ToHaveTextAsync(
            new Regex($@"{Regex.Escape($"{app.ClientOptions.BaseAddress}episodes/{SampleLibrary.BothEditions}")}/turns/\d+-\w{{6}}\?w=\d+-\d+-\w{{6}}"));
        await Expect(page.Locator(".printed")).ToBeVisibleAsync();
    }
}
