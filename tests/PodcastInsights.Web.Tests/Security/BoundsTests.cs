using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PodcastInsights.Core.Citation.Checking;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search;
using PodcastInsights.Core.Search.Querying;
using PodcastInsights.Core.Stores;
using PodcastInsights.Web.Library;
using PodcastInsights.Web.Security;
using PodcastInsights.Web.Tests.Mcp;

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
    public async Task No_address_is_repeated_so_often_that_its_page_is_large()
    {
        var long100 = new string('x', 100);
        string[] many = [.. FilterField.All.SelectMany(field => Enumerable.Range(1, 10).Select(number => $"{field.Name}={long100[..58]}{number}"))];
        foreach (var address in new[]
        {
            $"/search?{string.Join('&', Enumerable.Repeat("q=leak", 1500))}", // refused
            $"/search?q={new string('x', 7900)}",
            $"/search?q={Uri.EscapeDataString(new string('<', 2600))}",
            $"/search?q=leak&sort={new string('x', 7900)}",
            $"/search?q=leak&{string.Join('&', many)}",
            $"/search?q=leak&speaker=mira-okafor&speaker={new string('x', 7900)}", // with results to narrow further
            $"/search.md?q=leak&{string.Join('&', many)}",
            $"/feeds/search.atom?q=leak&{string.Join('&', many)}",
            $"/episodes?q={new string('x', 7900)}",
            $"/episodes?speaker={new string('x', 7900)}",
            $"/speakers?q={new string('x', 7900)}",
            $"/check?text={new string('x', 7900)}",
            $"/episodes/mira-okafor?q={new string('x', 7900)}",
            $"/nothing/{new string('x', 7900)}?x={long100}",
            $"/status?q={new string('x', 7900)}",
        })
        {
            using var answer = await app.Client.GetAsync(address);
            var length = (await answer.Content.ReadAsByteArrayAsync()).Length;
            Assert.True(length < 100_000, $"{length} bytes: {address[..40]}");
        }
    }

    [Fact]
    public async Task What_is_left_out_of_a_long_search_is_said()
    {
        foreach (var rest in new[] { $"&speaker={new string('x', 1001)}", $"&year=2024&speaker={string.Join("&speaker=", Enumerable.Range(1, 11))}" })
        {
            var found = await app.GetJsonAsync($"/api/v1/search?q=leak{rest}");
            Assert.Contains(found.GetProperty("hints").EnumerateArray(), hint => hint.GetProperty("kind").GetString() == "tooLong");
        }
    }

    [Theory]
    [InlineData("/episodes?page=0")]
    [InlineData("/search?q=leak&page=-1")]
    [InlineData("/speakers?page=0")]
    [InlineData("/speakers/mira-okafor?page=1000001")]
    [InlineData("/topics/bread?page=two")]
    [InlineData("/sitemap.xml?page=1&page=2")]
    public async Task A_page_out_of_bounds_is_refused_with_its_reason(string url)
    {
        foreach (var (prefix, reason) in new[] { ("", "whole number from 1 to 1,000,000"), ("/zh", "1 到 1,000,000") })
        {
            if (prefix.Length == 0 || !url.Contains(".xml", StringComparison.Ordinal))
            {
                using var answer = await app.Client.GetAsync(prefix + url);
                Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
                Assert.Contains(reason, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_search_that_fails_or_takes_too_long_gives_an_error_without_internal_details()
    {
        // Long enough for a busy machine to render the page that says so.
        await using var odd = new WebApp(new() { ["Request:Seconds"] = "3" })
        {
            Configure = services => services.AddSingleton<ISearchIndex>(provider =>
                ActivatorUtilities.CreateInstance<TimeLimitedSearch>(provider, new OddSearch())),
        };
        await odd.InitializeAsync();
        foreach (var (query, status, english, chinese) in new[]
        {
            ("endless", HttpStatusCode.ServiceUnavailable, "This took too long", "响应时间过长"),
            ("broken", HttpStatusCode.InternalServerError, "Something went wrong here", "服务器出错了"),
            ("unreadable", HttpStatusCode.ServiceUnavailable, "The library cannot be read right now", "暂时无法读取内容"),
        })
        {
            foreach (var (url, type, words) in new[]
            {
                ($"/search?q={query}", "text/html", english),
                ($"/zh/search?q={query}", "text/html", chinese),
                ($"/episodes/{SampleLibrary.Umlaut}?q={query}", "text/html", english),
                ($"/api/v1/search?q={query}", "application/problem+json", $"\"status\":{(int)status}"),
                ($"/api/v1/suggest?q={query}", "application/problem+json", $"\"status\":{(int)status}"),
            })
            {
                using var answer = await odd.Client.GetAsync(url);
                var text = await answer.Content.ReadAsStringAsync();
                Assert.Equal((status, type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
                Assert.Contains(words, text, StringComparison.Ordinal);
                Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
                Assert.DoesNotContain(OddSearch.Inside, text, StringComparison.Ordinal);
                AnswerHeaders.AreOn(answer);
            }

            // What an assistant asks has the same time; what fails is told to it as the tool's answer.
            using var told = await odd.Client.SendAsync(Assistant.Question(Assistant.Call("search", $$"""{"q":"{{query}}"}""")));
            var said = await told.Content.ReadAsStringAsync();
            Assert.Equal(query == "endless" ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK, told.StatusCode);
            Assert.Contains(query == "endless" ? "\"status\":503" : "\"isError\":true", said, StringComparison.Ordinal);
            Assert.DoesNotContain(OddSearch.Inside, said, StringComparison.Ordinal);
            AnswerHeaders.AreOn(told);
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

    private sealed class OddSearch : ISearchIndex
    {
        public const string Inside = "/home/operator/library.db";

        public Task<SearchResults> SearchAsync(SearchRequest request, CancellationToken cancellationToken) =>
            Answer<SearchResults>(request.Query.Text);

        public Task<EpisodeMatches> FindInEpisodeAsync(EpisodeSlug episode, SearchQuery query, CancellationToken cancellationToken) =>
            Answer<EpisodeMatches>(query.Text);

        public Task<SearchSuggestions> SuggestAsync(string typed, CancellationToken cancellationToken) => Answer<SearchSuggestions>(typed);

        public Task<QuotationReport> CheckAsync(string text, string? speaker, CancellationToken cancellationToken) =>
            Answer<QuotationReport>(text);

        private static Task<T> Answer<T>(string typed) => typed switch
        {
            "endless" => new TaskCompletionSource<T>().Task,
            "unreadable" => throw new UnusableLibraryException(Inside, LibraryProblem.Inaccessible, "its disk does not read or write."),
            _ => throw new InvalidOperationException($"Something odd about {Inside}."),
        };
    }
}
