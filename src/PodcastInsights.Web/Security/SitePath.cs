using System.Net;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using PodcastInsights.Web.Rendering.Addresses;
using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Security;

/// <summary>
/// Determines the path prefix of the site: <c>Site:PathBase</c>, or <c>X-Forwarded-Prefix</c> from a trusted proxy. A proxy may keep or
/// strip the prefix; here it is removed, so that all later code sees the site's own paths.
/// </summary>
internal sealed class SitePath(RequestDelegate next, IOptions<SiteSettings> site, IOptions<ProxySettings> proxies)
{
    public const string Header = "X-Forwarded-Prefix";

    private readonly string fixedPath = site.Value.Path;
    private readonly IReadOnlyList<IPNetwork> trusted = proxies.Value.Networks;

    /// <remarks>
    /// Must run before the client's address replaces the proxy's. What remains in the header is an unusable value from a trusted proxy;
    /// <see cref="OddRequests"/> refuses it like any invalid request.
    /// </remarks>
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var said = request.Headers[Header];
        if (said.Count == 0 || fixedPath.Length > 0 || !trusted.Have(context.Connection.RemoteIpAddress))
        {
            request.Headers.Remove(Header);
            PutUnder(fixedPath, request);
        }
        else if (said.Count == 1 && BasePath.TryRead(said.ToString(), out var path))
        {
            request.Headers.Remove(Header);
            PutUnder(path, request);
            context.Response.OnStarting(() =>
            {
                // A shared cache must not serve a response for one prefix under another.
                context.Response.Headers.AppendCommaSeparatedValues(HeaderNames.Vary, Header);
                return Task.CompletedTask;
            });
        }

        return next(context);
    }

    private static void PutUnder(string path, HttpRequest request)
    {
        if (path.Length == 0)
        {
            return;
        }

        request.PathBase = path;
        if (request.Path.StartsWithSegments(path, StringComparison.Ordinal, out var rest))
        {
            request.Path = rest;
        }
    }
}
