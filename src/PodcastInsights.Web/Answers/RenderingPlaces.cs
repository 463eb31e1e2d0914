using System.Threading.RateLimiting;
using PodcastInsights.Web.Security;

namespace PodcastInsights.Web.Answers;

/// <summary>
/// How many answers are rendered at once, by all clients and by one. More wait briefly, the first come first. One client never has all
/// places, so that others find one.
/// </summary>
internal sealed class RenderingPlaces(TimeProvider clock) : IDisposable
{
    /// <summary>A processor renders one at a time; the others wait for the database or for a search on its own thread.</summary>
    internal static readonly int All = Math.Max(8, 4 * Environment.ProcessorCount);

    internal static readonly int OneClients = All * 3 / 4;

    /// <summary>Requests that wait; each costs some kilobytes, and more would not get a place in time.</summary>
    private const int Waiting = 2000;

    /// <summary>After so long a request is refused.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    private readonly PartitionedRateLimiter<HttpContext> places = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<HttpContext, string>(context => Places(ClientRateLimit.ClientOf(context), OneClients)),
        PartitionedRateLimiter.Create<HttpContext, string>(_ => Places("", All)));

    /// <returns>A place, to be disposed of when the rendering has really ended; null where none became free.</returns>
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
