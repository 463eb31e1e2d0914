using PodcastInsights.Core.Stores;

namespace PodcastInsights.Storage.PostgreSql;

/// <summary>
/// The servers of a library: one that takes writes, and standbys that follow it. Looks at all of them every few tenths of a second. Whoever
/// reads gets one that holds the newest state that is known; where it is silent, a second one is asked as well, and where it is lost, the next.
/// </summary>
internal sealed class PostgresNodes : IDisposable
{
    /// <summary>With a look's patience, the longest for which a reader waits for a server that has fallen silent.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(0.2);

    /// <summary>Readers who may ask a second server at once: servers that are only slow must not get twice the work.</summary>
    private const int MostSeconds = 8;

    /// <summary>How often all servers are gone through before a reader is told that none answers.</summary>
    private const int MostRounds = 4;

    private readonly CancellationTokenSource stop = new();
    private readonly Lazy<Task> looks;
    private int turn;

    public PostgresNodes(IEnumerable<(string Name, string ConnectionString)> servers)
    {
        All = [.. servers.Select(server => new PostgresNode(server.Name, server.ConnectionString))];
        looks = new Lazy<Task>(() => Task.Run(LookOnAsync));
    }

    public IReadOnlyList<PostgresNode> All { get; }

    /// <summary>Taken by whoever asks a second server.</summary>
    public SemaphoreSlim Seconds { get; } = new(MostSeconds, MostSeconds);

    /// <summary>The newest state that a server holds which answers, or held where none does; null where none ever held one.</summary>
    public StoreVersion? Newest
    {
        get
        {
            var states = All.Select(node => node.State).Where(state => state.Version is not null).ToList();
            return states.Where(state => state.IsUp).DefaultIfEmpty(states.FirstOrDefault()).MaxBy(state => state?.Version?.Number)?.Version;
        }
    }

    public PostgresNode? Primary => All.Where(node => node.State.IsPrimary).MaxBy(node => node.State.IsUp);

    /// <summary>Looks at all servers now; from then on, for as long as this lives.</summary>
    public Task LookAsync()
    {
        _ = looks.Value;
        return Task.WhenAll(All.Select(node => node.LookAsync()));
    }

    /// <summary>Reads from one server; from another one where it is lost, and from both where it is silent.</summary>
    /// <param name="work">See <see cref="PostgresRead{T}"/>; it may be done several times, and at once.</param>
    public async Task<T> ReadAsync<T>(Func<PostgresNode, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        for (var round = 1; ; round++)
        {
            try
            {
                return await new PostgresRead<T>(this, work).RunAsync(cancellationToken);
            }
            catch (Exception error) when (PostgresProblems.IsLoss(error) && round < MostRounds && !cancellationToken.IsCancellationRequested)
            {
                await LookAsync();
            }
        }
    }

    /// <summary>Those that hold the newest state, standbys first and each in its turn; where none is known to answer, all.</summary>
    public Queue<PostgresNode> InOrder()
    {
        var newest = Newest;
        var first = Interlocked.Increment(ref turn) & int.MaxValue;
        var rotated = All.Index().OrderBy(node => (node.Index + first) % All.Count).Select(node => node.Item).ToList();
        var good = rotated
            .Where(node => node.State is { IsUp: true } state && state.Version == newest)
            .OrderBy(node => node.IsDoubted)
            .ThenBy(node => node.State.IsPrimary)
            .ToList();
        return new Queue<PostgresNode>(good.Count > 0 ? good : rotated);
    }

    public void Dispose()
    {
        stop.Cancel();
        foreach (var node in All)
        {
            node.Dispose();
        }
    }

    private async Task LookOnAsync()
    {
        using var timer = new PeriodicTimer(BetweenLooks);
        try
        {
            while (await timer.WaitForNextTickAsync(stop.Token))
            {
                await LookAsync();
            }
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            // Nobody looks any more.
        }
    }
}
