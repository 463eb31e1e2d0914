using System.ComponentModel;
using System.Net;

namespace PodcastInsights.Web.Settings;

/// <summary>Section <c>Status</c>: clients that see details at <c>/status</c>.</summary>
internal sealed class StatusSettings : ISettings
{
    public static string Section => "Status";

    /// <summary>Addresses and networks that see files, paths and diagnostics, besides the machine itself; separated by commas.</summary>
    [Description("Addresses and networks that see files and diagnostics at /status, beside this machine; parted by commas.")]
    public string DetailsFor { get; set; } = "";

    public IReadOnlyList<IPNetwork> Networks => Settings.Networks.Of(DetailsFor);

    public IEnumerable<string> Problems() => Settings.Networks.ProblemsOf("Status:DetailsFor", DetailsFor);
}
