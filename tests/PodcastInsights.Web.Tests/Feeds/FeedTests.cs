using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace PodcastInsights.Web.Tests.Feeds;

public sealed class FeedTests(WebApp app)
{
    [Theory]
    [InlineData("/feeds/episodes.atom", "application/atom+xml", "/episodes")]
    [InlineData("/feeds/episodes.json", "application/feed+json", "/episodes")]
    [InlineData("/zh/feeds/episodes.atom", "application/atom+xml", "/zh/episodes")]
    [InlineData("/zh-Hant/feeds/episodes.json", "application/feed+json", "/zh-Hant/episodes")]
    [InlineData("/feeds/episodes.atom?lang=zh", "application/atom+xml", "/episodes?lang=zh")]
    [InlineData("/feeds/speakers/mira-okafor.atom", "application/atom+xml", "/speakers/mira-okafor")]
    [InlineData("/feeds/speakers/%E6%9E%97%E6%99%93%E9%9B%A8.json", "application/feed+json", "/speakers/%E6%9E%97%E6%99%93%E9%9B%A8")]
    [InlineData("/feeds/topics/small-business.json", "application/feed+json", "/topics/small-business")]
    [InlineData("/feeds/search.atom?q=leak&speaker=mira-okafor", "application/atom+xml", "/search?q=leak&speaker=mira-okafor")]
    [InlineData("/feeds/search.json?q=leak", "application/feed+json", "/search?q=leak")]
    public async Task A_feed_names_itself_and_the_page_that_shows_the_same(string url, string mediaType, string page)
    {
        using var response = await app.Client.GetAsync(url);
        Assert.Equal((HttpStatusCode.OK, mediaType), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        var body = await response.Content.ReadAsStringAsync();
        var root = app.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        if (mediaType.EndsWith("json", StringComparison.Ordinal))
        {
            var feed = JsonDocument.Parse(body).RootElement;
            Assert.Equal((root + url, root + page), (feed.GetProperty("feed_url").GetString(), feed.GetProperty("home_page_url").GetString()));
            Assert.NotEmpty(feed.GetProperty("items").EnumerateArray());
        }
        else
        {
            var feed = await app.GetFeedAsync(url);
            Assert.Equal((url, page), (feed.LinkOf("self"), feed.LinkOf("alternate")));
            Assert.NotEmpty(feed.Items);
        }

        await app.GetPageAsync(page);
    }

    [Fact]
    public async Task Sites_with_ids_of_their_own_have_no_feed_or_entry_id_in_common()
    {
        var ids = new List<HashSet<string>>();
        foreach (var site in new[] { "", "talks.example.org", "talks.example.com" })
        {
            await using var own = new WebApp(new() { ["Site:Id"] = site });
            await own.InitializeAsync();
            ids.Add([.. await IdsAsync(own, "/feeds/episodes.json"), .. await IdsAsync(own, "/feeds/search.json?q=leak")]);
        }

        Assert.True(ids[0].Count > 3);
        Assert.Equal(3 * ids[0].Count, ids.SelectMany(all => all).Distinct().Count());
        Assert.Subset(ids[0], (await IdsAsync(app, "/feeds/search.json?q=leak")).ToHashSet()); // the same library elsewhere

        static async Task<IEnumerable<string>> IdsAsync(WebApp app, string url) =>
            (await app.GetJsonAsync(url)).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!);
    }

    [Theory]
    [InlineData("/feeds/speakers/nobody.atom")]
    [InlineData("/feeds/speakers/Not%20A%20Slug.atom")]
    [InlineData("/feeds/topics/nothing.json")]
    [InlineData("/feeds/episodes.atom?year=23")] // it would be the feed of all
    [InlineData("/feeds/episodes.atom?archive=1")] // there are too few for one
    [InlineData("/feeds/episodes.atom?archive=x")]
    [InlineData("/feeds/episodes.rss")]
    public async Task What_is_no_feed_is_not_found(string url) => Assert.Equal(HttpStatusCode.NotFound, await app.StatusAsync(url));

    [Theory]
    [InlineData("/feeds/search.atom")]
    [InlineData("/feeds/search.atom?q=%3F")]
    [InlineData("/feeds/search.atom?q=xylophonist")]
    [InlineData("/feeds/search.atom?q=lighthuose")] // corrected by what is said elsewhere, it would change with that
    [InlineData("/feeds/episodes.atom?q=xylophonist")]
    public async Task Where_nothing_is_found_a_feed_waits_for_what_may_come(string url) => Assert.Empty((await app.GetFeedAsync(url)).Items);

