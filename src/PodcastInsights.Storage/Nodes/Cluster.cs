using PodcastInsights.Core.Stores;

namespace PodcastInsights.Storage.Nodes;

/// <summary>
/// The servers of a store: a primary, which accepts writes, and standbys, which follow it. Probes all of them five times a second. A reader
/// gets a server with the newest known version. If that server is silent, a second one is asked too; if it is lost, the next one.
/// </summary>
/// <param name="isLoss">Whether an exception is about the server: the same may succeed on another one, or later.</param>
internal sealed class Cluster<TNode>(IReadOnlyList<TNode> nodes, Predicate<Exception> isLoss, TimeProvider clock) : IDisposable
    where TNode : Node
{
    /// <summary>
    /// Time between probes. Together with <see cref="Node.Patience"/>, the longest time for which a reader waits for a server that falls
    /// silent.
    /// </summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(0.2);

    /// <summary>
    /// Number of readers that may ask a second server at the same time: servers that are only slow must not get twice the work.
    /// </summary>
    private const int MostSeconds = 8;

    /// <summary>
    /// Number of times that the servers are tried, with a probe between, before a read or write fails because none answers.
    /// </summary>
    private const int MostRounds = 4;

    private readonly CancellationTokenSource stop = new();
    private readonly Lock beginning = new();
    private Task? looks;
    private int turn;

    public IReadOnlyList<TNode> All => nodes;

    public TimeProvider Clock => clock;

    /// <summary>A slot is taken by each reader that asks a second server.</summary>
    public SemaphoreSlim Seconds { get; } = new(MostSeconds, MostSeconds);

    /// <summary>
    /// The newest version on any server that answers; where none answers, the newest that any had. Null where no server ever had one.
    /// </summary>
    public StoreVersion? Newest
    {
        get
        {
            var states = nodes.Select(static node => node.State).Where(static state => state.Version is not null).ToList();
            return states.Where(static state => state.IsUp).DefaultIfEmpty(states.FirstOrDefault()).MaxBy(static state => state?.Version?.Number)?.Version;
        }
    }

    public bool IsLoss(Exception error) => isLoss(error);

    /// <summary>Probes all servers now, and from the first call on regularly until this is disposed.</summary>
    public Task LookAsync()
    {
        lock (beginning)
        {
            looks ??= LookOnAsync();
        }

        return Task.WhenAll(nodes.Select(static node => node.LookAsync()));
    }

    /// <summary>Reads from one server; where it is lost, from another one, and where it is silent, from both.</summary>
    /// <param name="work">See <see cref="ClusterRead{TNode, T}"/>; it may run several times, also at the same time.</param>
    public Task<T> ReadAsync<T>(Func<TNode, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        InRoundsAsync(() => new ClusterRead<TNode, T>(this, work).RunAsync(cancellationToken), cancellationToken);

    /// <summary>Runs work on the primary. Waits a short time where there is none, as while a standby is promoted.</summary>
    /// <param name="work">Runs again where the server is lost.</param>
    public Task<T> OnPrimaryAsync<T>(Func<TNode, Task<T>> work, CancellationToken cancellationToken) => InRoundsAsync(
        () => work(nodes.Where(static node => node.State.IsPrimary).MaxBy(static node => node.State.IsUp) ?? throw new NoPrimaryException()),
        cancellationToken);

    /// <summary>The servers with the newest version, standbys first and in rotation; where none is known to answer, all servers.</summary>
    public Queue<TNode> InOrder()
    {
        var newest = Newest;
        var first = Interlocked.Increment(ref turn) & int.MaxValue;
        var rotated = nodes.Index().OrderBy(node => (node.Index + first) % nodes.Count).Select(static node => node.Item).ToList();
        var good = rotated
            .Where(node => node.State is { IsUp: true } state && state.Version == newest)
            .OrderBy(static node => node.IsDoubted)
            .ThenBy(static node => node.State.IsPrimary)
            .ToList();
        return new Queue<TNode>(good.Count > 0 ? good : rotated);
    }

    public void Dispose()
    {
        stop.Cancel();
        foreach (var node in nodes)
        {
            node.Dispose();
        }
    }

    private async Task<T> InRoundsAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        for (var round = 1; ; round++)
        {
            try
            {
                return await work();
            }
            catch (Exception error) when (IsRepeated(error) && round < MostRounds && !cancellationToken.IsCancellationRequested)
            {
                await LookAsync();
            }
        }

        bool IsRepeated(Exception error) => error is NoPrimaryException || isLoss(error);
    }

    private async Task LookOnAsync()
    {
        using var timer = new PeriodicTimer(BetweenLooks, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stop.Token))
            {
                await LookAsync();
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The cluster was disposed.
        }
    }
}

/// <summary>None of the servers accepts writes.</summary>
internal sealed class NoPrimaryException() : Exception("No server takes writes.");
