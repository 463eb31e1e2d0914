namespace PodcastInsights.Storage.Nodes;

/// <summary>One read: from the server that is first in order, and from others where that one is lost or silent.</summary>
/// <param name="work">
/// Reads only. Its token ends a read that nobody waits for any more, because a delayed read must not delay others.
/// </param>
internal sealed class ClusterRead<TNode, T>(Cluster<TNode> cluster, Func<TNode, CancellationToken, Task<T>> work)
    where TNode : Node
{
    /// <summary>Time after which a second server is asked.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.25);

    private readonly List<Asked> asked = [];
    private Queue<TNode> next = cluster.InOrder();
    private bool hasSecond;

    /// <exception cref="Exception">The error of the last server, where all that could be asked were lost.</exception>
    public async Task<T> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (asked.Count == 0)
                {
                    AskNext();
                }

                if (asked.Find(static one => one.Answer.IsCompleted) is { } ended)
                {
                    asked.Remove(ended);
                    try
                    {
                        return await ended.Answer;
                    }
                    catch (Exception error) when (cluster.IsLoss(error) && next.Count + asked.Count > 0)
                    {
                        // The next server is asked.
                        ended.Node.Failed(error);
                    }
                }
                else if (!LeavesSilent())
                {
                    await NewsAsync(cancellationToken);
                }
            }
        }
        finally
        {
            if (hasSecond)
            {
                cluster.Seconds.Release();
            }

            asked.ForEach(static late => late.Dispose());
        }
    }

    private void AskNext() => asked.Add(new Asked(next.Dequeue(), work));

    private Queue<TNode> OthersInOrder() => new(cluster.InOrder().Except(asked.Select(static one => one.Node)));

    /// <summary>Gives up a server that is lost, where another one can be asked. That one has the newest version that is left.</summary>
    private bool LeavesSilent()
    {
        if (asked.Find(static one => !one.Node.State.IsUp) is not { } silent || !cluster.All.Any(static node => node.State.IsUp))
        {
            return false;
        }

        next = next.Count > 0 ? next : OthersInOrder();
        if (next.Count + asked.Count == 1)
        {
            return false;
        }

        asked.Remove(silent);
        silent.Dispose();
        return true;
    }

    /// <summary>Waits until there is an answer, a server is lost, a second one was asked, or some time has passed.</summary>
    private async Task NewsAsync(CancellationToken cancellationToken)
    {
        var news = Task.WhenAny(asked.SelectMany(static one => (Task[])[one.Answer, one.Node.Lost]));
        if (await Task.WhenAny(news, Task.Delay(Patience, cluster.Clock, cancellationToken)) == news || hasSecond || cluster.All.Count == 1
            || !await cluster.Seconds.WaitAsync(0, CancellationToken.None))
        {
            return;
        }

        hasSecond = true;
        asked.ForEach(static one => one.Node.IsDoubted = true);
        if (next.Count == 0)
        {
            // Servers that were behind may have the newest version now.
            var others = cluster.All.Except(asked.Select(static one => one.Node));
            await Task.WhenAny(news, Task.WhenAll(others.Select(static node => node.LookAsync())));
            next = OthersInOrder();
        }

        if (next.Count > 0)
        {
            AskNext();
        }
    }

    private sealed class Asked : IDisposable
    {
        private readonly CancellationTokenSource letGo = new();

        public Asked(TNode node, Func<TNode, CancellationToken, Task<T>> work)
        {
            Node = node;
            Answer = work(node, letGo.Token);
        }

        public TNode Node { get; }

        public Task<T> Answer { get; }

        /// <summary>Gives up an answer that comes too late, or never.</summary>
        public void Dispose() => _ = LetGoAsync();

        private async Task LetGoAsync()
        {
            try
            {
                await letGo.CancelAsync();
                await Answer;
            }
            catch (Exception)
            {
                // Another server has answered.
            }

            letGo.Dispose();
        }
    }
}
