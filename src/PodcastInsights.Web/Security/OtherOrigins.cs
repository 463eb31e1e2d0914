using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Security;

/// <summary>
/// Middleware for CORS: scripts of other sites may read all responses, including errors, of addresses marked as <see cref="ForPrograms"/>.
/// The headers are the same with and without an origin, so that responses do not vary by it and are cached once. Credentials are not
/// allowed, because there are none.
/// </summary>
internal sealed class OtherOrigins(RequestDelegate next, IOptions<ApiSettings> settings)
{
    /// <summary>The header with the total number of items in a paged list.</summary>
    public const string CountHeader = "X-Total-Count";

    private const string Anyone = "*";

    /// <summary>Response headers that a script may read, in addition to those that are always allowed.</summary>
    private static readonly string Exposed =
        string.Join(", ", HeaderNames.ContentDisposition, HeaderNames.ETag, HeaderNames.Link, HeaderNames.RetryAfter, CountHeader);

    /// <summary>
    /// Request headers that a script may send: those that HTTP clients set by default. Headers of proxies about the client or the site
    /// (<c>X-Forwarded-For</c>) are excluded, because the browser may run on the machine of a trusted proxy.
    /// </summary>
    private static readonly string Sendable = string.Join(
        ", ", HeaderNames.Accept, HeaderNames.CacheControl, HeaderNames.ContentType, HeaderNames.IfNoneMatch, HeaderNames.UserAgent, HeaderNames.XRequestedWith);

    /// <summary>In seconds; browsers limit it to a day or less.</summary>
    private static readonly string KnownFor = ((int)TimeSpan.FromDays(1).TotalSeconds).ToText();

    private readonly bool areLet = settings.Value.AnyOrigin;

    public Task InvokeAsync(HttpContext context)
    {
        if (!areLet || context.GetEndpoint()?.Metadata.GetMetadata<ForPrograms>() is null)
        {
            return next(context);
        }

        var headers = context.Response.Headers;
        headers.AccessControlAllowOrigin = Anyone;
        if (!HttpMethods.IsOptions(context.Request.Method))
        {
            headers.AccessControlExposeHeaders = Exposed;
            return next(context);
        }

        // Routing leads here with OPTIONS only where a browser asks beforehand whether a script may read (ForPrograms.Mark). The answer is the
        // same whatever was asked: it costs what a refusal would, and is not counted by the rate limit, as those are not.
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        headers.AccessControlAllowMethods = $"{HttpMethods.Get}, {HttpMethods.Head}";
        headers.AccessControlAllowHeaders = Sendable;
        headers.AccessControlMaxAge = KnownFor;
        return Task.CompletedTask;
    }
}
