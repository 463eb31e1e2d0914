using System.Net;

namespace PodcastInsights.Web.Settings;

/// <summary>Parses a list of addresses and networks in a setting, separated by commas: <c>127.0.0.1, 10.0.0.0/8</c>.</summary>
internal static class Networks
{
    public static IReadOnlyList<IPNetwork> Of(string list) => [.. Parts(list).Select(Network).OfType<IPNetwork>()];

    /// <param name="setting">Full name of the setting.</param>
    public static IEnumerable<string> ProblemsOf(string setting, string list) => Parts(list)
        .Where(part => Network(part) is null)
        .Select(part => $"{setting}: '{part}' is neither an IP address nor a network such as 10.0.0.0/8.");

    private static string[] Parts(string list) =>
        list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IPNetwork? Network(string part) =>
        IPNetwork.TryParse(part, out var network) ? network
        : IPAddress.TryParse(part, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;
}
