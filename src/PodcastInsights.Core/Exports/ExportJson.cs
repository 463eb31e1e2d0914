using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace PodcastInsights.Core.Exports;

internal static class ExportJson
{
    /// <summary>To be read by people too: indented, and letters of every script as they are.</summary>
    public static JsonSerializerOptions Options { get; } =
        new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), NewLine = "\n", WriteIndented = true };
}
