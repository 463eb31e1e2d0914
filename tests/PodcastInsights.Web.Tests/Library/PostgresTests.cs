using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using PodcastInsights.Storage.Tests.PostgreSql;
using PodcastInsights.Web.Tests.Pages;

namespace PodcastInsights.Web.Tests.Library;

/// <summary>The app on a real PostgreSQL server, compared with the one on SQLite.</summary>
public sealed partial class PostgresTests(WebApp fileApp) : IAsyncLifetime
{
    private const string Secret = "not-to-be-shown";

    private WebApp app = null!;

    public async ValueTask InitializeAsync()
    {
        var server = SharedPostgresServer.Get();
        app = new WebApp(new Dictionary<string, string>
        {
            // The server needs no password, but a given one must not be shown.
            ["Library:Database"] = $"{server.ConnectionString};Search Path=web;Password={Secret}",
        });
        await app.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        // Null where there is no server, and so no test.
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }

    [Fact]
    public async Task Every_page_says_what_it_says_over_a_file()
    {
        // Equal results and examples are ordered by import.
        IEnumerable<string> addresses =
        [
            .. RouteTests.Pages.Select(row => row.Data)
                .Where(address => address is not ("/" or "/status") && !address.StartsWith("/search", StringComparison.Ordinal)),
            "/zh/episodes", "/check?text=the+copper+ketch+is+still+afloat", "/sitemap.xml", "/feeds/episodes.atom", "/api/v1/episodes",
            $"/api/v1/episodes/{SampleLibrary.Twins}", await TurnAsync(),
        ];
        foreach (var address in addresses)
        {
            var (status, body) = await GetAsync(app, address);
            var expected = await GetAsync(fileApp, address);
            Assert.Equal(expected.Status, status);
            Assert.Equal($"{address}\n{expected.Body}", $"{address}\n{body}");
        }
    }

    [Fact]
    public async Task Every_search_finds_what_it_finds_over_a_file()
    {
        foreach (var typed in (string[])["leak", "copper leak", "spooon", "\"the copper ketch\"", "sp*", "灯塔", "nowhere-to-be-found"])
        {
            Assert.Equal(await FoundAsync(fileApp, typed), await FoundAsync(app, typed));
            Assert.Equal(HttpStatusCode.OK, (await GetAsync(app, $"/search?q={Uri.EscapeDataString(typed)}")).Status);
        }

        Assert.Equal(HttpStatusCode.OK, (await GetAsync(app, "/")).Status);
    }

    [Fact]
    public async Task A_response_that_the_client_has_is_answered_with_304()
    {
        var known = (await app.Client.GetAsync(await TurnAsync())).Headers.ETag!;
        using var request = new HttpRequestMessage(HttpMethod.Get, await TurnAsync());
        request.Headers.IfNoneMatch.Add(known);
        Assert.Equal(HttpStatusCode.NotModified, (await app.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task The_status_page_names_the_server_and_no_secret()
    {
        var (_, body) = await GetAsync(app, "/status");
        Assert.Contains("id=\"servers\"", body, StringComparison.Ordinal);
        Assert.Contains(SharedPostgresServer.Get().Host, body, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(app, "/health/ready")).Status);
    }

    private static async Task<(HttpStatusCode Status, string Body)> GetAsync(WebApp app, string address)
    {
        using var response = await app.Client.GetAsync(new Uri(address, UriKind.Relative));
        var body = await response.Content.ReadAsStringAsync();
        var authority = app.Client.BaseAddress!.Authority;
        var alike = body.Replace(authority, "", StringComparison.Ordinal).Replace(Uri.EscapeDataString(authority), "", StringComparison.Ordinal);
        return (response.StatusCode, OfThisApp().Replace(alike, ""));
    }

    private static async Task<IReadOnlyList<string>> FoundAsync(WebApp app, string typed)
    {
        var (_, body) = await GetAsync(app, $"/api/v1/search?pageSize=100&q={Uri.EscapeDataString(typed)}");
        using var found = JsonDocument.Parse(body);
        return [.. found.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetRawText()).Order(StringComparer.Ordinal)];
    }

    private async Task<string> TurnAsync()
    {
        using var found = JsonDocument.Parse(await app.Client.GetStringAsync("/api/v1/search?q=spoon"));
        return new Uri(found.RootElement.GetProperty("items")[0].GetProperty("turn").GetProperty("url").GetString()!).PathAndQuery;
    }

    /// <summary>When the files were written, which differs from folder to folder.</summary>
    [GeneratedRegex("<updated>[^<]*</updated>|<lastmod>[^<]*</lastmod>")]
    private static partial Regex OfThisApp();
}
