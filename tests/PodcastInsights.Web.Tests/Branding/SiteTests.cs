using System.Net;
using PodcastInsights.Web.Branding;
using PodcastInsights.Web.Settings;
using SkiaSharp;

namespace PodcastInsights.Web.Tests.Branding;

public sealed class SiteTests(WebApp plain) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("site-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_sites_name_and_look_are_those_of_its_settings()
    {
        var logo = Path.Combine(folder, "logo.png");
        await File.WriteAllBytesAsync(logo, LogoTests.Picture(SKEncodedImageFormat.Png, 60, 20));
        var about = Path.Combine(folder, "about.md");
        await File.WriteAllTextAsync(about, "# Of boats\n\nWe mend them.\n");
        await using var app = new WebApp(new()
        {
            ["Site:Name"] = "Tide Tables",
            ["Site:Tagline"] = "People who mend boats",
            ["Site:Logo"] = logo,
            ["Site:About"] = about,
            ["Site:Accent"] = "#7a1f5c",
            ["Site:Footer"] = "By Ada. [About](/about).",
            ["Request:Seconds"] = "600",
        });
        await app.InitializeAsync();

        foreach (var language in new[] { "", "/zh" })
        {
            var home = await app.GetPageAsync($"{language}/");
            Assert.Equal("Tide Tables", TitleOf(home));
            Assert.Equal("People who mend boats", home.All("h1").Single().Value);
            Assert.Contains("\"name\":\"Tide Tables\"", home.All("script").Single(script => script.Value.Length > 0).Value, StringComparison.Ordinal);
            var episode = await app.GetPageAsync($"{language}/episodes/{SampleLibrary.Timed}");
            Assert.EndsWith(" – Tide Tables", TitleOf(episode), StringComparison.Ordinal);
            Assert.Contains(episode.All("meta"), meta => (string?)meta.Attribute("property") == "og:site_name" && (string?)meta.Attribute("content") == "Tide Tables");
            Assert.Equal("By Ada. About.", episode.All("p").Single(p => (string?)p.Attribute("class") == "host").Value);
            Assert.Contains($"{language}/about", episode.Links());
            Assert.Equal("Of boats", (await app.GetPageAsync($"{language}/about")).All("h1").Single().Value);
            Assert.DoesNotContain("PodcastInsights", home.Value + episode.Value, StringComparison.Ordinal);

            // Each file that makes its look is there for good, at an address of its own.
            var files = episode.All("link").Where(link => ((string?)link.Attribute("href"))?.StartsWith("/site/", StringComparison.Ordinal) == true).ToList();
            Assert.Equal(2, files.Count);
            foreach (var file in files)
            {
                using var answer = await app.Client.GetAsync((string)file.Attribute("href")!);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl?.ToString());
            }
        }

        Assert.Contains("/about", await app.Client.GetStringAsync("/sitemap.xml?page=1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_host_has_not_set_is_as_it_comes()
    {
        await plain.GetPageAsync("/about", 404);
        await plain.GetPageAsync("/zh/about", 404);
        var home = await plain.GetPageAsync("/");
        Assert.Equal("PodcastInsights", TitleOf(home));
        Assert.Equal("Read what was said", home.All("h1").Single().Value);
        Assert.DoesNotContain("/about", home.Links());
        Assert.DoesNotContain("/site/", home.ToString(), StringComparison.Ordinal);
        Assert.Contains("/episode.png?lang=en\"", await plain.Client.GetStringAsync($"/episodes/{SampleLibrary.Timed}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_values_are_words_and_nothing_else()
    {
        await using var app = new WebApp(new()
        {
            ["Site:Name"] = "</title><script>alert(1)</script>",
            ["Site:Tagline"] = SampleLibrary.Hostile,
            ["Site:Footer"] = "<img src=x onerror=alert(1)> [a](https://example.org/\"onclick=x)",
            ["Request:Seconds"] = "600",
        });
        await app.InitializeAsync();
        foreach (var url in new[] { "/", $"/episodes/{SampleLibrary.Timed}", "/nothing" })
        {
            var body = await app.Client.GetAsync(url);
            var text = await body.Content.ReadAsStringAsync();
            Assert.DoesNotContain("<script>alert", text, StringComparison.Ordinal);
            Assert.DoesNotContain("<img src=x", text, StringComparison.Ordinal);
            Assert.DoesNotContain("\"onclick", text, StringComparison.Ordinal);
        }

        Assert.NotEmpty(await app.Client.GetByteArrayAsync($"/cards/{SampleLibrary.Timed}/episode.png"));
    }

    [Fact]
    public async Task An_SVG_that_is_opened_directly_may_not_run_or_load_anything()
    {
        var logo = Path.Combine(folder, "logo.svg");
        await File.WriteAllTextAsync(logo, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\"/></svg>");
        await using var app = new WebApp(new() { ["Site:Logo"] = logo, ["Request:Seconds"] = "600" });
        await app.InitializeAsync();
        var picture = (await app.GetPageAsync("/")).All("img").Single();
        using var answer = await app.Client.GetAsync((string)picture.Attribute("src")!);
        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType?.MediaType);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("sandbox", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task Tags_and_cards_change_with_the_settings()
    {
        var tags = new HashSet<string?>();
        var cards = new HashSet<string>();
        var pictures = new HashSet<string>();
        var kinds = new Dictionary<string, string>[] { new() { ["Site:Name"] = "One" }, new() { ["Site:Name"] = "Two" }, new() { ["Site:Name"] = "Two", ["Site:Accent"] = "navy" } };
        foreach (var settings in kinds)
        {
            await using var app = new WebApp(new(settings) { ["Request:Seconds"] = "600" });
            await app.InitializeAsync();
            using var answer = await app.Client.GetAsync($"/episodes/{SampleLibrary.Timed}");
            tags.Add(answer.Headers.ETag?.Tag.Split('-')[1]);
            var picture = (await app.GetPageAsync($"/episodes/{SampleLibrary.Timed}")).All("meta")
                .Single(meta => (string?)meta.Attribute("property") == "og:image");
            var card = new Uri((string)picture.Attribute("content")!).PathAndQuery;
            cards.Add(card);
            pictures.Add(Convert.ToBase64String(await app.Client.GetByteArrayAsync(card)));
        }

        Assert.Equal((kinds.Length, kinds.Length, kinds.Length), (tags.Count, cards.Count, pictures.Count));
    }

    private static string TitleOf(System.Xml.Linq.XElement page) => page.Element("head")!.Element("title")!.Value;

    [Theory]
    [InlineData("By Ada.", new[] { "By Ada.", "" })]
    [InlineData("2026. By [Ada](https://example.org/a), [us](/about)", new[] { "2026. By ", "", "Ada", "https://example.org/a", ", ", "", "us", "/pods/about" })]
    [InlineData("a <b>b</b>", new[] { "a <b>b</b>", "" })]
    public void A_footer_is_text_and_links(string text, string[] pieces) => Assert.Equal(
        pieces, FooterLine.Read(text).Pieces.SelectMany(piece => new[] { piece.Text, piece.Link("/pods") ?? "" }));

    [Fact]
    public void What_cannot_be_used_is_named()
    {
        var problems = new SiteSettings
        {
            Name = new string('x', 61),
            Tagline = "a\nb",
            Footer = "[a](javascript:alert(1))",
            PathBase = "pods",
            About = Path.Combine(folder, "none.md"),
            Logo = Path.Combine(folder, "none.png"),
            Accent = "yellow",
        }.Problems().ToList();
        Assert.Equal(
            ["Site:Name", "Site:Tagline", "Site:Footer", "Site:About", "Site:Logo", "Site:Accent", "Site:PathBase"],
            problems.Select(problem => string.Join(':', problem.Split(':')[..2])));
        Assert.Contains("'javascript:alert(1)'", problems[2], StringComparison.Ordinal);
        Assert.NotEmpty(new SiteSettings { Name = "a\u202Eb" }.Problems());
        Assert.Empty(new SiteSettings().Problems());
        Assert.Empty(new SiteSettings { Name = "潮汐 👩‍👩‍👧 עברית", Footer = new string('x', 500), PathBase = "/" }.Problems());
    }
}
