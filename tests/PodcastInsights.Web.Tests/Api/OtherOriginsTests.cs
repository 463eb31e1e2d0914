using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PodcastInsights.Web.Library;
using PodcastInsights.Web.Security;

namespace PodcastInsights.Web.Tests.Api;

/// <summary>What scripts of other sites may read in their readers' browsers.</summary>
public sealed class OtherOriginsTests(WebApp app)
{
    private const string Allowed = "Access-Control-Allow-Origin";

    [Theory]
    [InlineData("/api/v1/episodes", 200)]
    [InlineData("/api/v1/episodes.csv", 200)]
    [InlineData("/api/v1/episodes/rosa-lind/export/srt", 200)]
    [InlineData("/API/v1/search?q=leak", 301)]
    [InlineData("/openapi/v1.json", 200)]
    [InlineData("/search.csv?q=leak", 200)]
    [InlineData("/zh/search.ris?q=leak", 200)]
    [InlineData("/api/v1/episodes?page=0", 400)]
    [InlineData("/api/v1/episodes/nobody", 404)]
    [InlineData("/api/v1/nothing", 404)]
    public async Task What_is_meant_for_programs_is_read_from_every_site(string address, int status)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = app.Client.BaseAddress };
        foreach (var origin in new[] { null, "https://elsewhere.example", "null" })
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
            {
                using var request = new HttpRequestMessage(method, address);
                request.Headers.Add("Origin", [.. origin is null ? [] : new[] { origin }]);
                using var answer = await client.SendAsync(request);
                Assert.Equal(status, (int)answer.StatusCode);

                // The same to all, so that no cache gives one site's answer to another.
                Assert.Equal(["*"], answer.Headers.GetValues(Allowed));
                Assert.DoesNotContain("Origin", answer.Headers.Vary);
                Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
                var exposed = string.Join(',', answer.Headers.GetValues("Access-Control-Expose-Headers")).Split(',').Select(name => name.Trim()).ToList();
                Assert.Equal([], new[] { "ETag", "Link", "X-Total-Count", "Retry-After", "Content-Disposition" }.Except(exposed));
            }
        }
    }

    [Fact]
    public async Task So_is_a_turn_as_a_file_and_that_an_answer_has_not_changed()
    {
        var turn = await app.TurnIdAsync(SampleLibrary.BothEditions, "The trick is");
        var address = $"/episodes/{SampleLibrary.BothEditions}/turns/{turn}.bib";
        using var first = await app.Client.GetAsync(address);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await app.Client.SendAsync(request);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified), (first.StatusCode, second.StatusCode));
        Assert.All(new[] { first, second }, answer => Assert.Equal(["*"], answer.Headers.GetValues(Allowed)));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/episodes")]
    [InlineData("/nothing")]
    [InlineData("/site.css")]
    [InlineData("/status")]
    [InlineData("/api/v1/status")]
    [InlineData("/api/v1/status/files")]
    [InlineData("/api/v1/status/names")]
    [InlineData("/api/v1/status/addresses")]
    [InlineData("/health/ready")]
    [InlineData("/mcp")]
    public async Task Pages_and_what_depends_on_who_asks_are_not(string address)
    {
        using var asked = await app.Client.SendAsync(Asking(HttpMethod.Get, address));
        using var before = await app.Client.SendAsync(Asking(HttpMethod.Options, address));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, before.StatusCode);
        Assert.All(new[] { asked, before }, answer => Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control-", StringComparison.Ordinal)));
    }

    [Fact]
    public void Endpoints_that_depend_on_the_client_are_not_marked_for_other_sites()
    {
        var shared = app.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints)
            .Where(endpoint => endpoint.Metadata.GetMetadata<ForPrograms>() is not null).Cast<RouteEndpoint>().ToList();
        Assert.NotEmpty(shared);

        // What is not derived from the library alone is the answer to addresses that do not exist.
        var others = shared.Where(endpoint => endpoint.Metadata.GetMetadata<DerivedFromLibrary>() is null);
        Assert.Equal(["/api/{**path}"], others.Select(endpoint => endpoint.RoutePattern.RawText));
    }

    [Theory]
    [InlineData("/api/v1/episodes", "GET", "if-none-match")]
    [InlineData("/api/v1/episodes/nobody", "GET", "x-anything, authorization")]
    [InlineData("/api/v1/search.csv?q=leak", "HEAD", null)]
    [InlineData("/openapi/v1.json", "GET", "")]
    [InlineData("/search.ris", "GET", "if-none-match")]
    public async Task A_preflight_response_is_the_same_for_all_and_valid_for_a_day(string address, string method, string? headers)
    {
        using var request = Asking(HttpMethod.Options, address, method, headers);

        // A page of the internet that asks a server inside a network: never said yes to (Private Network Access).
        request.Headers.Add("Access-Control-Request-Private-Network", "true");
        using var answer = await app.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        AnswerHeadersOf(answer, Allowed, "*");
        AnswerHeadersOf(answer, "Access-Control-Allow-Methods", "GET, HEAD");
        AnswerHeadersOf(answer, "Access-Control-Allow-Headers", "Accept, Cache-Control, Content-Type, If-None-Match, User-Agent, X-Requested-With");
        AnswerHeadersOf(answer, "Access-Control-Max-Age", "86400");
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Private-Network"));
        Security.AnswerHeaders.AreOn(answer);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("DELETE")]
    [InlineData("nonsense")]
    public async Task One_that_would_write_is_refused(string method)
    {
        using var answer = await app.Client.SendAsync(Asking(HttpMethod.Options, "/api/v1/episodes", method));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.False(answer.Headers.Contains(Allowed));
    }

    [Fact]
    public async Task A_rate_limited_script_can_read_the_429()
    {
        await using var own = new WebApp(new() { ["RateLimit:PermitsPerMinute"] = "1" });
        await own.InitializeAsync();
        using var first = await own.Client.GetAsync("/api/v1/episodes");
        using var before = await own.Client.SendAsync(Asking(HttpMethod.Options, "/api/v1/episodes"));
        using var second = await own.Client.GetAsync("/api/v1/episodes");
        Assert.Equal((200, 204, 429), ((int)first.StatusCode, (int)before.StatusCode, (int)second.StatusCode));
        AnswerHeadersOf(second, Allowed, "*");
    }

    [Fact]
    public async Task A_setting_turns_it_off()
    {
        await using var own = new WebApp(new() { ["Api:AnyOrigin"] = "false" });
        await own.InitializeAsync();
        using var asked = await own.Client.SendAsync(Asking(HttpMethod.Get, "/api/v1/episodes"));
        using var before = await own.Client.SendAsync(Asking(HttpMethod.Options, "/api/v1/episodes"));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.MethodNotAllowed), (asked.StatusCode, before.StatusCode));
        Assert.All(new[] { asked, before }, answer => Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control-", StringComparison.Ordinal)));
    }

    private static HttpRequestMessage Asking(HttpMethod method, string address, string wanted = "GET", string? headers = null)
    {
        var request = new HttpRequestMessage(method, address);
        request.Headers.Add("Origin", "https://elsewhere.example");
        if (method == HttpMethod.Options)
        {
            request.Headers.Add("Access-Control-Request-Method", wanted);
            if (headers is not null)
            {
                request.Headers.TryAddWithoutValidation("Access-Control-Request-Headers", headers);
            }
        }

        return request;
    }

    private static void AnswerHeadersOf(HttpResponseMessage answer, string name, string value) => Assert.Equal([value], answer.Headers.GetValues(name));
}
