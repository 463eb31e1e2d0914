using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PodcastInsights.Core.Citation;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Search;
using PodcastInsights.Core.Search.Browsing;
using PodcastInsights.Core.Stores;

namespace PodcastInsights.Web.Tests.Api.Description;

/// <summary>What is described is answered, and what is answered is described: addresses, statuses, media types, headers and bodies.</summary>
public sealed class DescribedAnswersTests(WebApp app, DescriptionPrograms programs)
{
    /// <summary>An address of each operation that is answered with 200; <c>{turn}</c> stands for an id.</summary>
    private const string Status = "GetStatus";

    private static readonly Dictionary<string, string> Good = new()
    {
        ["ListEpisodes"] = "/api/v1/episodes?pageSize=3&page=1",
        ["ListEpisodesAsTable"] = "/api/v1/episodes.csv?order=title",
        ["GetEpisode"] = "/api/v1/episodes/mira-okafor",
        ["GetTurnsAsTable"] = "/api/v1/episodes/mira-okafor/turns.csv",
        ["GetTurn"] = "/api/v1/episodes/mira-okafor/turns/{turn}?w=2-3",
        ["ExportEpisode"] = "/api/v1/episodes/mira-okafor/export/json",
        ["SearchTurns"] = "/api/v1/search?q=leak",
        ["SearchTurnsAsTable"] = "/api/v1/search.csv?q=leak",
        ["Suggest"] = "/api/v1/suggest?q=spo",
        ["ListSpeakers"] = "/api/v1/speakers",
        ["ListSpeakersAsTable"] = "/api/v1/speakers.csv",
        ["CheckQuotation"] = "/api/v1/check?text=We%20found%20the%20leak%20on%20a%20lighthouse%20island%20with%20a%20fork",
        ["GetStatus"] = "/api/v1/status",
        ["ListFiles"] = "/api/v1/status/files",
        ["ListMergedNames"] = "/api/v1/status/names",
        ["ListFormerAddresses"] = "/api/v1/status/addresses",
    };

    /// <summary>Further answers of 200, so that members that are mostly null or empty are held against their schemas too.</summary>
    private static readonly (string Operation, string Address)[] More =
    [
        ("GetEpisode", "/api/v1/episodes/rosa-lind"), ("GetEpisode", "/api/v1/episodes/winter-market?lang=zh"), ("GetEpisode", "/api/v1/episodes/odile-varga"),
        ("GetTurn", "/api/v1/episodes/mira-okafor/turns/2-zzzzzz"), ("GetTurn", "/api/v1/episodes/mira-okafor/turns/{turn}?w=1-1.2-zzzzzz"),
        ("SearchTurns", "/api/v1/search?q=mira"), ("SearchTurns", "/api/v1/search?q=lighthuose"), ("SearchTurns", "/api/v1/search?q=xylophonist"),
        ("SearchTurns", "/api/v1/search?q=leak%20year:no"), ("Suggest", "/api/v1/suggest?q=topic:s"), ("Suggest", "/api/v1/suggest"),
        ("CheckQuotation", "/api/v1/check?text=Purple%20umbrellas%20dance%20over%20quiet%20mountains"),
        ("CheckQuotation", "/api/v1/check?text=The%20copper%20ketch%20is%20not%20afloat,%20and%20so%20is%20the%20spoon&speaker=Petra"),
        ("ExportEpisode", "/api/v1/episodes/rosa-lind/export/vtt"), ("ExportEpisode", "/api/v1/episodes/rosa-lind/export/srt"),
        ("ExportEpisode", "/api/v1/episodes/rosa-lind/export/md"), ("ExportEpisode", "/api/v1/episodes/rosa-lind/export/txt"),
        ("ExportEpisode", "/api/v1/episodes/rosa-lind/export/podcast.json"), ("ExportEpisode", "/api/v1/episodes/odile-varga/export/chapters.json"),
    ];

    private static readonly string[] OfEveryAnswer = ["ETag", "Link", "X-Total-Count", "Retry-After", "Location", "Content-Disposition"];

