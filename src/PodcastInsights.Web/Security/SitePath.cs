using System.Net;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using PodcastInsights.Web.Rendering.Addresses;
using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Security;

/// <summary>
/// Tells under which path of its host the site is, as its readers see it: <c>Site:PathBase</c>, else what a trusted proxy says in
/// <c>X-Forwarded-Prefix</c>. A proxy may pass the path on or strip it: a request that begins with it loses it here, and everything behind
/// sees the site's own paths.
/// </summary>
internal sealed class SitePath(RequestDelegate next, IOptions<SiteSettings> site, IOptions<ProxySettings> proxies)
{
    public const string Header = "X-Forwarded-Prefix";

    private readonly string fixedPath = site.Value.Path;
    private readonly IReadOnlyList<IPNetwork> trusted = proxies.Value.Networks;

    /// <remarks>
    /// Runs before the client's address is put in the place of the proxy's. What is left in the header is what a trusted proxy says and
    /// cannot be used; <see cref="OddRequests"/> refuses it, in the words and with the headers of every refusal.
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
                // A cache before the site must not give one path's answer to another's reader.
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
