namespace PodcastInsights.Web.Tests;

public sealed class OddInputTests(WebApp app)
{
    private static readonly string[] Values =
    [
        "", " ", "0", "-1", "999999999999999999999", "1e3", "２", "null", "true", "[]", "%",
        "\"", "\"\"", "'", "''; DROP TABLE turns; --", "*", "a*", "NEAR(a b)", "a AND OR NOT", "^a", "col:a", "{a b}", "(", ")", "-",
        "+a -b", "\0", "\u0001\u001F", "\uFFFE", "a\uFFFF\uFDD0\U0001FFFE", "\u202E", "\u200D", "é\u0301\u0301",
        "👩‍👩‍👧", "𠮷野家", "灯塔", "<mark>", "<script>", "../../etc/passwd", "%2e%2e%2f", "\r\nSet-Cookie: a=b",
        new('a', 3000), new('"', 500), string.Concat(Enumerable.Repeat("a ", 1000)),
    ];

    private static readonly string[] Templates =
    [
        "/search?q={0}", "/search?q=leak&page={0}", "/zh/search?q={0}", "/episodes?q={0}", "/episodes?year={0}", "/episodes?order={0}", "/episodes?speaker={0}", "/episodes?show={0}", "/episodes?role={0}",
        "/episodes?topic={0}", "/episodes?page={0}", "/episodes/{0}", "/episodes/mira-okafor?lang={0}",
        "/episodes/mira-okafor/turns/{0}", "/episodes/{0}/turns/1-zzzzzz", "/episodes/mira-okafor/turns/1-zzzzzz?lang={0}",
        "/speakers?q={0}", "/speakers?order={0}", "/speakers?page={0}",
        "/speakers/{0}", "/speakers/mira-okafor?page={0}", "/error/{0}", "/{0}", "/zh/{0}", "/api/{0}", "/api/v1/search?q={0}",
        "/api/v1/search?q=leak&page={0}", "/api/v1/search?q=leak&pageSize={0}", "/api/v1/episodes?page={0}",
        "/api/v1/episodes?pageSize={0}", "/api/v1/episodes/{0}", "/api/v1/episodes/mira-okafor?lang={0}",
        "/api/v1/episodes/mira-okafor/turns/{0}", "/api/v1/episodes/mira-okafor/turns/1-zzzzzz?lang={0}", "/zh/episodes/{0}",
        "/zh/episodes/mira-okafor/turns/{0}", "/zh/speakers/{0}", "/topics/{0}", "/topics/small-business?page={0}",
        "/episodes/winter-market?view={0}", "/episodes/mira-okafor?q={0}", "/episodes/mira-okafor/turns/1-zzzzzz?w={0}",
        "/search?q=leak&speaker={0}", "/search?q=leak&episode={0}", "/search?q=leak&topic={0}", "/search?q=leak&year={0}",
        "/search?q=leak&sort={0}", "/search?q=leak&exact={0}", "/search?{0}=leak", "/cards/{0}/1-zzzzzz.png",
        "/cards/mira-okafor/{0}.png", "/cards/mira-okafor/1-zzzzzz.png?w={0}", "/cards/{0}/episode.png",
        "/cards/mira-okafor/episode.png?lang={0}", "/sitemap.xml?page={0}", "/api/v1/suggest?q={0}",
        "/api/v1/search?q=leak&speaker={0}", "/api/v1/search?q=leak&guest={0}", "/api/v1/search?q=leak&episode={0}",
        "/api/v1/search?q=leak&topic={0}", "/api/v1/search?q=leak&in={0}", "/api/v1/search?q=leak&before={0}",
        "/api/v1/search?q=leak&after={0}", "/api/v1/search?q=leak&ad={0}", "/api/v1/search?q=leak&lang={0}",
        "/api/v1/search?q=leak&sort={0}", "/api/v1/search?q=leak&literal={0}", "/health/{0}", "/openapi/{0}",
        "/api/v1/episodes/{0}/export/md", "/api/v1/episodes/mira-okafor/export/{0}", "/api/v1/episodes/mira-okafor/export/md?lang={0}",
        "/status?show={0}", "/status?code={0}", "/status?q={0}", "/status?after={0}", "/status?names={0}", "/api/v1/status/{0}",
        "/api/v1/status/files?show={0}", "/api/v1/status/files?code={0}", "/api/v1/status/files?q={0}", "/api/v1/status/files?after={0}",
        "/api/v1/episodes.csv?q={0}", "/api/v1/episodes.csv?pageSize={0}", "/api/v1/speakers.csv?role={0}", "/api/v1/search.csv?q={0}", "/api/v1/search.csv?q=leak&page={0}",
        "/api/v1/episodes/{0}/turns.csv", "/api/v1/episodes/mira-okafor/turns.csv?lang={0}", "/api/v1/status/names?after={0}", "/api/v1/status/addresses?page={0}",
        "/feeds/episodes.atom?archive={0}", "/feeds/episodes.json?q={0}", "/feeds/episodes.atom?speaker={0}", "/feeds/speakers/{0}.atom",
        "/feeds/topics/{0}.json", "/feeds/search.atom?q={0}", "/zh/feeds/search.json?q=leak&topic={0}", "/feeds/search.atom?q=leak&page={0}",
        "/feeds/podcast.rss?archive={0}", "/feeds/{0}",
    ];

    public static TheoryData<string> Addresses => [.. Templates];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task No_text_in_any_parameter_makes_the_server_fail(string template)
    {
        foreach (var value in Values)
        {
            var url = string.Format(System.Globalization.CultureInfo.InvariantCulture, template, Uri.EscapeDataString(value));
            using var response = await app.Client.GetAsync(url);
            Assert.True((int)response.StatusCode < 500, $"{url}: {(int)response.StatusCode}");
        }
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_parameter_given_twice_or_without_a_value_makes_no_failure(string template)
    {
        var url = string.Format(System.Globalization.CultureInfo.InvariantCulture, template, "1");
        foreach (var variant in new[] { $"{url}&q=a&q=b&page=1&page=2&lang=en&lang=zh", url.Replace("=1", "", StringComparison.Ordinal) })
        {
            using var response = await app.Client.GetAsync(variant);
            Assert.True((int)response.StatusCode < 500, $"{variant}: {(int)response.StatusCode}");
        }
    }
}
