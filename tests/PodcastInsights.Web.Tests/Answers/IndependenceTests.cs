using System.Net;
using CsCheck;

namespace PodcastInsights.Web.Tests.Answers;

/// <summary>A response does not depend on earlier requests.</summary>
public sealed class IndependenceTests : IAsyncLifetime
{
    // Two names that differ in case only: the last letter is a final and a medial sigma.
    private const string Final = "/episodes/σισυφος";
    private const string Medial = "/episodes/σισυφοσ";

    private static readonly Gen<string> Paths = Gen.OneOf(
        "/", "/zh", "/zh/", "/zH/", "/zh-Hant", "/zh-hant/", "/episodes", "/EPISODES", "/Zh/episodes", "/episodes/", "/episodes/mira-okafor",
        "/Episodes/mira-okafor", "/zh/episodes/mira-okafor", "/zH/episodes/mira-okafor", "/episodes/Mira-Okafor", Final, Medial,
        "/zh" + Final, "/zh" + Medial, "/speakers", "/search", "/api/v1/episodes", "/API/v1/episodes", "/api/v1" + Final,
        "/api/v1" + Medial, "/api/v1/search", "/api/v1/episodes.csv", "/api/v1/search.csv", "/search.csv", "/feeds/episodes.atom", "/FEEDS/Episodes.atom", "/zh/feeds/search.json", "/feeds/speakers/ada-quill.atom", "/sitemap.xml", "/robots.txt", "/ROBOTS.txt", "/openapi/v1.json", "/nothing", "/zh/nothing",
        "/episodes.md", "/zh/episodes/mira-okafor.md", "/episodes/mira-okafor.MD", Final + ".md", "/speakers.md", "/oembed", "/suggestions", "/opensearch.xml", "/zh/llms.txt");

    private static readonly Gen<string> Queries = Gen.OneOf(
        "page=1", "page=2", "PAGE=2", "q=leak", "Q=flour", "q=", "q=leak&q=flour", "lang=zh", "lang=en", "view=both", "order=title",
        "url=http%3A%2F%2Ftalks.example%2Fepisodes%2Fmira-okafor", "url=https%3A%2F%2Fother.example%2Fpods%2Fzh%2Fepisodes%2Fmira-okafor",
        "pageSize=1", "x=1", "X=2", "utm_source=a", "slug=rosa-lind", "handler=a", "culture=zh-Hans", "_=1").Array[0, 3]
        .Select(parts => parts.Length == 0 ? "" : "?" + string.Join('&', parts));

    // Method, path, query, and the headers below, in this order.
    private static readonly Gen<string[]> Askings = Gen.Select(
        Gen.Select(Gen.OneOf("GET", "GET", "HEAD"), Paths, Queries),
        Gen.Select(
            Gen.OneOf("", "br", "gzip", "BR, gzip", "br;q=0", "br;q=0, gzip", "*", "identity", "gzip;q=0, *", "x-br"),
            Gen.OneOf("", "zh", "en", "zh-CN,zh;q=0.9,en;q=0.8", "en;q=0.1, zh", "zh;q=0", "fr", "*"),
            Gen.OneOf("", "talks.example", "TALKS.example", "talks.example:81", "other.example")),
        Gen.Select(
            Gen.OneOf("", "https", "HTTPS", "http"), Gen.OneOf("", "*", "\"1\"", "W/\"1\""), Gen.OneOf("", "bytes=0-9"), Gen.OneOf("", "none", "same-origin"),
            Gen.OneOf("", "", "/", "/pods", "/pods/", "/zh", "/talks", "//evil.example", "/a b"),
            Gen.OneOf("", "https://a.example", "null"),
            Gen.OneOf("", "", "*/*", "text/html", "text/markdown", "text/markdown;q=0.1, text/html", "text/markdown;q=0", "text/x-1", "application/json")),
        (line, wishes, rest) => new[]
        {
            line.Item1, line.Item2, line.Item3, wishes.Item1, wishes.Item2, wishes.Item3, rest.Item1, rest.Item2, rest.Item3, rest.Item4, rest.Item5, rest.Item6,
            rest.Item7,
        });

    private static readonly string[] Headers =
    [
        "Accept-Encoding", "Accept-Language", "Host", "X-Forwarded-Proto", "If-None-Match", "Range", "Sec-Fetch-Site", "X-Forwarded-Prefix", "Origin", "Accept",
    ];

