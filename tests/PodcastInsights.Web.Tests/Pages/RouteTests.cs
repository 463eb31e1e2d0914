using System.Net;
using System.Xml.Linq;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Tests.Pages;

public sealed class RouteTests(WebApp app)
{
    public static TheoryData<string> Pages =>
    [
        "/",
        "/episodes",
        "/episodes?q=mira&order=title&year=2024&page=2",
        "/episodes?topic=boats",
        $"/episodes/{SampleLibrary.BothEditions}",
        $"/episodes/{SampleLibrary.BothEditions}?lang=zh",
        $"/episodes/{SampleLibrary.Umlaut}",
        $"/episodes/{Uri.EscapeDataString(SampleLibrary.Chinese)}",
        $"/episodes/{SampleLibrary.Timed}",
        $"/episodes/{SampleLibrary.Twins}?view=both",
        "/topics",
        "/topics/small-business",
        "/speakers",
        "/speakers?q=holm&order=episodes",
        "/speakers?q=xylophonist&page=7",
        "/search/help",
        "/search?q=leak&speaker=mira-okafor&sort=place",
        "/search?q=leek&exact=1",
        "/speakers/mira-okafor",
        $"/speakers/{Uri.EscapeDataString(SampleLibrary.Chinese)}",
        "/search",
        "/status",
        "/check",
        "/check?text=The%20copper%20ketch%20is%20still%20afloat&speaker=Petra",
        "/check?text=Purple%20umbrellas%20dance",
        "/search?q=leak",
        "/search?q=%22copper%20ketch%22",
        "/search?q=%E7%81%AF%E5%A1%94",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_is_there_in_every_language(string path)
    {
        foreach (var (url, tag) in SiteLanguage.All.Select(language => (language.Prefix + path, language.Tag)))
        {
            var page = await app.GetPageAsync(url);
            Assert.Equal(tag, (string?)page.Attribute("lang"));
            Assert.Single(page.All("h1"));
            Assert.NotEmpty(page.Element("head")!.Element("title")!.Value);
            Assert.All(page.All("label"), label => Assert.NotNull(
                (string?)label.Attribute("for") is { } id ? page.ById(id) : label.Element("input")));
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_link_within_the_site_leads_somewhere(string path)
    {
        foreach (var link in (await app.GetPageAsync(path)).Links().Where(l => l.StartsWith('/')).Distinct())
        {
            using var response = await app.Client.GetAsync(link);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path} links to {link}: {response.StatusCode}");
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_in_another_language_links_only_to_its_own_but_for_the_switch(string path)
    {
        foreach (var prefix in SiteLanguage.All.Select(language => language.Prefix).Where(prefix => prefix.Length > 0))
        {
            var page = await app.GetPageAsync(prefix + path);
            var others = page.Links().Where(l => l.StartsWith('/'))
                .Where(l => !l.StartsWith("/api/", StringComparison.Ordinal) && !l.StartsWith(prefix + "/", StringComparison.Ordinal))
                .ToList();
            Assert.Equal(SiteLanguage.All.Count, others.Count); // the switch and the data's description, which has one language
        }
    }

    [Theory]
    [InlineData("/search?q=leak", "Search")]
    [InlineData("/zh/topics", "主题")]
    [InlineData("/zh-Hant/topics", "主題")]
    [InlineData("/speakers?q=holm", "Speakers")]
    [InlineData("/episodes/mira-okafor", null)]
    public async Task The_navigation_says_where_one_is(string url, string? here)
    {
        var page = await app.GetPageAsync(url);
        Assert.Equal(here, page.All("a").SingleOrDefault(a => (string?)a.Attribute("aria-current") == "page")?.Value);
    }

    [Fact]
    public async Task Home_offers_all_episodes_only_where_it_does_not_show_them_all() =>
        Assert.DoesNotContain($"All {SampleLibrary.EpisodeCount} episodes", (await app.GetPageAsync("/")).Value, StringComparison.Ordinal);

    [Fact]
    public async Task Pages_name_each_other_as_the_same_page_in_another_language()
    {
        foreach (var url in SiteLanguage.All.Select(language => $"{language.Prefix}/episodes/mira-okafor"))
        {
            var alternates = (await app.GetPageAsync(url)).All("link")
                .Where(l => (string?)l.Attribute("rel") == "alternate" && l.Attribute("hreflang") is not null)
                .ToDictionary(l => (string)l.Attribute("hreflang")!, l => new Uri((string)l.Attribute("href")!).AbsolutePath);
            Assert.Equal("/episodes/mira-okafor", alternates["en"]);
            Assert.Equal("/zh/episodes/mira-okafor", alternates["zh-Hans"]);
            Assert.Equal("/zh-Hant/episodes/mira-okafor", alternates["zh-Hant"]);
            Assert.Equal("/episodes/mira-okafor", alternates["x-default"]);
        }
    }

    [Theory]
    [InlineData("/nothing/here")]
    [InlineData("/episodes/no-such-episode")]
    [InlineData("/episodes/Not%20A%20Slug")]
    [InlineData("/episodes/no-such-episode/turns/1-000000")]
    [InlineData("/speakers/nobody")]
    [InlineData("/error/500")] // its own address is no page
    public async Task An_unknown_page_is_a_404_in_every_language(string path)
    {
        Assert.Contains(
            $"/zh{path}", (await app.GetPageAsync($"{path}?q=leak", 404)).All("a").Where(a => a.Attribute("hreflang") is not null).Select(a => (string?)a.Attribute("href")));
        Assert.Equal("There is nothing at this address", (await app.GetPageAsync(path, 404)).All("h1").Single().Value);
        Assert.Equal("找不到这个页面", (await app.GetPageAsync("/zh" + path, 404)).All("h1").Single().Value);
        Assert.Equal("找不到這個頁面", (await app.GetPageAsync("/zh-Hant" + path, 404)).All("h1").Single().Value);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Nothing_can_be_written(string method)
    {
        foreach (var url in new[] { "/", "/episodes/mira-okafor", "/api/v1/episodes" })
        {
            using var response = await app.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), url));
            Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
            Assert.Equal(["GET", "HEAD"], response.Content.Headers.Allow);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/v1/episodes")]
    [InlineData("/health/ready")]
    [InlineData("/site.css")]
    public async Task HEAD_is_answered_as_GET_without_a_body(string url)
    {
        using var response = await app.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, url));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/", "zh-CN,en;q=0.5", "none", "本页也有简体中文版")]
    [InlineData("/", "zh-TW,zh;q=0.9,en;q=0.5", "none", "本頁也有繁體中文版")]
    [InlineData("/", "zh-hk", "none", "本頁也有繁體中文版")]
    [InlineData("/zh/", "zh-Hant-MO", "none", "本頁也有繁體中文版")]
    [InlineData("/zh/", "zh-Hans-HK,en", "none", null)] // Simplified, wherever they live
    [InlineData("/zh-Hant/", "zh-TW,en", "none", null)]
    [InlineData("/", "zhx-TW,zh-TWO;q=0.1", "none", "本页也有简体中文版")] // by whole subtags
    [InlineData("/zh/", "en-GB", "cross-site", "This page is also available in English")]
    [InlineData("/zh/", "en-GB", "same-origin", null)] // it was offered before, or this language was chosen
    [InlineData("/", "de, en;q=0.3", "none", null)]
    [InlineData("/", "de", "none", null)]
    public async Task The_other_language_is_suggested_to_those_who_arrive_and_whose_browser_asks_for_it(
        string url, string accepted, string from, string? suggestion)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Add("Accept-Language", accepted);
        request.Headers.Add("Sec-Fetch-Site", from);
        using var response = await app.Client.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        Assert.Equal(suggestion is not null, body.Contains("class=\"bar\"", StringComparison.Ordinal));
        Assert.Contains(suggestion ?? "", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_of_the_sitemap_is_there()
    {
        var pages = await Task.WhenAll((await LocationsAsync("/sitemap.xml")).Select(LocationsAsync));
        var addresses = pages.SelectMany(page => page).ToList();
        Assert.Equal(SiteLanguage.All.Count * (SampleLibrary.EpisodeCount + 4), addresses.Count); // home, episodes, topics, speakers
        foreach (var address in addresses)
        {
            await app.GetPageAsync(new Uri(address).PathAndQuery);
        }
    }

    private async Task<IReadOnlyList<string>> LocationsAsync(string sitemap)
    {
        var listed = XDocument.Parse(await app.Client.GetStringAsync(new Uri(sitemap, UriKind.RelativeOrAbsolute)));
        return [.. listed.Descendants().Where(e => e.Name.LocalName == "loc").Select(loc => loc.Value)];
    }

    [Fact]
    public async Task Crawlers_find_the_sitemap_and_no_endless_searches()
    {
        var robots = await app.Client.GetStringAsync("/robots.txt");
        Assert.Contains("/sitemap.xml", robots, StringComparison.Ordinal);
        Assert.All(SiteLanguage.All, language => Assert.Contains($"\nDisallow: {language.Prefix}/search?*&\n", robots, StringComparison.Ordinal));
        foreach (var url in new[] { "/search?q=leak", "/search?q=leak&speaker=mira-okafor&page=2" })
        {
            var canonical = (await app.GetPageAsync(url)).All("link").Single(l => (string?)l.Attribute("rel") == "canonical");
            Assert.EndsWith("/search", (string?)canonical.Attribute("href"), StringComparison.Ordinal);
            Assert.DoesNotContain((await app.GetPageAsync(url)).All("link"), l => l.Attribute("hreflang") is not null); // only canonical pages have translations
        }

        Assert.Contains((await app.GetPageAsync("/search")).All("link"), l => l.Attribute("hreflang") is not null);
    }

    [Fact]
    public async Task Every_page_type_describes_itself_for_those_who_show_a_link_to_it()
    {
        foreach (var url in Pages.Select(row => row.Data).Where(url => url != "/status"))
        {
            var page = await app.GetPageAsync(url);
            var said = page.All("meta").ToLookup(
                m => (string?)m.Attribute("name") ?? (string?)m.Attribute("property"),
                m => (string?)m.Attribute("content"));
            Assert.False(string.IsNullOrWhiteSpace(said["description"].Single()), url);
            Assert.Equal(said["description"], said["og:description"]);
            Assert.NotEmpty(said["og:title"].Single()!);
            var canonical = page.All("link").Where(l => (string?)l.Attribute("rel") == "canonical").Select(l => (string?)l.Attribute("href"));
            Assert.Equal(canonical, said["og:url"]);
        }
    }
}
