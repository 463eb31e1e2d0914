using PodcastInsights.Core.Stores;

namespace PodcastInsights.Storage.Nodes;

/// <summary>
/// The servers of a store: one that takes writes, and standbys that follow it. Looks at all of them every few tenths of a second. Whoever
/// reads gets one that holds the newest state that is known; where it is silent, a second one is asked as well, and where it is lost, the next.
/// </summary>
/// <param name="isLoss">Whether an exception tells of the server: the same may succeed on another one, or later.</param>
internal sealed class Cluster<TNode>(IReadOnlyList<TNode> nodes, Predicate<Exception> isLoss, TimeProvider clock) : IDisposable
    where TNode : Node
{
    /// <summary>With a look's patience, the longest for which a reader waits for a server that has fallen silent.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(0.2);

    /// <summary>Readers who may ask a second server at once: servers that are only slow must not get twice the work.</summary>
    private const int MostSeconds = 8;

    /// <summary>How often servers are tried, with a look between, before whoever reads or writes is told that none answers.</summary>
    private const int MostRounds = 4;

    private readonly CancellationTokenSource stop = new();
    private readonly Lock beginning = new();
    private Task? looks;
    private int turn;

    public IReadOnlyList<TNode> All => nodes;

    public TimeProvider Clock => clock;

    /// <summary>Taken by whoever asks a second server.</summary>
    public SemaphoreSlim Seconds { get; } = new(MostSeconds, MostSeconds);

    /// <summary>The newest state that a server holds which answers, or held where none does; null where none ever held one.</summary>
    public StoreVersion? Newest
    {
        get
        {
            var states = nodes.Select(static node => node.State).Where(static state => state.Version is not null).ToList();
            return states.Where(static state => state.IsUp).DefaultIfEmpty(states.FirstOrDefault()).MaxBy(static state => state?.Version?.Number)?.Version;
        }
    }

    public bool IsLoss(Exception error) => isLoss(error);

    /// <summary>Looks at all servers now; from then on, for as long as this lives.</summary>
    public Task LookAsync()
    {
        lock (beginning)
        {
            looks ??= LookOnAsync();
        }

        return Task.WhenAll(nodes.Select(static node => node.LookAsync()));
    }

    /// <summary>Reads from one server; from another one where it is lost, and from both where it is silent.</summary>
    /// <param name="work">See <see cref="ClusterRead{TNode, T}"/>; it may be done several times, and at once.</param>
    public Task<T> ReadAsync<T>(Func<TNode, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        InRoundsAsync(() => new ClusterRead<TNode, T>(this, work).RunAsync(cancellationToken), cancellationToken);

    /// <summary>Does something on the server that takes writes; waits a little for one, as while a standby is promoted.</summary>
    /// <param name="work">Begins anew where the server is lost.</param>
    public Task<T> OnPrimaryAsync<T>(Func<TNode, Task<T>> work, CancellationToken cancellationToken) => InRoundsAsync(
        () => work(nodes.Where(static node => node.State.IsPrimary).MaxBy(static node => node.State.IsUp) ?? throw new NoPrimaryException()),
        cancellationToken);

    /// <summary>Those that hold the newest state, standbys first and each in its turn; where none is known to answer, all.</summary>
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
            // Nobody looks any more.
        }
    }
}

/// <summary>None of the servers takes writes.</summary>
internal sealed class NoPrimaryException() : Exception("No server takes writes.");
