using Microsoft.Playwright;

namespace PodcastInsights.Web.Tests.Browser;

/// <summary>A site with configured colours, logo and text is as accessible as the default.</summary>
public sealed class BrandingTests(Chromium chromium)
{
    [Theory]
    [InlineData("#111", "gold")]
    [InlineData("#757000", "")] // hardly passes
    public async Task Its_pages_fit_and_are_accessible_in_both_themes(string accent, string dark)
    {
        var folder = Directory.CreateTempSubdirectory("branding-").FullName;
        var about = Path.Combine(folder, "about.md");
        await File.WriteAllTextAsync(about, "# Of boats\n\n> [Leaks](/search?q=leak)\n\n    code\n");
        var logo = Path.Combine(folder, "logo.svg");
        await File.WriteAllTextAsync(logo, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 90 9\"><path d=\"M0 0h90v9z\"/></svg>");
        await using var app = new WebApp(new()
        {
            ["Site:Name"] = "The Tide Tables of the Northern Harbours, read and written",
            ["Site:Tagline"] = "People who mend boats",
            ["Site:Logo"] = logo,
            ["Site:About"] = about,
            ["Site:Accent"] = accent,
            ["Site:AccentDark"] = dark,
            ["Site:Footer"] = "By Ada. [About](/about).",
            ["Request:Seconds"] = "600",
        });
        await app.InitializeAsync();
        foreach (var (width, scheme) in new[] { (1280, ColorScheme.Light), (390, ColorScheme.Dark) })
        {
            foreach (var url in new[] { "/", "/about", $"/zh/episodes/{SampleLibrary.BothEditions}" })
            {
                var page = await chromium.OpenAsync(app, width, 844, scheme);
                var complaints = new List<string>();
                page.Console += (_, message) =>
                {
                    if (message.Type is "error" or "warning")
                    {
                        complaints.Add(message.Text);
                    }
                };
                await page.GotoAsync(url);
                Assert.Empty(complaints);
                Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), url);
                await Axe.FindsNothingAsync(page);
                await page.Context.CloseAsync();
            }
        }

        Directory.Delete(folder, recursive: true);
    }
}
