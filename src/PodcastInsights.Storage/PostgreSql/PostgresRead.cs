namespace PodcastInsights.Storage.PostgreSql;

/// <summary>One reading: of the server that is first in order, and of others where that one is lost or silent.</summary>
/// <param name="work">
/// Changes nothing. Its token ends what nobody waits for any more: an answer that is held up must not hold up others in its turn.
/// </param>
internal sealed class PostgresRead<T>(PostgresNodes nodes, Func<PostgresNode, CancellationToken, Task<T>> work)
{
    /// <summary>After which a second server is asked.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.25);

    private readonly List<Asked> asked = [];
    private Queue<PostgresNode> next = nodes.InOrder();
    private bool hasSecond;

    /// <exception cref="Exception">That of the last server, where all that could be asked were lost.</exception>
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
                    catch (Exception error) when (PostgresProblems.IsLoss(error) && next.Count + asked.Count > 0)
                    {
                        // Another one is asked.
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
                nodes.Seconds.Release();
            }

            asked.ForEach(static late => late.Dispose());
        }
    }

    private void AskNext() => asked.Add(new Asked(next.Dequeue(), work));

    private Queue<PostgresNode> OthersInOrder() => new(nodes.InOrder().Except(asked.Select(static one => one.Node)));

    /// <summary>Lets go of a server that is lost, where there is another: which holds the newest state that is left.</summary>
    private bool LeavesSilent()
    {
        if (asked.Find(static one => !one.Node.State.IsUp) is not { } silent || !nodes.All.Any(static node => node.State.IsUp))
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

    /// <summary>Until there is an answer, a server is lost, a second one was asked, or some time has passed.</summary>
    private async Task NewsAsync(CancellationToken cancellationToken)
    {
        var news = Task.WhenAny(asked.SelectMany(static one => (Task[])[one.Answer, one.Node.Lost]));
        if (await Task.WhenAny(news, Task.Delay(Patience, cancellationToken)) == news || hasSecond || nodes.All.Count == 1
            || !await nodes.Seconds.WaitAsync(0, CancellationToken.None))
        {
            return;
        }

        hasSecond = true;
        asked.ForEach(static one => one.Node.IsDoubted = true);
        if (next.Count == 0)
        {
            // Those that were behind may hold the newest state by now.
            var others = nodes.All.Except(asked.Select(static one => one.Node));
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

        public Asked(PostgresNode node, Func<PostgresNode, CancellationToken, Task<T>> work)
        {
            Node = node;
            Answer = work(node, letGo.Token);
        }

        public PostgresNode Node { get; }

        public Task<T> Answer { get; }

        /// <summary>Lets go of an answer that comes too late, or never.</summary>
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
