using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PodcastInsights.Web.Tests.Api;

/// <summary>The headers that say where the other pages of a list are (RFC 8288), and how many items it has.</summary>
public sealed partial class PageLinksTests(WebApp app)
{
    [Theory]
    [InlineData("/api/v1/episodes?pageSize=2")]
    [InlineData("/api/v1/episodes.csv?pageSize=4")]
    [InlineData("/api/v1/speakers?pageSize=3&order=episodes")]
    [InlineData("/api/v1/speakers.csv?pageSize=100")]
    [InlineData("/api/v1/search?q=the&pageSize=5&lang=en&lang=zh")]
    [InlineData("/api/v1/search.csv?q=the&pageSize=7")]
    [InlineData("/api/v1/search?q=")]
    [InlineData("/api/v1/status/addresses")]
    public async Task Following_the_links_visits_every_page_once_in_both_directions(string address)
    {
        var bodies = new List<string>();
        var at = address;
        string? first = null, last = null, before = null;
        for (var next = (string?)address; next is not null;)
        {
            at = next;
            using var page = await app.Client.GetAsync(at);
            bodies.Add(await page.Content.ReadAsStringAsync());
            var links = LinksOf(page);
            (first, last) = (first ?? links["first"], last ?? links["last"]);
            Assert.Equal((first, last), (links["first"], links["last"]));
            Assert.Equal(before is not null, links.ContainsKey("prev"));
            if (before is not null)
            {
                Assert.Equal(await BodyAsync(before), await BodyAsync(links["prev"]));
            }

            before = at;
            next = links.GetValueOrDefault("next");
        }

        var (size, total) = (SizeOf(address), await TotalAsync(address));
        Assert.Equal(Math.Max(1, (total + size - 1) / size), bodies.Count);
        Assert.Equal(bodies.Count, bodies.Distinct().Count());
        Assert.Equal((bodies[0], bodies[^1]), (await BodyAsync(first!), await BodyAsync(last!)));
    }

    [Theory]
    [InlineData("/api/v1/episodes?pageSize=2&page=2", 2, 3, 1, 3, 1)]
    [InlineData("/api/v1/episodes?pageSize=2&page=3", 3, null, 2, 3, 1)]
    [InlineData("/api/v1/episodes?pageSize=2&page=9", 9, null, 3, 3, 1)] // past the last one, the last is the one before
    [InlineData("/api/v1/episodes?pageSize=2&page=1000000", 1000000, null, 3, 3, 1)]
    public async Task Pages_that_are_not_there_are_not_named(string address, int page, int? next, int? previous, int last, int first)
    {
        using var answer = await app.Client.GetAsync(address);
        var links = LinksOf(answer).ToDictionary(link => link.Key, link => int.Parse(Page.Match(link.Value).Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(page, (await app.GetJsonAsync(address)).GetProperty("page").GetInt32());
        Assert.Equal((next, previous, last, first), (Found("next"), Found("prev"), Found("last"), Found("first")));

        int? Found(string relation) => links.TryGetValue(relation, out var number) ? number : null;
    }

    [Fact]
    public async Task They_have_the_parameters_that_are_known_and_nothing_else_of_the_request()
    {
        using var answer = await app.Client.GetAsync("/api/v1/search?utm=x&PAGESIZE=1&q=%3Cb%3E%22%20leak&speaker=mira&page=1&speaker=petra&x=%3E");
        Assert.Equal("/api/v1/search?q=%3Cb%3E%22%20leak&speaker=mira&speaker=petra&pageSize=1&page=1", LinksOf(answer)["first"]);
    }

    [Fact]
    public async Task Of_a_long_address_there_are_as_many_as_a_proxy_lets_through()
    {
        foreach (var length in new[] { 10, 60, 120, 200, 400, 800 })
        {
            // Every letter takes nine characters.
            using var answer = await app.Client.GetAsync($"/api/v1/episodes?pageSize=2&q={Uri.EscapeDataString(new string('船', length))}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.True(string.Join(", ", answer.Headers.TryGetValues("Link", out var links) ? links : []).Length <= 2000);
        }
    }

    [Fact]
    public async Task Of_a_list_in_parts_they_lead_through_all_parts_with_the_filters_asked_for()
    {
        await using var own = new WebApp([]);
        Directory.CreateDirectory(own.Transcripts);
        foreach (var number in Enumerable.Range(1, 120))
        {
            // Characters that an address must encode.
            await File.WriteAllTextAsync(Path.Combine(own.Transcripts, $"note {number:000} & 船.txt"), "Nobody speaks here.\n");
        }

        await own.InitializeAsync();
        var (paths, first) = (new List<string>(), "");
        for (var next = (string?)"/api/v1/status/files?show=skipped"; next is not null;)
        {
            using var answer = await own.Client.GetAsync(next);
            var links = LinksOf(answer);
            first = links["first"];
            paths.AddRange(JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("items").EnumerateArray()
                .Select(item => item.GetProperty("path").GetString()!));
            Assert.False(answer.Headers.Contains("X-Total-Count"));
            next = links.GetValueOrDefault("next");
        }

        Assert.Equal("/api/v1/status/files?show=skipped", first);
        Assert.Equal(Enumerable.Range(1, 120).Select(number => $"note {number:000} & 船.txt"), paths);
    }

    [Fact]
    public async Task They_begin_with_the_path_of_the_site()
    {
        await using var own = new WebApp(new() { ["Site:PathBase"] = "/pods" });
        await own.InitializeAsync();
        using var answer = await own.Client.GetAsync("/pods/api/v1/episodes?pageSize=2");
        Assert.Equal("/pods/api/v1/episodes?pageSize=2&page=2", LinksOf(answer)["next"]);
    }

    [Fact]
    public async Task Errors_and_what_is_no_list_have_none()
    {
        foreach (var address in new[] { "/api/v1/episodes?page=0", "/api/v1/episodes/mira-okafor", "/api/v1/episodes/mira-okafor/turns.csv", "/api/v1/suggest?q=le", "/api/v1/status" })
        {
            using var answer = await app.Client.GetAsync(address);
            Assert.False(answer.Headers.Contains("Link") || answer.Headers.Contains("X-Total-Count"), address);
        }
    }

    private static int SizeOf(string address) => Size.Match(address) is { Success: true } size
        ? int.Parse(size.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)
        : 50;

    private async Task<string> BodyAsync(string address) => await app.Client.GetStringAsync(address);

    private async Task<int> TotalAsync(string address)
    {
        using var answer = await app.Client.GetAsync(address);
        return int.Parse(answer.Headers.GetValues("X-Total-Count").Single(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static Dictionary<string, string> LinksOf(HttpResponseMessage answer)
    {
        var header = answer.Headers.GetValues("Link").Single();
        var links = Link.Matches(header).ToDictionary(link => link.Groups[2].Value, link => link.Groups[1].Value);
        Assert.Equal(header, string.Join(", ", links.Select(link => $"<{link.Value}>; rel=\"{link.Key}\"")));
        return links;
    }

    [GeneratedRegex("""<([^<>\s"]+)>; rel="([a-z]+)"(?:, |$)""")]
    private static partial Regex Link { get; }

    [GeneratedRegex(@"[?&]page=(\d+)$")]
    private static partial Regex Page { get; }

    [GeneratedRegex(@"pageSize=(\d+)")]
    private static partial Regex Size { get; }
}
