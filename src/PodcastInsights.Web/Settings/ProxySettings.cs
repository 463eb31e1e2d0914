using System.ComponentModel;
using System.Net;

namespace PodcastInsights.Web.Settings;

/// <summary>Section <c>Proxy</c>: whose word on a client's address and scheme is taken.</summary>
public sealed class ProxySettings : ISettings
{
    public static string Section => "Proxy";

    /// <summary>
    /// Addresses and networks of the reverse proxies, parted by commas, such as <c>127.0.0.1, 10.0.0.0/8</c>; empty: none is believed.
    /// </summary>
    [Description("Addresses and networks of the reverse proxies that are believed, parted by commas.")]
    public string Trusted { get; set; } = "";

    public IReadOnlyList<IPNetwork> Networks => Settings.Networks.Of(Trusted);

    public IEnumerable<string> Problems() => Settings.Networks.ProblemsOf("Proxy:Trusted", Trusted);
}
