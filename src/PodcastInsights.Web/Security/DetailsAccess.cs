using System.Net;
using Microsoft.Extensions.Options;
using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Security;

/// <summary>
/// Whether who asks is shown files, paths and diagnostics: the machine itself is, and addresses that the operator names. A proxy on the machine makes
/// everybody come from it, so a request that was passed on is never the machine's own; whom it was passed on for is known from trusted proxies
/// alone, and from all others nothing is known.
/// </summary>
/// <param name="IsGranted">Asked for on the connection, not of the request that is rendered apart from it.</param>
internal sealed record DetailsAccess(bool IsGranted)
{
    private static readonly DetailsAccess Granted = new(true);
    private static readonly DetailsAccess Refused = new(false);

    /// <summary>What proxies add to a request, beside all that begins with <c>X-Forwarded-</c> or <c>X-Original-</c>.</summary>
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

    /// <summary>What was found out on the connection of the request that is being answered.</summary>
    public static bool Has(HttpContext context) => context.Features.Get<DetailsAccess>() is { IsGranted: true };

    private static bool Sees(HttpContext context, IReadOnlyList<IPNetwork> named, IReadOnlyList<IPNetwork> trusted)
    {
        // The client is what a trusted proxy says; the peer is who holds the connection.
        if (context.Connection.RemoteIpAddress is not { } client
            || context.Features.Get<ClientConnections.Connection>()?.Peer is not { } peer)
        {
            return false;
        }

        if (IsPassedOn(context.Request) || !client.Equals(peer))
        {
            // A trusted proxy that names nobody is not a client.
            return trusted.Have(peer) && !client.Equals(peer) && named.Have(client);
        }

        return (IPAddress.IsLoopback(client) && IsOwnName(context.Request)) || (named.Have(client) && !trusted.Have(client));
    }

    private static bool IsPassedOn(HttpRequest request) => request.Headers.Keys.Any(name =>
        name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("X-Original-", StringComparison.OrdinalIgnoreCase)
        || MarksOfProxies.Contains(name, StringComparer.OrdinalIgnoreCase));

    /// <summary>
    /// A proxy that adds nothing still passes on the site's name or speaks HTTP/1.0, and a page elsewhere that has its own name lead to this
    /// machine has its reader's browser send that name.
    /// </summary>
    private static bool IsOwnName(HttpRequest request) =>
        !HttpProtocol.IsHttp10(request.Protocol)
        && (request.Host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(request.Host.Host, out var address) && IPAddress.IsLoopback(address)));
}
