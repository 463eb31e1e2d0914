using System.Net;

namespace PodcastInsights.Web.Tests.Security;

/// <summary>A site that has a path of its host, and not the host itself, behind a real proxy.</summary>
public sealed class UnderPathTests
{
    private const int Addresses = 300;

    private static readonly Dictionary<string, string> Branded = new()
    {
        ["Site:Name"] = "Tide tables",
        ["Site:Accent"] = "#7a1f5c",
        ["Site:Footer"] = "[About us](/about)",
    };

    [Theory]
    [InlineData("", "/", "/pods")] // the proxy strips the path and says so
    [InlineData("/pods", "", "")] // it passes the path on, which is set
    public async Task Behind_nginx_nothing_leads_out_of_the_path_or_nowhere(string setting, string passed, string said)
    {
        var settings = new Dictionary<string, string>(Branded)
        {
            ["Proxy:Trusted"] = "127.0.0.1",
            ["Site:PathBase"] = setting,
            ["Request:Seconds"] = "600",
        };
        var about = Path.GetTempFileName();
        await File.WriteAllTextAsync(about, "# About boats\n\nSee [the episodes](/episodes).\n");
        settings["Site:About"] = about;
        await using var app = new WebApp(settings);
        await app.InitializeAsync();
        var address = app.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        using var nginx = await Nginx.StartAsync($$"""
            location /pods/ {
              proxy_pass {{address}}{{passed}};
              proxy_set_header Host $host;
              proxy_set_header X-Forwarded-For 203.0.113.7;
              proxy_set_header X-Forwarded-Proto https;
              proxy_set_header X-Forwarded-Prefix "{{said}}";
            }
            """);
        using var client = nginx.Client();
        var crawl = new Crawl(client, "https://talks.example", "/pods");

        await crawl.RunAsync(
            Addresses,
            "/pods/",
            "/pods/robots.txt",
            "/pods/sitemap.xml",
            "/pods/openapi/v1.json",
            "/pods/about",
            "/pods/search?q=leak",
            "/pods/zh/search?q=%E7%81%AF%E5%A1%94",
            "/pods/search.csv?q=leak",
            "/pods/search.ris?q=leak",
            "/pods/feeds/episodes.atom",
            "/pods/zh/feeds/search.json?q=leak",
            "/pods/feeds/podcast.rss",
            "/pods/EPISODES",
            "/pods/zh",
            "/pods/api/v1/episodes",
            "/pods/api/v1/search?q=leak",
            "/pods/api/v1/suggest?q=le",
            "/pods/api/v1/check?text=The%20copper%20ketch%20is%20still%20afloat",
            $"/pods/episodes/{SampleLibrary.Timed}",
            $"/pods/episodes/{SampleLibrary.Twins}?view=both");

        Assert.Empty(crawl.Problems);
        Assert.Equal(Addresses, crawl.Followed);
        Assert.Superset(
            new HashSet<string>(["text/html", "text/css", "text/javascript", "image/png", "application/json", "application/xml", "font/woff2", "text/csv"]),
            new HashSet<string>(crawl.Kinds.Keys));

        using var missing = await client.GetAsync(new Uri("http://talks.example/pods/nothing"));
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Contains("href=\"/pods/\"", await missing.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var problem = await client.GetAsync(new Uri("http://talks.example/pods/api/v1/nothing"));
        Assert.Contains("/pods/openapi/v1.json", await problem.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        File.Delete(about);
    }
}
