using System.ComponentModel;

namespace PodcastInsights.Web.Settings;

/// <summary>Section <c>Recordings</c>: what the player on an episode's page may play beside files of the library itself.</summary>
internal sealed class RecordingSettings : ISettings
{
    public static string Section => "Recordings";

    /// <summary>
    /// Hosts whose media links are played on the page, over HTTPS, separated by commas, such as <c>media.example.org, *.example.net</c>;
    /// hosts that they redirect to must be listed too. Empty: none, and such links open the recording's page.
    /// </summary>
    [Description("Hosts whose recordings are played on the page itself, over https, parted by commas: media.example.org, *.example.net.")]
    public string Hosts { get; set; } = "";

    public IReadOnlyList<string> Names => Hosts.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Whether the player may play the address.</summary>
    public bool Allows(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && Names.Any(name => Covers(name, address.IdnHost));
    }

    public IEnumerable<string> Problems() => Names
        .Where(name => !IsHost(name))
        .Select(name => $"Recordings:Hosts: '{name}' is no name of a host such as media.example.org or *.example.org.");

    private static bool Covers(string name, string host) => name.StartsWith("*.", StringComparison.Ordinal)
        ? host.EndsWith(name[1..], StringComparison.OrdinalIgnoreCase)
        : host.Equals(name, StringComparison.OrdinalIgnoreCase);

    // Host names become part of a header, so only letters, digits, dots and hyphens are valid. A single label, or "*.org", would be too
    // general.
    private static bool IsHost(string name)
    {
        var host = name.StartsWith("*.", StringComparison.Ordinal) ? name[2..] : name;
        return host.Contains('.', StringComparison.Ordinal)
            && host.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-')
            && Uri.CheckHostName(host) == UriHostNameType.Dns;
    }
}
