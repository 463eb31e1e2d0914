using PodcastInsights.Core.Stores;

namespace PodcastInsights.Storage.PostgreSql;

/// <summary>
/// The servers of a library: one that takes writes, and standbys that follow it. Looks at all of them twice a second. Whoever reads gets one
/// that holds the newest state that is known; where it is silent, a second one is asked as well, and where it is lost, the next.
/// </summary>
internal sealed class PostgresNodes : IDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(0.5);

    /// <summary>After which a server that was looked at is taken for lost.</summary>
    private static readonly TimeSpan LookPatience = TimeSpan.FromSeconds(0.4);

    /// <summary>After which a second server is asked.</summary>
    private static readonly TimeSpan ReadPatience = TimeSpan.FromSeconds(0.25);

    /// <summary>Readers who may ask a second server at once: servers that are only slow must not get twice the work.</summary>
    private const int MostSeconds = 8;

    /// <summary>How often all servers are gone through before a reader is told that none answers.</summary>
    private const int MostRounds = 4;

    private readonly CancellationTokenSource stop = new();
    private readonly SemaphoreSlim looking = new(1, 1);
    private readonly SemaphoreSlim seconds = new(MostSeconds, MostSeconds);
    private Task? looks;
    private int turn;

    public PostgresNodes(IEnumerable<(string Name, string ConnectionString)> servers) =>
        All = [.. servers.Select(server => new PostgresNode(server.Name, server.ConnectionString))];

    public IReadOnlyList<PostgresNode> All { get; }

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
    public Task LookAsync() => LookAsync(LookPatience);

    /// <inheritdoc cref="LookAsync()"/>
    public async Task LookAsync(TimeSpan patience)
    {
        await looking.WaitAsync(stop.Token);
        try
        {
            await Task.WhenAll(All.Select(node => node.LookAsync(patience)));
            looks ??= Task.Run(LookOnAsync);
        }
        finally
        {
            looking.Release();
        }
    }

    /// <summary>Reads from one server; from another one where it is lost, and from both where it is silent.</summary>
    /// <param name="work">Changes nothing: it may be done several times, and at once.</param>
    public async Task<T> ReadAsync<T>(Func<PostgresNode, Task<T>> work, CancellationToken cancellationToken)
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
    }

    private async Task<T> ReadOnceAsync<T>(Queue<PostgresNode> nodes, Func<PostgresNode, Task<T>> work, CancellationToken cancellationToken)
    {
        var asked = new List<(Task<T> Answer, Task Lost)>();
        var hasSecond = false;
        try
        {
            while (true)
            {
                if (asked.Count == 0)
                {
                    AskNext();
                }

                await NewsAsync();
                if (asked.Find(static one => one.Answer.IsCompleted) is { Answer: { } answer } ended)
                {
                    asked.Remove(ended);
                    try
                    {
                        return await answer;
                    }
                    catch (Exception error) when (PostgresProblems.IsLoss(error) && nodes.Count + asked.Count > 0)
                    {
                        cancellationToken.ThrowIfCancellationRequested();
                    }
                }
                else if (nodes.Count > 0 && asked.Find(static one => one.Lost.IsCompleted) is { Answer: not null } silent)
                {
                    asked.Remove(silent);
                    _ = LetGoAsync(silent.Answer);
                }
            }
        }
        finally
        {
            if (hasSecond)
            {
                seconds.Release();
            }

            asked.ForEach(static late => _ = LetGoAsync(late.Answer));
        }

        void AskNext()
        {
            var node = nodes.Dequeue();

            // One that was lost before may be back: whether it answers is seen.
            asked.Add((work(node), node.Lost.IsCompleted ? Task.Delay(Timeout.Infinite, cancellationToken) : node.Lost));
        }

        // Until there is an answer, or a server is lost while there is another one, or a second one was asked.
        async Task NewsAsync()
        {
            var news = Task.WhenAny(asked.SelectMany(one => nodes.Count > 0 ? (Task[])[one.Answer, one.Lost] : [one.Answer]));
            if (nodes.Count == 0 || hasSecond)
            {
                await news;
            }
            else if (await Task.WhenAny(news, Task.Delay(ReadPatience, cancellationToken)) != news)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (await seconds.WaitAsync(0, cancellationToken))
                {
                    hasSecond = true;
                    AskNext();
                }
            }
        }
    }

    /// <summary>An answer that came too late, or none.</summary>
    private static async Task LetGoAsync(Task late)
    {
        try
        {
            await late;
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