    // Pairs of requests that differ in one part, or in the case of the path: the most likely ones to be confused by the cache.
    private static readonly Gen<(string[] First, string[] Second)> Pairs = Gen.Select(
        Askings, Askings, Gen.Int[0, Headers.Length + 3], (second, other, part) => (Changed(second, other, part), second));

    private readonly WebApp app = new(new() { ["Proxy:Trusted"] = "127.0.0.1, ::1" });
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private int version;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(app.Transcripts);
        foreach (var name in new[] { "Σίσυφος", "Σίσυφοσ" })
        {
            await File.WriteAllTextAsync(Path.Combine(app.Transcripts, name + ".md"), $"**Ada Quill:** I am {name}.\n\n**Bo Lantern:** Yes.\n");
        }

        await app.InitializeAsync();
        client.BaseAddress = app.Client.BaseAddress;
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public Task The_answer_to_the_second_of_two_requests_does_not_depend_on_the_first() => Pairs.SampleAsync(
        async pair =>
        {
            var (first, second) = pair;
            Forget();
            var alone = await AnswerAsync(second);
            Forget();
            await AnswerAsync(first);
            Assert.Equal(alone, await AnswerAsync(second));
            Assert.Equal(alone, await AnswerAsync(second));
        },
        iter: 300,
        threads: 1);

    [Fact]
    public async Task Two_names_that_are_one_in_upper_case_are_two_episodes()
    {
        Assert.Contains("Σίσυφος.", await client.GetStringAsync(Final), StringComparison.Ordinal);
        Assert.Contains("Σίσυφοσ.", await client.GetStringAsync(Medial), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/EPISODES/mira-okafor?lang=zh&x=1", "/episodes/mira-okafor?lang=zh&x=1")]
    [InlineData("/zH/episodes", "/zh/episodes")]
    [InlineData("/Feeds/Speakers/mira-okafor.ATOM", "/feeds/speakers/mira-okafor.atom")]
    [InlineData("/zh", "/zh/")]
    [InlineData("/zh-hant/episodes", "/zh-Hant/episodes")]
    [InlineData("/episodes/", "/episodes")]
    [InlineData("/Health/Live", "/health/live")]
    [InlineData("/api/V1/episodes/mira-okafor/EXPORT/md", "/api/v1/episodes/mira-okafor/export/md")]
    [InlineData("/Cards/mira-okafor/1-abc.PNG", "/cards/mira-okafor/1-abc.png")]
    [InlineData("/ZH/episodes/%E6%9E%97", "/zh/episodes/%E6%9E%97")]
    public async Task Other_forms_of_an_address_redirect_to_the_canonical_one(string other, string address)
    {
        using var answer = await client.GetAsync(other);
        Assert.Equal((HttpStatusCode.MovedPermanently, address), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        Security.AnswerHeaders.AreOn(answer);
    }

    private static string[] Changed(string[] asking, string[] other, int part)
    {
        string[] changed = [.. asking];
        if (part < asking.Length)
        {
            changed[part] = other[part];
        }
        else
        {
            changed[1] = asking[1].EndsWith('ς') ? asking[1][..^1] + 'σ' : asking[1].EndsWith('σ') ? asking[1][..^1] + 'ς' : asking[1].ToUpperInvariant();
        }

        return changed;
    }

    /// <summary>Changes the library's version, so that nothing cached is used.</summary>
    private void Forget() => File.SetLastWriteTimeUtc(Path.Combine(app.Folder, "library.db"), DateTime.UnixEpoch.AddSeconds(++version));

    private async Task<string> AnswerAsync(string[] asking)
    {
        using var request = new HttpRequestMessage(new HttpMethod(asking[0]), asking[1] + asking[2]);
        foreach (var (name, value) in Headers.Zip(asking[3..]).Where(header => header.Second.Length > 0))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await client.SendAsync(request);
        var headers = answer.Headers.Concat(answer.Content.Headers)
            .Where(header => header.Key is not ("Date" or "ETag"))
            .Select(header => $"{header.Key}: {string.Join('|', header.Value)}")
            .Order(StringComparer.Ordinal);
        return $"{answer.StatusCode}\n{string.Join('\n', headers)}\n{Convert.ToHexString(await answer.Content.ReadAsByteArrayAsync())}";
    }
}
