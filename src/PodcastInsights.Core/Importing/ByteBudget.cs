namespace PodcastInsights.Core.Importing;

/// <summary>Limits how many bytes are worked on at once. A caller that asks for more than the whole budget waits until it has all of it.</summary>
internal sealed class ByteBudget(long bytes) : IDisposable
{
    private const int Unit = 1 << 20;

    private readonly int units = (int)Math.Max(1, bytes / Unit);
    private readonly SemaphoreSlim free = new((int)Math.Max(1, bytes / Unit));
    private readonly SemaphoreSlim entrance = new(1);

    /// <returns>Returns the bytes to the budget when disposed.</returns>
    public async Task<IDisposable> TakeAsync(long wanted, CancellationToken cancellationToken)
    {
        var share = new Share(free);

        // One caller at a time: two that each hold half of what they need would deadlock.
        await entrance.WaitAsync(cancellationToken);
        try
        {
            while (share.Units < Math.Min(1 + (wanted / Unit), units))
            {
                await free.WaitAsync(cancellationToken);
                share.Units++;
            }

            return share;
        }
        catch
        {
            share.Dispose();
            throw;
        }
        finally
        {
            entrance.Release();
        }
    }

    public void Dispose()
    {
        free.Dispose();
        entrance.Dispose();
    }

    private sealed class Share(SemaphoreSlim free) : IDisposable
    {
        public int Units { get; set; }

        public void Dispose()
        {
            if (Units > 0)
            {
                free.Release(Units);
                Units = 0;
            }
        }
    }
}
