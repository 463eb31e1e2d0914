using Microsoft.AspNetCore.Http.Timeouts;
using PodcastInsights.Web.Api;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering;
using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Security;

/// <summary>How long a request may be, and how long its answer may take.</summary>
public static class RequestBounds
{
    /// <summary>
    /// Characters of path and query, as sent: the longest query that is searched, all of it percent-encoded Chinese, and filters
    /// beside it.
    /// </summary>
    public const int AddressCharacters = 6000;

    public static void AddRequestBounds(this WebApplicationBuilder builder, RequestSettings settings)
    {
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;

            // Nothing is ever read from a body.
            options.Limits.MaxRequestBodySize = 0;
            options.Limits.MaxRequestHeadersTotalSize = 16 << 10;
            options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            options.Limits.MaxConcurrentConnections = 2000;
        });
        builder.Services.AddRequestTimeouts(options => options.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = TimeSpan.FromSeconds(settings.Seconds),
            TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
        });
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(settings.Seconds));
    }

    /// <summary>
    /// Every list takes the parameter <c>page</c>, so its bounds are looked at in one place; the API's own answers name it as well.
    /// </summary>
    public static Task RefuseOutOfBoundsAsync(HttpContext context, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var request = context.Request;
        if (request.Path.ToUriComponent().Length + request.QueryString.ToUriComponent().Length > AddressCharacters)
        {
            var tooLong = Wording.Of(Texts.AddressTooLong, Wording.Grouped(AddressCharacters));
            return Refusal.AnswerAsync(context, Problems.LongAddress(AddressCharacters), tooLong);
        }

        if (request.IsApi() || Paging.TryReadPage(request.Query["page"], out _))
        {
            return next(context);
        }

        var outOfBounds = Wording.Of(Texts.PageOutOfBounds, Wording.Grouped(Paging.LastPage));
        return Refusal.AnswerAsync(context, Problems.BadParameter("page", Paging.LastPage), outOfBounds);
    }
}
