using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Security;

/// <summary>
/// Lets scripts of other sites read what is marked as <see cref="ForPrograms"/> (CORS), in every answer, refusals too. All are told the same,
/// whether or not they name an origin, so that no answer varies by it and nothing is kept twice. No credentials: there are none.
/// </summary>
internal sealed class OtherOrigins(RequestDelegate next, IOptions<ApiSettings> settings)
{
    /// <summary>The header with the number of items in a whole list that is given in pages.</summary>
    public const string CountHeader = "X-Total-Count";

    private const string Anyone = "*";

    /// <summary>What a script may read of an answer's headers beside those that every script may.</summary>
    private static readonly string Exposed =
        string.Join(", ", HeaderNames.ContentDisposition, HeaderNames.ETag, HeaderNames.Link, HeaderNames.RetryAfter, CountHeader);

    /// <summary>
    /// What a script may send: what clients for HTTP set of their own accord. Nothing that a proxy says of a client or of the site
    /// (<c>X-Forwarded-For</c>): the browser may run where a trusted proxy does.
    /// </summary>
    private static readonly string Sendable = string.Join(
        ", ", HeaderNames.Accept, HeaderNames.CacheControl, HeaderNames.ContentType, HeaderNames.IfNoneMatch, HeaderNames.UserAgent, HeaderNames.XRequestedWith);

    /// <summary>In seconds; browsers take a day or less.</summary>
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
