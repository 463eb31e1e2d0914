namespace PodcastInsights.Core.Importing;

/// <summary>Lets in only so many bytes at once; whoever asks for more than all of them waits until nobody else is in.</summary>
internal sealed class ByteBudget(long bytes) : IDisposable
{
    private const int Unit = 1 << 20;

    private readonly int units = (int)Math.Max(1, bytes / Unit);
    private readonly SemaphoreSlim free = new((int)Math.Max(1, bytes / Unit));
    private readonly SemaphoreSlim entrance = new(1);

    /// <returns>Gives the bytes back when it is disposed.</returns>
    public async Task<IDisposable> TakeAsync(long wanted, CancellationToken cancellationToken)
    {
        var share = new Share(free);

        // One at a time: two who each hold half of what they need would wait for each other.
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
