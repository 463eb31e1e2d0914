using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Security;

/// <summary>
/// Behind a reverse proxy the client's address and scheme are what that proxy says. Nobody else is believed: the rate limit and HSTS
/// rest on them.
/// </summary>
public static class ForwardedClients
{
    public static void AddForwardedClients(this IServiceCollection services, ProxySettings settings) =>
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in settings.Networks)
            {
                options.KnownIPNetworks.Add(network);
            }

            // However many proxies stand in a row: whoever is named by one that is trusted is the client, or the next proxy.
            options.ForwardLimit = null;

            // The proxy passes the host on; without a proxy that is trusted nothing is taken from anyone.
            options.ForwardedHeaders = settings.Networks.Count == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        });

    /// <summary>Whether a peer is one of these proxies.</summary>
    internal static bool Have(this IReadOnlyList<System.Net.IPNetwork> proxies, IPAddress? peer) =>
        peer is not null && proxies.Any(network => network.Contains(peer.IsIPv4MappedToIPv6 ? peer.MapToIPv4() : peer));
}