    [Fact]
    public async Task Every_endpoint_below_the_API_is_described_and_nothing_else()
    {
        var endpoints = app.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal) && !endpoint.RoutePattern.RawText.Contains("{**", StringComparison.Ordinal))
            .ToList();
        var described = await Described.AllAsync(app);
        Assert.Equal(endpoints.Select(endpoint => endpoint.RoutePattern.RawText).Order(), described.Select(operation => operation.Path).Order());
        Assert.All(endpoints, endpoint => Assert.Equal(["GET", "HEAD"], endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods));
        Assert.Equal(Good.Keys.Order(), described.Select(operation => operation.Id).Order());
    }

    [Fact]
    public async Task Every_described_answer_is_given_with_its_headers_and_in_its_shape_and_no_other_is()
    {
        var operations = await Described.AllAsync(app);
        var given = new List<GivenAnswer>();
        foreach (var operation in operations)
        {
            given.Add(await GiveAsync(app, operation, 200));
            given.Add(await GiveAsync(app, operation, 400, request => request.Headers.Host = "xn--"));
            foreach (var status in operation.Statuses)
            {
                switch (status)
                {
                    case 304:
                        using (var first = await app.Client.GetAsync(await AddressAsync(app, operation.Id)))
                        {
                            await GiveAsync(app, operation, 304, request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));
                        }

                        break;
                    case 403:
                        given.Add(await GiveAsync(app, operation, 403, request => request.Headers.Add("X-Forwarded-For", "198.51.100.1")));
                        break;
                    case 404:
                        given.Add(await GiveAsync(app, operation, 404, address: Good[operation.Id].Replace("mira-okafor", "nobody", StringComparison.Ordinal)));
                        break;
                }
            }
        }

        foreach (var (id, address) in More)
        {
            given.Add(await GiveAsync(app, operations.Single(operation => operation.Id == id), 200, address: address));
        }

        given.AddRange(await GivenToTheImpatientAsync(operations));
        given.AddRange(await GivenOfRenamedEpisodesAsync(operations));
        given.AddRange(await GivenByAFailingLibraryAsync(operations));

        // Those without a body are not in the list. The status tells of a library that cannot be read; only a busy server refuses it.
        var seen = given.Select(answer => (answer.Operation, answer.Status))
            .Concat(operations.Where(one => one.Statuses.Contains(304)).Select(one => (Operation: one.Id, Status: 304)))
            .Append((Status, 503));
        Assert.Equal(operations.SelectMany(operation => operation.Statuses.Select(status => (operation.Id, status))).Order(), seen.Distinct().Order());
        Assert.Equal([], await programs.CheckAsync(await app.Client.GetStringAsync("/openapi/v1.json"), given.Where(answer => answer.Status != 301)));
    }

    /// <summary>429.</summary>
    private static async Task<IReadOnlyList<GivenAnswer>> GivenToTheImpatientAsync(IReadOnlyList<Described> operations)
    {
        await using var own = new WebApp(new() { ["RateLimit:PermitsPerMinute"] = "1" });
        await own.InitializeAsync();
        using var only = await own.Client.GetAsync("/");
        return await GiveAllAsync(own, operations, 429);
    }

    /// <summary>301.</summary>
    private static async Task<IReadOnlyList<GivenAnswer>> GivenOfRenamedEpisodesAsync(IReadOnlyList<Described> operations)
    {
        await using var own = await EditedLibrary.StartAsync("Wheat.md");
        File.Move(Path.Combine(own.Transcripts, "Wheat.md"), Path.Combine(own.Transcripts, "Corn.md"));
        await own.ImportAsync();
        return await GiveAllAsync(own, operations.Where(operation => operation.Statuses.Contains(301)), 301, "wheat");
    }

    /// <summary>500 and 503.</summary>
    private static async Task<IReadOnlyList<GivenAnswer>> GivenByAFailingLibraryAsync(IReadOnlyList<Described> operations)
    {
        var failure = new Failure();
        await using var own = new WebApp(new() { ["RateLimit:PermitsPerMinute"] = "0", ["Library:Watch"] = "false" })
        {
            Configure = services =>
            {
                Fail<IEpisodeReader>(services, failure);
                Fail<ISearchIndex>(services, failure);
                Fail<ILibraryDirectory>(services, failure);
                Fail<IImportReports>(services, failure);
                Fail<IFormerAddresses>(services, failure);
            },
        };
        await own.InitializeAsync();
        failure.Now = new InvalidOperationException("A fault.");
        var faults = await GiveAllAsync(own, operations, 500);
        failure.Now = new UnusableLibraryException(own.Folder, LibraryProblem.Inaccessible, "a test says so.");
        return [.. faults, .. await GiveAllAsync(own, operations.Where(static operation => operation.Id != Status), 503)];
    }

    private static async Task<IReadOnlyList<GivenAnswer>> GiveAllAsync(
        WebApp server, IEnumerable<Described> operations, int status, string episode = SampleLibrary.BothEditions)
    {
        var given = new List<GivenAnswer>();
        foreach (var operation in operations)
        {
            given.Add(await GiveAsync(server, operation, status, address: Good[operation.Id].Replace(SampleLibrary.BothEditions, episode, StringComparison.Ordinal)));
        }

        return given;
    }

    private static async Task<GivenAnswer> GiveAsync(
        WebApp server, Described operation, int status, Action<HttpRequestMessage>? change = null, string? address = null)
    {
        address ??= Good[operation.Id];
        if (status is 200 or 304 or 400 && address.Contains("{turn}", StringComparison.Ordinal))
        {
            address = address.Replace("{turn}", await server.TurnIdAsync(SampleLibrary.BothEditions, "copper ketch, without"), StringComparison.Ordinal);
        }

        address = address.Replace("{turn}", "1-zzzzzz", StringComparison.Ordinal);
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = server.Client.BaseAddress };
        GivenAnswer? given = null;
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            using var request = new HttpRequestMessage(method, address);
            change?.Invoke(request);
            using var answer = await client.SendAsync(request);
            var body = await answer.Content.ReadAsStringAsync();
            Assert.True(status == (int)answer.StatusCode, $"{method} {address}: {(int)answer.StatusCode} and not {status}: {body}");
            var (headers, mediaTypes) = operation.Answer(status);
            var said = answer.Headers.Concat(answer.Content.Headers).Select(header => header.Key).Intersect(OfEveryAnswer);

            // Who is refused for a moment is told how long wherever that is known; a server that gives up in the middle does not know.
            Assert.Equal(headers.Order(), said.Order());
            given ??= new GivenAnswer(operation.Id, status, answer.Content.Headers.ContentType?.MediaType ?? "", body);
            Assert.Equal(given.MediaType, answer.Content.Headers.ContentType?.MediaType ?? "");
            if (mediaTypes.Count > 0)
            {
                Assert.Contains(given.MediaType, mediaTypes);
            }
        }

        return given!;
    }

    private static async Task<string> AddressAsync(WebApp server, string operation) => Good[operation].Contains("{turn}", StringComparison.Ordinal)
        ? Good[operation].Replace("{turn}", await server.TurnIdAsync(SampleLibrary.BothEditions, "copper ketch, without"), StringComparison.Ordinal)
        : Good[operation];

    private static void Fail<T>(IServiceCollection services, Failure failure)
        where T : class
    {
        var known = services.Last(service => service.ServiceType == typeof(T));
        services.Replace(ServiceDescriptor.Describe(
            typeof(T),
            provider =>
            {
                var proxy = DispatchProxy.Create<T, Failing>();
                ((Failing)(object)proxy).Of(failure, known.ImplementationInstance ?? known.ImplementationFactory?.Invoke(provider)
                    ?? ActivatorUtilities.CreateInstance(provider, known.ImplementationType!));
                return proxy;
            },
            known.Lifetime));
    }

    /// <summary>What every question to the library fails with; null while it does not.</summary>
    private sealed class Failure
    {
        public Exception? Now { get; set; }
    }

    /// <remarks>The proxy that is made of it is a class of its own.</remarks>
#pragma warning disable CA1852
    private class Failing : DispatchProxy
#pragma warning restore CA1852
    {
        private Failure failure = null!;
        private object real = null!;

        internal void Of(Failure what, object whose) => (failure, real) = (what, whose);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            failure.Now is { } error ? throw error : targetMethod!.Invoke(real, args);
    }
}
