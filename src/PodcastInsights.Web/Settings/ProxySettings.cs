using System.Net;

namespace PodcastInsights.Web.Settings;

/// <summary>Section <c>Proxy</c>: whose word on a client's address and scheme is taken.</summary>
public sealed class ProxySettings : ISettings
{
    public static string Section => "Proxy";

    /// <summary>
    /// Addresses and networks of the reverse proxies, parted by commas, such as <c>127.0.0.1, 10.0.0.0/8</c>; empty: none is believed.
    /// </summary>
    public string Trusted { get; set; } = "";

    public IReadOnlyList<IPNetwork> Networks => [.. Parts.Select(part => Network(part)!.Value)];

    private string[] Parts => Trusted.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public IEnumerable<string> Problems() => Parts
        .Where(part => Network(part) is null)
        .Select(part => $"Proxy:Trusted: '{part}' is neither an IP address nor a network such as 10.0.0.0/8.");

    private static IPNetwork? Network(string part) =>
        IPNetwork.TryParse(part, out var network) ? network
        : IPAddress.TryParse(part, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;
}
