using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PodcastInsights.Core.Search;
using PodcastInsights.Web.Library;
using PodcastInsights.Web.Security;

namespace PodcastInsights.Web.Tests.Security;

public sealed class BoundsTests(WebApp app)
{
    [Fact]
    public async Task An_address_that_is_too_long_is_refused_with_its_reason()
    {
        var query = new string('a', RequestBounds.AddressCharacters);
        using var data = await app.Client.GetAsync($"/api/v1/search?q={query}");
        Assert.Equal(HttpStatusCode.BadRequest, data.StatusCode);
        Assert.Equal("application/problem+json", data.Content.Headers.ContentType?.MediaType);
        using var page = await app.Client.GetAsync($"/zh/search?q={query}");
        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        Assert.Contains("地址过长", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_longest_query_is_searched_in_any_script()
    {
        using var answer = await app.Client.GetAsync($"/search?q={Uri.EscapeDataString(new string('灯', SearchQuery.MaxLength))}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_search_that_takes_too_long_is_let_go()
    {
        await using var slow = new WebApp(new() { ["Request:Seconds"] = "1" })
        {
            Configure = services => services.AddSingleton<ISearchIndex>(provider => ActivatorUtilities.CreateInstance<TimeLimitedSearch>(provider, new EndlessSearch())),
        };
        await slow.InitializeAsync();
        foreach (var (url, said) in new[] { ("/api/v1/search?q=leak", ""), ("/search?q=leak", "This took too long"), ("/zh/search?q=leak", "用时过长") })
        {
            using var answer = await slow.Client.GetAsync(url);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Contains(said, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Other_hosts_than_those_allowed_are_refused()
    {
        await using var strict = new WebApp(new() { ["AllowedHosts"] = "talks.example" });
        await strict.InitializeAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await strict.Client.GetAsync("/")).StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "talks.example";
        Assert.Equal(HttpStatusCode.OK, (await strict.Client.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("10.0.0.0/8", false)]
    [InlineData("127.0.0.1, ::1", true)]
    public async Task Only_a_proxy_that_is_trusted_says_that_the_client_came_over_https(string trusted, bool believed)
    {
        await using var site = new WebApp(new() { ["Proxy:Trusted"] = trusted });
        await site.InitializeAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        request.Headers.Host = "talks.example";
        using var answer = await site.Client.SendAsync(request);
        Assert.Equal(believed, answer.Headers.Contains("Strict-Transport-Security"));
    }

    private sealed class EndlessSearch : ISearchIndex
    {
        public Task<SearchResults> SearchAsync(SearchRequest request, CancellationToken cancellationToken) => new TaskCompletionSource<SearchResults>().Task;

        public Task<SearchSuggestions> SuggestAsync(string typed, CancellationToken cancellationToken) => new TaskCompletionSource<SearchSuggestions>().Task;
    }
}
