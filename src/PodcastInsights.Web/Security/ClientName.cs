using System.Net;
using System.Net.Sockets;

namespace PodcastInsights.Web.Security;

/// <summary>Identifies clients: by IPv4 address, or by IPv6 /64, all addresses of which belong to one household or host.</summary>
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
