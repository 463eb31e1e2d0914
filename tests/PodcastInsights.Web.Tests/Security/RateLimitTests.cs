using System.Net;

namespace PodcastInsights.Web.Tests.Security;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Excess_requests_are_told_when_to_retry()
    {
        await using var app = new WebApp(new() { ["RateLimit:PermitsPerMinute"] = "2" });
        await app.InitializeAsync();
        Assert.Equal(HttpStatusCode.OK, (await app.Client.GetAsync("/")).StatusCode);

        // An error page costs one request, not two.
        Assert.Equal(HttpStatusCode.NotFound, (await app.Client.GetAsync("/nothing")).StatusCode);

        using var data = await app.Client.GetAsync("/api/v1/episodes");
        Assert.Equal(HttpStatusCode.TooManyRequests, data.StatusCode);
        AnswerHeaders.AreOn(data);
        Assert.InRange(data.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("application/problem+json", data.Content.Headers.ContentType?.MediaType);
        Assert.Contains("请求过多", await (await app.Client.GetAsync("/zh/")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await app.Client.GetAsync("/health/ready")).StatusCode);

        // Nothing but the two addresses of the probes is excepted.
        Assert.Equal(HttpStatusCode.TooManyRequests, (await app.Client.GetAsync("/health/anything")).StatusCode);
        foreach (var url in new[] { "/health", "/oembed?url=x", "/suggestions?q=x", "/opensearch.xml", "/llms.txt", "/episodes.md" })
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, (await app.Client.GetAsync(url)).StatusCode);
        }
    }

    [Theory]
    [InlineData("127.0.0.1, ::1", "198.51.100.1", true)]
    [InlineData("127.0.0.1, ::1, 10.0.0.0/8", "198.51.100.1, 10.0.0.9", true)] // a proxy behind a proxy
    [InlineData("127.0.0.1, ::1", "198.51.100.1, 10.0.0.9", false)] // one that nobody knows is the client
    [InlineData("127.0.0.1, ::1", "198.51.100.1, 203.0.113.5", false)] // what a client wrote itself before the proxy added its address
    [InlineData("", "198.51.100.1", false)]
    public async Task Only_trusted_proxies_identify_clients(string trusted, string forwarded, bool apart)
    {
        await using var app = new WebApp(new() { ["RateLimit:PermitsPerMinute"] = "1", ["Proxy:Trusted"] = trusted });
        await app.InitializeAsync();
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(forwarded)).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await AskAsync(forwarded)).StatusCode);
        var other = await AskAsync(forwarded.Replace("198.51.100.1", "198.51.100.2", StringComparison.Ordinal));
        Assert.Equal(apart ? HttpStatusCode.OK : HttpStatusCode.TooManyRequests, other.StatusCode);

        async Task<HttpResponseMessage> AskAsync(string clients)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/episodes");
            request.Headers.Add("X-Forwarded-For", clients);
            return await app.Client.SendAsync(request);
        }
    }
}
