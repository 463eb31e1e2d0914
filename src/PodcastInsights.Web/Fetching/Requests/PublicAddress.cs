using System.Net;
using System.Net.Sockets;

namespace PodcastInsights.Web.Fetching.Requests;

/// <summary>
/// Distinguishes public addresses from those of the machine, its networks and its cloud, by IANA's registries of special-purpose addresses
/// (RFC 6890). This prevents server-side request forgery by feeds.
/// </summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] SpecialV4 = Networks(
        "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 "
        + "198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4");

    /// <summary>Global unicast addresses of IPv6.</summary>
    private static readonly IPNetwork Unicast = IPNetwork.Parse("2000::/3");

    // Teredo (2001::/32) and 6to4 (2002::/16) embed an IPv4 address, which may be any.
    private static readonly IPNetwork[] SpecialV6 = Networks("2001::/23 2001:db8::/32 2002::/16 3fff::/20");

    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    public static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return Is(address.MapToIPv4());
        }

        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return !SpecialV4.Any(network => network.Contains(address));
        }

        return Translated.Contains(address)
            ? Is(new IPAddress(address.GetAddressBytes().AsSpan(12)))
            : Unicast.Contains(address) && !SpecialV6.Any(network => network.Contains(address));
    }

    private static IPNetwork[] Networks(string text) => [.. text.Split(' ').Select(network => IPNetwork.Parse(network))];
}
