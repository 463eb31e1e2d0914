using System.ComponentModel;
using System.Net;

namespace PodcastInsights.Web.Settings;

/// <summary>Section <c>Proxy</c>: the trusted reverse proxies.</summary>
internal sealed class ProxySettings : ISettings
{
    public static string Section => "Proxy";

    /// <summary>Addresses and networks of trusted reverse proxies, separated by commas, such as <c>127.0.0.1, 10.0.0.0/8</c>; empty: none.</summary>
    [Description("Addresses and networks of the reverse proxies that are believed, parted by commas.")]
    public string Trusted { get; set; } = "";

    public IReadOnlyList<IPNetwork> Networks => Settings.Networks.Of(Trusted);

    public IEnumerable<string> Problems() => Settings.Networks.ProblemsOf("Proxy:Trusted", Trusted);
}
