using PodcastInsights.Core.Stores;

namespace PodcastInsights.Storage.PostgreSql;

/// <summary>
/// The servers of a library: one that takes writes, and standbys that follow it. Looks at all of them twice a second. Whoever reads gets one
/// that holds the newest state that is known; where it is silent, a second one is asked as well, and where it is lost, the next.
/// </summary>
internal sealed class PostgresNodes : IDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(0.5);

    private static readonly TimeSpan LookPatience = TimeSpan.FromSeconds(0.4);

    /// <summary>After which a second server is asked.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.25);

    /// <summary>How often all servers are gone through before a reader is told that none answers.</summary>
    private const int MostRounds = 3;

    private readonly CancellationTokenSource stop = new();
    private readonly SemaphoreSlim looking = new(1, 1);
    private Task? looks;
    private int turn;

    public PostgresNodes(IEnumerable<(string Name, string ConnectionString)> servers) =>
        All = [.. servers.Select(server => new PostgresNode(server.Name, server.ConnectionString))];

    public IReadOnlyList<PostgresNode> All { get; }

    /// <summary>The newest state that a server holds which answers; null where none does.</summary>
    public StoreVersion? Newest => All.Select(node => node.State).Where(state => state is { IsUp: true, Version: not null })
        .Select(state => state.Version).MaxBy(version => version!.Value.Number);

    public PostgresNode? Primary => All.FirstOrDefault(node => node.State is { IsUp: true, IsPrimary: true });

    /// <summary>Looks at all servers now; from then on, for as long as this lives.</summary>
    public async Task LookAsync()
    {
        await looking.WaitAsync(stop.Token);
        try
        {
            await Task.WhenAll(All.Select(node => node.LookAsync(LookPatience)));
            looks ??= Task.Run(LookOnAsync);
        }
        finally
        {
            looking.Release();
        }
    }

    /// <summary>Reads from one server; from another one where it is lost, and from both where it is silent.</summary>
    /// <param name="work">Changes nothing: it may be done several times, and at once.</param>
    public async Task<T> ReadAsync<T>(Func<PostgresNode, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        for (var round = 1; ; round++)
        {
            try
            {
                return await ReadOnceAsync(InOrder(), work, cancellationToken);
            }
            catch (Exception error) when (PostgresProblems.IsLoss(error) && round < MostRounds && !cancellationToken.IsCancellationRequested)
            {
                await LookAsync();
            }
        }
    }

    public void Dispose()
    {
        stop.Cancel();
        foreach (var node in All)
        {
            node.Dispose();
        }

        stop.Dispose();
    }

    private static async Task<T> ReadOnceAsync<T>(
        Queue<PostgresNode> nodes, Func<PostgresNode, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        var running = new List<Task<T>>();
        Exception? loss = null;
        try
        {
            while (nodes.Count > 0 || running.Count > 0)
            {
                if (nodes.TryDequeue(out var next))
                {
                    running.Add(work(next, cancellationToken));
                }

                var one = Task.WhenAny(running);
                if (nodes.Count > 0 && await Task.WhenAny(one, Task.Delay(Patience, cancellationToken)) != one)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    continue;
                }

                var ended = await one;
                running.Remove(ended);
                try
                {
                    return await ended;
                }
                catch (Exception error) when (PostgresProblems.IsLoss(error) && !cancellationToken.IsCancellationRequested)
                {
                    loss = error;
                }
            }
        }
        finally
        {
            running.ForEach(static late => _ = LetGoAsync(late));
        }

        throw loss!;
    }

    /// <summary>An answer that came too late.</summary>
    private static async Task LetGoAsync<T>(Task<T> late)
    {
        try
        {
            (await late as IDisposable)?.Dispose();
        }
        catch (Exception)
        {
            // Another server has answered.
        }
    }

    /// <summary>Those that hold the newest state, standbys first and each in its turn; where none is known to answer, all.</summary>
    private Queue<PostgresNode> InOrder()
    {
        var newest = Newest;
        var first = Interlocked.Increment(ref turn) & int.MaxValue;
        var rotated = All.Index().OrderBy(node => (node.Index + first) % All.Count).Select(node => node.Item).ToList();
        var good = rotated.Where(node => node.State is { IsUp: true } state && state.Version == newest).OrderBy(node => node.State.IsPrimary).ToList();
        return new Queue<PostgresNode>(good.Count > 0 ? good : rotated);
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
