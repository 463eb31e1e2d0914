using System.Net;

namespace PodcastInsights.Web.Tests.Security;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Who_asks_too_much_is_told_when_to_come_back()
    {
        await using var app = new WebApp(new() { ["RateLimit:PermitsPerMinute"] = "2" });
        await app.InitializeAsync();
        Assert.Equal(HttpStatusCode.OK, (await app.Client.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Client.GetAsync("/nothing")).StatusCode); // an error page costs one request, not two

        using var data = await app.Client.GetAsync("/api/v1/episodes");
        Assert.Equal(HttpStatusCode.TooManyRequests, data.StatusCode);
        AnswerHeaders.AreOn(data);
        Assert.InRange(data.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("application/problem+json", data.Content.Headers.ContentType?.MediaType);
        Assert.Contains("请求过多", await (await app.Client.GetAsync("/zh/")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await app.Client.GetAsync("/health/ready")).StatusCode);
    }
}
