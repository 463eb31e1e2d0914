using PodcastInsights.Core.Stores;

namespace PodcastInsights.Web.Observability;

/// <summary>Logs what becomes of database servers: which takes writes, and why one cannot be asked.</summary>
internal sealed partial class ServerLog(ILibraryStore store, TimeProvider clock, ILogger<ServerLog> logger) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    private const string TakesWrites = "takes writes";
    private const string Follows = "follows";

    /// <summary>A standby that has come no nearer for so many looks has stopped to follow, as where its disk is full.</summary>
    private const int LooksOfStanding = 10;

    private readonly Dictionary<string, string> told = [];
    private readonly Dictionary<string, (long Behind, int Looks)> standing = [];
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
                yield return (state is TakesWrites or Follows ? LogLevel.Information : LogLevel.Warning, $"The database server {server.Name} {state}");
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

    private string StateOf(StoreServer server)
    {
        var (behind, looks) = standing.GetValueOrDefault(server.Name);
        standing[server.Name] = server.Behind > 0 && server.Behind >= behind ? (server.Behind.Value, looks + 1) : (server.Behind ?? 0, 0);
        return !server.IsUp ? $"cannot be asked: {server.Problem}"
            : server.Problem is { } problem ? $"did not answer a reader, who asked another: {problem}"
            : standing[server.Name].Looks >= LooksOfStanding ? "is behind and comes no nearer, so nobody reads it"
            : server.TakesWrites ? TakesWrites
            : Follows;
    }

    private static partial class Log
    {
        [LoggerMessage("{Sentence}")]
        public static partial void Said(ILogger logger, LogLevel level, string sentence);
    }
}