    [Fact]
    public async Task An_unchanged_feed_is_not_sent_again()
    {
        using var response = await app.Client.GetAsync("/feeds/episodes.atom");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/feeds/episodes.atom?utm_source=reader");
        again.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(response.Headers.ETag!.ToString()));
        using var unchanged = await app.Client.SendAsync(again);
        Assert.Equal((HttpStatusCode.NotModified, 0), (unchanged.StatusCode, (await unchanged.Content.ReadAsByteArrayAsync()).Length));
    }

    [Fact]
    public async Task Entries_have_the_language_of_their_words()
    {
        var items = (await app.GetJsonAsync("/zh/feeds/episodes.json")).GetProperty("items").EnumerateArray()
            .ToDictionary(item => new Uri(item.GetProperty("url").GetString()!).AbsolutePath, item => item.GetProperty("language").GetString());
        Assert.Equal("en", items[$"/zh/episodes/{SampleLibrary.Timed}"]);
        Assert.Equal("zh-Hans", items[$"/zh/episodes/{Uri.EscapeDataString(SampleLibrary.Chinese)}"]);
    }

    [Fact]
    public async Task A_match_links_to_its_turn_and_shows_its_words()
    {
        var id = await app.TurnIdAsync(SampleLibrary.Timed, "with honey");
        var item = (await app.GetJsonAsync("/feeds/search.json?q=honey")).GetProperty("items").EnumerateArray().Single();
        var link = item.GetProperty("url").GetString()!;
        Assert.EndsWith($"/episodes/{SampleLibrary.Timed}/turns/{id}", link, StringComparison.Ordinal);
        Assert.Contains("I bake it again, with honey.", item.GetProperty("content_html").GetString(), StringComparison.Ordinal);
        Assert.Equal("Rosa Lind: How a bakery opens: flour before dawn", item.GetProperty("title").GetString());
        await app.GetPageAsync(new Uri(link).PathAndQuery);
    }

    [Fact]
    public async Task The_feed_of_a_search_has_what_the_search_has()
    {
        foreach (var query in new[] { "q=leak", "q=leak&speaker=mira-okafor", "q=year:2024+bread", "q=leak&topic=nothing", "speaker=petra", "q=%E6%9C%A8%E8%88%B9" })
        {
            var found = (await app.GetJsonAsync($"/api/v1/search?{query}&pageSize=50&literal=true")).GetProperty("items").EnumerateArray()
                .Select(item => item.GetProperty("turn").GetProperty("url").GetString()!.Split('?')[0]);
            var fed = (await app.GetJsonAsync($"/feeds/search.json?{query}")).GetProperty("items").EnumerateArray()
                .Select(item => new Uri(item.GetProperty("url").GetString()!).AbsolutePath);
            Assert.Equal(found.Order(), fed.Order());
        }
    }

    [Theory]
    [InlineData("/", "/feeds/episodes", "")]
    [InlineData("/episodes", "/feeds/episodes", "")]
    [InlineData("/episodes?show=&year=2024&order=title", "/feeds/episodes", "?year=2024")]
    [InlineData("/zh/speakers/mira-okafor", "/zh/feeds/speakers/mira-okafor", "")]
    [InlineData("/topics/small-business", "/feeds/topics/small-business", "")]
    [InlineData("/zh-Hant/search?q=leak&sort=date&speaker=mira-okafor", "/zh-Hant/feeds/search", "?q=leak&speaker=mira-okafor")]
    [InlineData("/search?q=xylophonist", "/feeds/search", "?q=xylophonist")] // somebody may yet say it
    public async Task A_page_offers_the_feed_of_what_it_shows_to_browsers_and_to_people(string url, string feed, string query)
    {
        var page = await app.GetPageAsync(url);
        string[] expected = [$"{feed}.atom{query}", $"{feed}.json{query}"];
        var offered = page.All("link").Where(link => (string?)link.Attribute("type") is "application/atom+xml" or "application/feed+json").ToList();
        Assert.Equal(expected, offered.Select(link => (string)link.Attribute("href")!));
        Assert.All(offered, link => Assert.Equal("alternate", (string?)link.Attribute("rel")));
        Assert.Superset(expected.ToHashSet(), page.Links().ToHashSet());
        Assert.All(expected, address => Assert.Equal(HttpStatusCode.OK, app.StatusAsync(address).Result));
    }

    [Theory]
    [InlineData("/search")]
    [InlineData("/episodes?year=23")]
    [InlineData("/check")]
    public async Task A_page_that_shows_nothing_to_follow_offers_no_feed(string url) =>
        Assert.DoesNotContain((await app.GetPageAsync(url)).Links(), link => link.Contains("/feeds/", StringComparison.Ordinal));

    [Fact]
    public async Task A_correction_is_followed_as_it_was_searched()
    {
        var page = await app.GetPageAsync("/search?q=lighthuose");
        Assert.Contains("/feeds/search.atom?q=lighthouse", page.Links());
    }
}
