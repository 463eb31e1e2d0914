using System.Net;
using System.Net.Http.Headers;

namespace PodcastInsights.Web.Tests.Security;

public sealed class AnswerTests(WebApp app)
{
    [Theory]
    [InlineData("/", 200)]
    [InlineData("/zh/episodes/mira-okafor", 200)]
    [InlineData("/nothing", 404)]
    [InlineData("/search?q=leak&page=0", 400)]
    [InlineData("/site.css", 200)]
    [InlineData("/icon.svg", 200)]
    [InlineData("/robots.txt", 200)]
    [InlineData("/sitemap.xml", 200)]
    [InlineData("/health/live", 200)]
    [InlineData("/health/ready", 200)]
    [InlineData("/status", 200)]
    [InlineData("/openapi/v1.json", 200)]
    [InlineData("/api/v1/episodes", 200)]
    [InlineData("/api/v1/episodes?page=0", 400)]
    [InlineData("/api/v1/nothing", 404)]
    [InlineData("/api/v1/episodes/rosa-lind/export/srt", 200)]
    [InlineData("/search.csv?q=leak", 200)]
    [InlineData("/api/v1/search.csv?q=leak", 200)]
    [InlineData("/api/v1/episodes/rosa-lind/turns.csv", 200)]
    [InlineData("/zh/search.ris?q=leak", 200)]
    [InlineData("/feeds/episodes.atom", 200)]
    [InlineData("/zh/feeds/search.json?q=leak", 200)]
    [InlineData("/feeds/podcast.rss", 200)]
    [InlineData("/feeds/speakers/nobody.atom", 404)]
    [InlineData("/episodes/mira-okafor.md", 200)]
    [InlineData("/zh/search.md?q=leak", 200)]
    [InlineData("/oembed?url=nothing", 400)]
    [InlineData("/oembed?url=https%3A%2F%2Fother.example%2F", 404)]
    [InlineData("/opensearch.xml", 200)]
    [InlineData("/suggestions?q=le", 200)]
    [InlineData("/zh/llms.txt", 200)]
    [InlineData("{card}", 200)]
    public async Task Every_answer_tells_browsers_to_run_nothing_and_HEAD_is_GET_without_the_words(string url, int status)
    {
        var turn = await app.TurnIdAsync("mira-okafor", "The trick is");
        url = url.Replace("{card}", $"/cards/mira-okafor/{turn}.png", StringComparison.Ordinal);
        using var got = await app.Client.GetAsync(url);
        using var head = await app.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, url));
        foreach (var answer in new[] { got, head })
        {
            Assert.Equal(status, (int)answer.StatusCode);
            AnswerHeaders.AreOn(answer);
        }

        Assert.Equal(got.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.NotEmpty(await got.Content.ReadAsByteArrayAsync());
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/episodes")]
    [InlineData("/zh/nothing")]
    [InlineData("/site.css")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/health/live")]
    [InlineData("/api/v1/episodes")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/feeds/search.atom")]
    [InlineData("/episodes.md")]
    [InlineData("/llms.txt")]
    public async Task Nothing_can_be_written(string url)
    {
        foreach (var method in new[] { "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND" })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), url)
            {
                Content = method == "POST" ? new StringContent("words") : null,
            };
            using var answer = await app.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
            Assert.Equal(["GET", "HEAD"], answer.Content.Headers.Allow);
            var kind = url.StartsWith("/api", StringComparison.Ordinal) ? "application/problem+json" : "text/plain";
            Assert.Equal(kind, answer.Content.Headers.ContentType?.MediaType);
            var reason = url.StartsWith("/zh", StringComparison.Ordinal) ? "只能读取" : "Nothing can be written";
            Assert.Contains(reason, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            AnswerHeaders.AreOn(answer);
        }
    }

    [Theory]
    [InlineData("/episodes/mira-okafor", "br")]
    [InlineData("/api/v1/episodes", "gzip")]
    [InlineData("/feeds/episodes.atom", "gzip")]
    [InlineData("/feeds/episodes.json", "br")]
    [InlineData("/site.css", "gzip")]
    public async Task Answers_are_compressed(string url, string encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
        using var response = await app.Client.SendAsync(request);
        Assert.Equal([encoding], response.Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/episodes/mira-okafor")]
    [InlineData("/api/v1/episodes")]
    [InlineData("/episodes/mira-okafor.md")]
    [InlineData("/oembed?url={site}episodes%2Fmira-okafor")]
    [InlineData("/opensearch.xml")]
    [InlineData("/suggestions?q=le")]
    [InlineData("/llms.txt")]
    public async Task A_client_with_the_current_tag_gets_304(string url)
    {
        url = url.Replace("{site}", Uri.EscapeDataString(app.Client.BaseAddress!.AbsoluteUri), StringComparison.Ordinal);
        using var first = await app.Client.GetAsync(url);
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await app.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
    }

    [Theory]
    [InlineData("/nothing", HttpStatusCode.NotFound)]
    [InlineData("/search?q=leak&page=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/nothing", HttpStatusCode.NotFound)]
    public async Task Errors_carry_no_tag_and_are_told_to_those_who_have_one(string url, HttpStatusCode status)
    {
        using var good = await app.Client.GetAsync("/");
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.IfNoneMatch.Add(good.Headers.ETag!);
        using var answer = await app.Client.SendAsync(request);
        Assert.Equal(status, answer.StatusCode);
        Assert.Null(answer.Headers.ETag);
    }

    [Theory]
    [InlineData("/", "en")]
    [InlineData("/zh/", "zh-Hans")]
    [InlineData("/zh-Hant/", "zh-Hant")]
    public async Task The_language_is_told(string url, string tag) =>
        Assert.Equal([tag], (await app.Client.GetAsync(url)).Content.Headers.ContentLanguage);
}
