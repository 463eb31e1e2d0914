using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using PodcastInsights.Web.Api;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Addresses;
using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Security;

/// <summary>How many requests one client may make in a minute; whoever asks for more is told when to come back.</summary>
public static class ClientRateLimit
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

    /// <summary>Who moves about in a recording asks for many pieces of it; they are counted apart, so that pages are left to read beside.</summary>
    private static string CountedAs(HttpContext context) =>
        context.Request.Path.StartsWithSegments(Paths.Recordings, StringComparison.Ordinal) ? $"{ClientOf(context)} {Paths.Recordings}" : ClientOf(context);

    private static ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var left) ? left : Window;
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        var reason = Wording.Of(Texts.TooManyRequests, seconds);
        return new ValueTask(Refusal.AnswerBrieflyAsync(rejected.HttpContext, Problems.TooMany(seconds), reason));
    }
}
