using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace PodcastInsights.Core.Exports;

internal static class ExportJson
{
    /// <summary>Indented and with letters of all scripts unescaped, so that people can read it.</summary>
    public static JsonSerializerOptions Options { get; } =
        new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), NewLine = "\n", WriteIndented = true };
}
