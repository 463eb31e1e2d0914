using System.Threading.Channels;

namespace PodcastInsights.Core.Importing;

/// <summary>
/// Passes the results of many workers to one writer, in transactions of many episodes: fewer transactions write fewer bytes. The first
/// episode is committed at once. Later ones wait for up to a quarter of the time that the import has taken so far, and at most
/// <see cref="LongestWait"/>.
/// </summary>
internal sealed class WriteQueue(IImportSession session, TimeProvider clock, int capacity)
{
    /// <summary>The longest time before written episodes are committed; a killed import loses no more than this.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(8);

    private readonly long started = clock.GetTimestamp();
    private readonly Channel<Func<Task>> writes = Channel.CreateBounded<Func<Task>>(
        new BoundedChannelOptions(capacity) { SingleReader = true });

    private long openedAt;
    private bool isOpen;
    private bool hasShown;

    /// <summary>Queues a write; waits while the queue is full.</summary>
    public ValueTask AddAsync(Func<Task> write, CancellationToken cancellationToken) => writes.Writer.WriteAsync(write, cancellationToken);

    /// <summary>Marks the end of the queue.</summary>
    /// <param name="failure">The exception that ended it; null where all is done.</param>
    public void End(Exception? failure = null) => writes.Writer.TryComplete(failure);

    /// <summary>Runs the queued writes in sequence until the end, then commits.</summary>
    /// <remarks>When cancelled, commits the writes that were finished.</remarks>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await NextAsync(cancellationToken))
            {
                while (writes.Reader.TryRead(out var write))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    if (!isOpen)
                    {
                        (isOpen, openedAt) = (true, clock.GetTimestamp());
                    }

                    await write();
                    if (!hasShown || clock.GetElapsedTime(openedAt) >= Patience)
                    {
                        await CommitAsync();
                    }
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await CommitAsync();
            throw;
        }

        await CommitAsync();
    }

    private TimeSpan Patience => clock.GetElapsedTime(started) / 4 is var quarter && quarter < LongestWait ? quarter : LongestWait;

    /// <summary>Waits for the next write; commits meanwhile what has waited long enough.</summary>
    /// <returns>False at the end of the queue.</returns>
    private async Task<bool> NextAsync(CancellationToken cancellationToken)
    {
        var next = writes.Reader.WaitToReadAsync(cancellationToken).AsTask();
        if (isOpen && !next.IsCompleted)
        {
            var left = Patience - clock.GetElapsedTime(openedAt);
            if (left > TimeSpan.Zero)
            {
                await Task.WhenAny(next, Task.Delay(left, clock, cancellationToken));
            }

            if (!next.IsCompleted)
            {
                await CommitAsync();
            }
        }

        return await next;
    }

    private async Task CommitAsync()
    {
        if (isOpen)
        {
            (isOpen, hasShown) = (false, true);
            await session.CommitAsync(CancellationToken.None);
        }
    }
}
