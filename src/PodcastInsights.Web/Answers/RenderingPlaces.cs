using System.Threading.RateLimiting;
using PodcastInsights.Web.Security;

namespace PodcastInsights.Web.Answers;

/// <summary>
/// Limits concurrent renderings, in total and for each client. Further requests wait for a short time, in order. No client can take all
/// slots.
/// </summary>
internal sealed class RenderingPlaces(TimeProvider clock) : IDisposable
{
    /// <summary>More slots than processors, because a rendering also waits for the database or for a search on another thread.</summary>
    internal static readonly int All = Math.Max(8, 4 * Environment.ProcessorCount);

    internal static readonly int OneClients = All * 3 / 4;

    /// <summary>Largest number of waiting requests. Each costs some kilobytes, and more would not get a slot in time.</summary>
    private const int Waiting = 2000;

    /// <summary>The longest wait; after it a request is rejected.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    private readonly PartitionedRateLimiter<HttpContext> places = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<HttpContext, string>(context => Places(ClientRateLimit.ClientOf(context), OneClients)),
        PartitionedRateLimiter.Create<HttpContext, string>(_ => Places("", All)));

    /// <returns>A slot, to be disposed when the rendering has ended; null where none became free in time.</returns>
    public async Task<IDisposable?> FindAsync(HttpContext context, CancellationToken cancellationToken)
    {
        using var impatient = new CancellationTokenSource(Longest, clock);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, impatient.Token);
        try
        {
            var place = await places.AcquireAsync(context, 1, patience.Token);
            if (place.IsAcquired)
            {
                return place;
            }

            place.Dispose();
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    public void Dispose() => places.Dispose();

    private static RateLimitPartition<string> Places(string key, int most) => RateLimitPartition.GetConcurrencyLimiter(
        key, _ => new ConcurrencyLimiterOptions { PermitLimit = most, QueueLimit = Waiting });
}
