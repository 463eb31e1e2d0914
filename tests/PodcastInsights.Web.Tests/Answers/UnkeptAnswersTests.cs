using System.Net;

namespace PodcastInsights.Web.Tests.Answers;

/// <summary>What a cache between the client and the server may keep.</summary>
public sealed class UnkeptAnswersTests : IAsyncLifetime
{
    private readonly WebApp app = new();

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/zh/episodes/nobody")]
    [InlineData("/episodes/mira-okafor/turns/9999-aaaaaa")]
    [InlineData("/episodes/mira-okafor.none")]
    [InlineData("/speakers/nobody")]
    [InlineData("/api/v1/episodes/nobody")]
    [InlineData("/api/v1/episodes/mira-okafor/turns/9999-aaaaaa")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api/v1/episodes?page=0")]
    public async Task No_cache_keeps_that_something_is_not_there(string address)
    {
        using var answer = await app.Client.GetAsync(address);
        Assert.InRange(answer.StatusCode, HttpStatusCode.BadRequest, HttpStatusCode.NotFound);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }
}
