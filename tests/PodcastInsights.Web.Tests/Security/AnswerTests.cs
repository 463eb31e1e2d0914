using System.Net;
using System.Net.Http.Headers;

namespace PodcastInsights.Web.Tests.Security;

public sealed class AnswerTests(WebApp app)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/nothing")]
    [InlineData("/site.css")]
    [InlineData("/api/v1/episodes")]
    [InlineData("/api/v1/episodes?page=0")]
    public async Task Every_answer_tells_browsers_to_run_nothing(string url)
    {
        using var response = await app.Client.GetAsync(url);
        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("camera=()", response.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"));
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", response.Headers.GetValues("Referrer-Policy").Single());
    }

    [Theory]
    [InlineData("/episodes/mira-okafor", "br")]
    [InlineData("/api/v1/episodes", "gzip")]
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
    public async Task Who_has_the_answer_already_is_told_so(string url)
    {
        using var first = await app.Client.GetAsync(url);
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await app.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
    }

    [Fact]
    public async Task Errors_carry_no_tag() => Assert.Null((await app.Client.GetAsync("/nothing")).Headers.ETag);

    [Theory]
    [InlineData("/", "en")]
    [InlineData("/zh/", "zh-Hans")]
    public async Task The_language_is_told(string url, string tag) =>
        Assert.Equal([tag], (await app.Client.GetAsync(url)).Content.Headers.ContentLanguage);
}
