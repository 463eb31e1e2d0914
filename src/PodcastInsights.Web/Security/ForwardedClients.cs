using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Security;

/// <summary>Takes the client's address and scheme from trusted reverse proxies only, because rate limit and HSTS depend on them.</summary>
internal static class ForwardedClients
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

            // Any number of chained proxies: the address named by a trusted one is the client or the next proxy.
            options.ForwardLimit = null;

            // The proxy keeps the host name; without a trusted proxy no forwarded header is used.
            options.ForwardedHeaders = settings.Networks.Count == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        });

    /// <summary>Whether a peer is one of these proxies.</summary>
    internal static bool Have(this IReadOnlyList<System.Net.IPNetwork> proxies, IPAddress? peer) =>
        peer is not null && proxies.Any(network => network.Contains(peer.IsIPv4MappedToIPv6 ? peer.MapToIPv4() : peer));
}
