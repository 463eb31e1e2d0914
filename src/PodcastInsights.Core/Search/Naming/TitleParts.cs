using System.Globalization;

namespace PodcastInsights.Core.Search.Naming;

/// <summary>
/// What of a title people take for the title: without the date before it, and without who came or which show it was behind a dash.
/// </summary>
internal static class TitleParts
{
    private const int DateLength = 10;

    private static readonly string[] Dashes = [" | ", " - ", " – ", " — ", "｜"];

    /// <returns>Each once, without the whole title.</returns>
    public static IEnumerable<string> Of(string title)
    {
        var undated = Undated(title);
        var ends = Dashes.SelectMany(dash => (int[])[
            undated.IndexOf(dash, StringComparison.Ordinal), undated.LastIndexOf(dash, StringComparison.Ordinal)]);
        return ends.Where(static end => end > 0).Select(end => undated[..end]).Append(undated).Where(part => part != title).Distinct();
    }

    private static string Undated(string title) =>
        title.Length > DateLength + 1
        && title[DateLength] == ' '
        && DateOnly.TryParseExact(title.AsSpan(0, DateLength), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? title[(DateLength + 1)..].TrimStart()
            : title;
}
