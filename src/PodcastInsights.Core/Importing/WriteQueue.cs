using System.Threading.Channels;

namespace PodcastInsights.Core.Importing;

/// <summary>
/// Hands what many workers make to one writer, in transactions that hold as many episodes as nobody waits for: the fewer there are, the
/// less is written twice. The first episode is shown at once; those after it wait a quarter of the time that the import has
/// taken, and never for long.
/// </summary>
internal sealed class WriteQueue(IImportSession session, TimeProvider clock, int capacity)
{
    /// <summary>Longest time for which what is written is not shown, and by which a killed import can be thrown back.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(8);

    private readonly long started = clock.GetTimestamp();
    private readonly Channel<Func<Task>> writes = Channel.CreateBounded<Func<Task>>(
        new BoundedChannelOptions(capacity) { SingleReader = true });

    private long openedAt;
    private bool isOpen;
    private bool hasShown;

    /// <summary>Takes a call of the session; waits while too many others wait already.</summary>
    public ValueTask AddAsync(Func<Task> write, CancellationToken cancellationToken) => writes.Writer.WriteAsync(write, cancellationToken);

    /// <summary>Says that nothing follows.</summary>
    /// <param name="failure">Why, where it is one.</param>
    public void End(Exception? failure = null) => writes.Writer.TryComplete(failure);

    /// <summary>Makes the calls, one after the other, until the end; then all of them are committed.</summary>
    /// <remarks>Where it is cancelled between two calls, those before it are committed.</remarks>
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

    /// <summary>Waits for a call, and commits meanwhile what has waited long enough.</summary>
    /// <returns>False at the end.</returns>
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
