using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PodcastInsights.Web.Commands;
using PodcastInsights.Web.Fetching;
using PodcastInsights.Web.Fetching.Requests;

namespace PodcastInsights.Web.Tests.Fetching;

/// <summary>
/// A server for feeds and transcripts under several host names that end in <c>.test</c>, and a target folder. The fetch treats 127.0.0.1 as
/// a public address, and other addresses of the machine as private.
/// </summary>
internal sealed class FeedHost : IAsyncDisposable
{
    public const string FeedPath = "/feed.xml";

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, RequestDelegate> answers = new(StringComparer.Ordinal);
    private readonly string root = Directory.CreateTempSubdirectory("fetch-").FullName;

    private FeedHost(WebApplication app) => this.app = app;

    /// <summary>Without a slash at its end.</summary>
    public string Address => $"http://pods.test:{Port}";

    public int Port { get; private set; }

    public string Folder => Path.Combine(root, "talks");

    public FetchLimits Limits { get; set; } = new();

    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>Received requests as <c>host/path?query</c>, in order.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>The pauses of a fetch, which are not waited for.</summary>
    public List<TimeSpan> Pauses { get; } = [];

    /// <summary>Addresses of host names; all other names lead to this host.</summary>
    public Dictionary<string, Queue<IPAddress>> Names { get; } = [];

    public StringWriter Output { get; private set; } = new();

    /// <summary>Names of files in the folder, without catalogue and state.</summary>
    public IEnumerable<string> Files => Directory.Exists(Folder)
        ? Directory.EnumerateFiles(Folder).Select(Path.GetFileName).OfType<string>()
            .Where(name => name is not ("index.json" or ".fetch.json")).Order(StringComparer.Ordinal)
        : [];

    public static async Task<FeedHost> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var host = new FeedHost(app);
        app.Run(host.AnswerAsync);
        await app.StartAsync();
        host.Port = new Uri(app.Urls.Single()).Port;
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Directory.Delete(root, recursive: true);
    }

    public void On(string path, RequestDelegate answer) => answers[path] = answer;

    /// <summary>Responds with a text, or with 304 to a request with its entity tag.</summary>
    public void On(string path, string text, string type = "text/plain", string? tag = null) => On(path, async context =>
    {
        if (tag is not null)
        {
            context.Response.Headers.ETag = tag;
            if (context.Request.Headers.IfNoneMatch == tag)
            {
                context.Response.StatusCode = 304;
                return;
            }
        }

        context.Response.ContentType = type;
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text));
    });

    /// <summary>A feed with these items at <see cref="FeedPath"/>.</summary>
    public void OnFeed(string items, string? tag = null) => On(FeedPath, FeedOf(items), "application/rss+xml", tag);

    public static string FeedOf(string items) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">
        <channel><title>Harbour talks</title><language>en</language>
        {items}
        </channel></rss>
        """;

    /// <summary>An item of a feed, of 5 March 2030 unless another day is given.</summary>
    /// <param name="transcripts">Addresses; their endings tell the media types.</param>
    public static string ItemOf(string id, string title, params string[] transcripts) => ItemOf(id, title, transcripts, 5);

    public static string ItemOf(string id, string title, string transcript, int day) => ItemOf(id, title, [transcript], day);

    public static string ItemOf(string id, string title, string[] transcripts, int day) => $"""
        <item><title>{title}</title><guid isPermaLink="false">{id}</guid><pubDate>Tue, {day:00} Mar 2030 06:00:00 GMT</pubDate>
        {string.Concat(transcripts.Select(address => $"<podcast:transcript url=\"{address}\" type=\"{TypeOf(address)}\"/>"))}</item>
        """;

    public Task<int> FetchAsync(params string[] options) => FetchAsync(Address + FeedPath, options);

    public Task<int> FetchAsync(string feed, string[] options, CancellationToken cancellationToken = default)
    {
        Output = new StringWriter();
        var parsed = FetchOptions.Parse([feed, Folder, "--delay", "0", .. options]).Options!;
        var connector = new CheckedConnector(
            ResolveAsync, address => parsed.AllowPrivate || PublicAddress.Is(address) || address.Equals(IPAddress.Loopback));
        var pauses = new HostPauses(parsed.Delay, Limits.FailuresOfHost, Clock, (pause, _) =>
        {
            Pauses.Add(pause);
            return Task.CompletedTask;
        });
        var client = new PoliteClient(PoliteClient.HandlerOf(connector, Limits, useProxy: false), pauses, Limits, Clock);
        return FetchCommand.RunAsync(parsed, client, Limits, Output, cancellationToken);
    }

    /// <summary>The catalogue that a fetch has written.</summary>
    public JsonObject Catalogue() => JsonNode.Parse(TextOf("index.json"))!.AsObject();

    /// <summary>What the catalogue says of a file.</summary>
    public JsonNode Entry(string file) =>
        Catalogue()["episodes"]!.AsArray().Single(entry => entry!["file"]!.GetValue<string>() == file)!;

    public string TextOf(string file) => File.ReadAllText(Path.Combine(Folder, file));

    /// <summary>The requests since the last call.</summary>
    public string[] TakeRequests()
    {
        var taken = Requests.ToArray();
        Requests.Clear();
        return taken;
    }

    private static string TypeOf(string address) => Path.GetExtension(address) switch
    {
        ".vtt" => "text/vtt",
        ".json" => "application/json",
        ".srt" => "application/srt",
        _ => "text/plain",
    };

    private Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken) => Task.FromResult<IPAddress[]>(
        !Names.TryGetValue(host, out var addresses) ? [IPAddress.Loopback]
        : [addresses.Count > 1 ? addresses.Dequeue() : addresses.Peek()]);

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path + context.Request.QueryString;
        Requests.Enqueue($"{context.Request.Host.Host}{path}");
        if (answers.TryGetValue(path, out var answer) || answers.TryGetValue(context.Request.Path, out answer))
        {
            return answer(context);
        }

        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    }
}
