using System.ComponentModel;

namespace PodcastInsights.Web.Settings;

/// <summary>Section <c>Mcp</c>: the door for assistants.</summary>
internal sealed class McpSettings : ISettings
{
    public static string Section => "Mcp";

    /// <summary>Whether <c>/mcp</c> is answered.</summary>
    [Description("Whether /mcp is answered, the door for assistants.")]
    public bool Enabled { get; set; } = true;

    public IEnumerable<string> Problems() => [];
}
