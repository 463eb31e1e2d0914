using System.Globalization;

namespace PodcastInsights.Core.Text;

/// <summary>Writes a count with its English noun, for consoles, logs and diagnostics: "1 file", "3 files".</summary>
public static class Counted
{
    /// <param name="noun">Singular of a noun whose plural ends in "s".</param>
    public static string Of(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
