using System.Net;
using System.Net.Sockets;

namespace PodcastInsights.Web.Security;

/// <summary>Who is one client: an IPv4 address, or an IPv6 /64, as one household or host has all of its addresses to choose from.</summary>
internal static class ClientName
{
    public static string Of(IPAddress? address)
    {
        address ??= IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }
}
