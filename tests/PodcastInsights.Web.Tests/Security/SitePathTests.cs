using System.Net;
using System.Text.RegularExpressions;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Tests.Security;

public sealed partial class SitePathTests(WebApp app)
{
    public static TheoryData<string> Unclean =>
    [
        "pods", "//evil.example", "/\\evil.example", "/pods//x", "/pods/../x", "/..", "/.", "/pods?x=1", "/pods#x", "/a b", "/%70ods", "/pods\"><script>",
        "/播客", "https://evil.example/", "/pods, /talks", "/" + new string('x', 100),
    ];

    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("/", "")]
    [InlineData("/pods", "/pods")]
    [InlineData("/pods/", "/pods")]
    [InlineData("/our/talks-2.0/~ada_q", "/our/talks-2.0/~ada_q")]
    public void A_path_is_read(string? text, string path)
    {
        Assert.True(BasePath.TryRead(text, out var read));
        Assert.Equal(path, read);
    }

    [Theory]
    [MemberData(nameof(Unclean))]
    public void What_is_no_clean_path_is_not_read(string text) => Assert.False(BasePath.TryRead(text, out _));

    [Theory]
    [InlineData("/evil")]
    [MemberData(nameof(Unclean))]
    public async Task Headers_of_an_untrusted_proxy_are_ignored(string prefix)
    {
        foreach (var url in new[] { "/", "/EPISODES", "/nothing", "/api/v1/episodes", "/sitemap.xml", "/robots.txt", "/site.css" })
        {
            Assert.Equal(await AskAsync(app, url), await AskAsync(app, url, prefix));
        }
    }

    [Fact]
    public async Task What_a_trusted_proxy_says_is_taken_where_it_is_a_clean_path_and_else_refused()
    {
        await using var behind = new WebApp(new() { ["Request:Seconds"] = "600", ["Proxy:Trusted"] = "127.0.0.1" });
        await behind.InitializeAsync();
        Assert.Contains("href=\"/pods/episodes\"", (await AskAsync(behind, "/", "/pods/")).Body, StringComparison.Ordinal);
        foreach (var prefix in Unclean.Select(row => row.Data))
        {
            foreach (var url in new[] { "/", "/api/v1/episodes", "/site.css" })
            {
                var (status, headers, body) = await AskAsync(behind, url, prefix);
                Assert.Equal(HttpStatusCode.BadRequest, status);
                Assert.DoesNotContain("evil", headers + body, StringComparison.Ordinal);
                Assert.Contains("Content-Security-Policy", headers, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task One_path_s_answer_is_never_another_s()
    {
        await using var behind = new WebApp(new() { ["Request:Seconds"] = "600", ["Proxy:Trusted"] = "127.0.0.1" });
        await behind.InitializeAsync();
        foreach (var url in new[] { "/", "/episodes/rosa-lind", "/api/v1/episodes", "/sitemap.xml", "/robots.txt", "/openapi/v1.json", "/search.csv?q=leak" })
        {
            var answers = new List<(HttpStatusCode Status, string Headers, string Body)>();
            foreach (var prefix in new[] { "/one", "", "/two", "/one", "" })
            {
                answers.Add(await AskAsync(behind, url, prefix));
                Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
                Assert.DoesNotMatch(prefix == "/one" ? "/two/" : "/one/", answers[^1].Body);
            }

            Assert.Equal((answers[0], answers[1]), (answers[3], answers[4]));
            Assert.Equal(3, answers.Select(answer => Tag.Match(answer.Headers).Value).Distinct().Count());
            Assert.Contains("X-Forwarded-Prefix", answers[0].Headers, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task With_a_path_of_its_own_the_site_takes_no_other()
    {
        await using var under = new WebApp(new() { ["Request:Seconds"] = "600", ["Proxy:Trusted"] = "127.0.0.1", ["Site:PathBase"] = "/pods/" });
        await under.InitializeAsync();
        foreach (var url in new[] { "/pods/episodes", "/episodes" })
        {
            var answer = await AskAsync(under, url);
            Assert.Equal(answer, await AskAsync(under, url, "/evil"));
            Assert.Contains("/pods/episodes\"", answer.Body, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(under, "/health/live")).Status);
        Assert.Contains("Location: /pods/\n", (await AskAsync(under, "/pods")).Headers, StringComparison.Ordinal);
        Assert.Contains("Location: /pods/zh/\n", (await AskAsync(under, "/pods/zh")).Headers, StringComparison.Ordinal);

        // What only begins with the same letters is a path of the site, and there is none.
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(under, "/podsepisodes")).Status);
    }

    private static async Task<(HttpStatusCode Status, string Headers, string Body)> AskAsync(WebApp asked, string url, string prefix = "")
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(asked.Client.BaseAddress!, url));
        if (prefix.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("X-Forwarded-Prefix", Uri.IsWellFormedUriString(prefix, UriKind.Relative) ? prefix : Latin(prefix));
        }

        using var answer = await client.SendAsync(request);
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Date")
            .Select(header => $"{header.Key}: {string.Join('|', header.Value)}\n").Order(StringComparer.Ordinal);
        return (answer.StatusCode, string.Concat(headers), await answer.Content.ReadAsStringAsync());
    }

    // Headers are ASCII; what is beyond is sent as browsers and proxies send it.
    private static string Latin(string text) => string.Concat(text.Select(letter => char.IsAscii(letter) ? $"{letter}" : Uri.HexEscape('\u00FF')));

    [GeneratedRegex("ETag: .*")]
    private static partial Regex Tag { get; }
}
