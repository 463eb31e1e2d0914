using PodcastInsights.Core.Stores;

namespace PodcastInsights.Web.Observability;

/// <summary>Logs what becomes of database servers: which takes writes, and why one cannot be asked.</summary>
internal sealed partial class ServerLog(ILibraryStore store, TimeProvider clock, ILogger<ServerLog> logger) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, string> told = [];
    private IReadOnlyDictionary<string, string> before = new Dictionary<string, string>();
    private int writers;

    /// <summary>Sentences to log about servers that have changed since they were told of, and have stayed so since the last look.</summary>
    internal IEnumerable<(LogLevel Level, string Sentence)> News(IReadOnlyList<StoreServer> servers)
    {
        var now = servers.ToDictionary(static server => server.Name, StateOf, StringComparer.Ordinal);
        foreach (var server in servers)
        {
            var state = now[server.Name];
            if (before.GetValueOrDefault(server.Name) == state && told.GetValueOrDefault(server.Name) != state)
            {
                told[server.Name] = state;
                yield return (server.IsUp ? LogLevel.Information : LogLevel.Warning, $"The database server {server.Name} {state}");
            }
        }

        before = now;
        var writing = servers.Where(static server => server is { IsUp: true, TakesWrites: true }).Select(static server => server.Name).ToList();
        if (writing.Count > 1 && writing.Count > writers)
        {
            yield return (
                LogLevel.Error,
                $"{writing.Count} database servers take writes: {string.Join(", ", writing)}. What one of them is sent, the others lack: keep the old one down");
        }

        writers = writing.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(BetweenLooks, clock);
        while (store.Servers.Count > 0 && await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var (level, sentence) in News(store.Servers))
            {
                Log.Said(logger, level, sentence);
            }
        }
    }

    private static string StateOf(StoreServer server) =>
        server.Problem is { } problem ? $"cannot be asked: {problem}" : server.TakesWrites ? "takes writes" : "follows";

    private static partial class Log
    {
        [LoggerMessage("{Sentence}")]
        public static partial void Said(ILogger logger, LogLevel level, string sentence);
    }
}
