using System.Net;
using Microsoft.Extensions.Options;
using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Security;

/// <summary>
/// Decides whether a client may see files, paths and diagnostics: the machine itself, and addresses named by the operator. A local proxy
/// makes all clients look local, so a forwarded request never counts as local. The original client is known from trusted proxies only.
/// </summary>
/// <param name="IsGranted">Determined for the connection, not for the internal request that renders a page.</param>
internal sealed record DetailsAccess(bool IsGranted)
{
    private static readonly DetailsAccess Granted = new(true);
    private static readonly DetailsAccess Refused = new(false);

    /// <summary>Headers that proxies add, besides <c>X-Forwarded-*</c> and <c>X-Original-*</c>.</summary>
    private static readonly string[] MarksOfProxies = ["Forwarded", "Via", "X-Real-IP"];

    public static DetailsAccess Of(HttpContext context)
    {
        var services = context.RequestServices;
        return Sees(
            context,
            services.GetRequiredService<IOptions<StatusSettings>>().Value.Networks,
            services.GetRequiredService<IOptions<ProxySettings>>().Value.Networks)
            ? Granted
            : Refused;
    }

    /// <summary>The decision for the connection of the current request.</summary>
    public static bool Has(HttpContext context) => context.Features.Get<DetailsAccess>() is { IsGranted: true };

    private static bool Sees(HttpContext context, IReadOnlyList<IPNetwork> named, IReadOnlyList<IPNetwork> trusted)
    {
        // The client is named by a trusted proxy; the peer holds the connection.
        if (context.Connection.RemoteIpAddress is not { } client
            || context.Features.Get<ClientConnections.Connection>()?.Peer is not { } peer)
        {
            return false;
        }

        if (IsPassedOn(context.Request) || !client.Equals(peer))
        {
            // A trusted proxy that names no client is not a client itself.
            return trusted.Have(peer) && !client.Equals(peer) && named.Have(client);
        }

        return (IPAddress.IsLoopback(client) && IsOwnName(context.Request)) || (named.Have(client) && !trusted.Have(client));
    }

    private static bool IsPassedOn(HttpRequest request) => request.Headers.Keys.Any(name =>
        name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("X-Original-", StringComparison.OrdinalIgnoreCase)
        || MarksOfProxies.Contains(name, StringComparer.OrdinalIgnoreCase));

    /// <summary>
    /// Whether the host name is that of the machine itself. A proxy without headers still forwards the site's name or uses HTTP/1.0; and by
    /// DNS rebinding, a foreign page can direct its reader's browser here under its own name.
    /// </summary>
    private static bool IsOwnName(HttpRequest request) =>
        !HttpProtocol.IsHttp10(request.Protocol)
        && (request.Host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(request.Host.Host, out var address) && IPAddress.IsLoopback(address)));
}
