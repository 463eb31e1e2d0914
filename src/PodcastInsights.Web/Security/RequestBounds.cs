using Microsoft.AspNetCore.Http.Timeouts;
using PodcastInsights.Web.Api;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Security;

/// <summary>How long a request may be, and how long its answer may take.</summary>
public static class RequestBounds
{
    /// <summary>Characters of path and query, as sent: the longest query that is searched, all of it percent-encoded Chinese, and filters beside it.</summary>
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

    public static Task RefuseLongAddressesAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (request.Path.ToUriComponent().Length + request.QueryString.ToUriComponent().Length <= AddressCharacters)
        {
            return next(context);
        }

        if (request.IsApi())
        {
            return Problems.LongAddress(AddressCharacters).ExecuteAsync(context);
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(Rendering.Wording.Of(Texts.AddressTooLong, AddressCharacters), context.RequestAborted);
    }
}
