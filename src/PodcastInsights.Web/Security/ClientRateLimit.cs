using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using PodcastInsights.Web.Api;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Addresses;
using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Security;

/// <summary>Limits the requests of each client per minute; the response to excess requests says when to retry.</summary>
internal static class ClientRateLimit
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void AddClientRateLimit(this IServiceCollection services, RateLimitSettings settings) =>
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = RefuseAsync;
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                settings.PermitsPerMinute == 0 || HealthAddresses.Has(context.Request.Path)
                    ? RateLimitPartition.GetNoLimiter("")
                    : RateLimitPartition.GetFixedWindowLimiter(CountedAs(context), _ => new FixedWindowRateLimiterOptions
                    {
                        PermitLimit = settings.PermitsPerMinute,
                        Window = Window,
                        QueueLimit = 0,
                    }));
        });

    internal static string ClientOf(HttpContext context) => ClientName.Of(context.Connection.RemoteIpAddress);

    /// <summary>Range requests for recordings are counted separately, so that seeking does not use up the limit for pages.</summary>
    private static string CountedAs(HttpContext context) =>
        context.Request.Path.StartsWithSegments(Paths.Recordings, StringComparison.Ordinal) ? $"{ClientOf(context)} {Paths.Recordings}" : ClientOf(context);

    private static ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var left) ? left : Window;
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        var reason = Wording.Of(Texts.TooManyRequests, Wording.Seconds(seconds));
        return new ValueTask(Refusal.AnswerBrieflyAsync(rejected.HttpContext, Problems.TooMany(seconds), reason));
    }
}
