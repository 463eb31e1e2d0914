using System.Globalization;

namespace PodcastInsights.Core.Search.Naming;

/// <summary>
/// Finds the parts of a title that people use as the title: without a date at the start, and without a guest or show separated by a dash.
/// </summary>
internal static class TitleParts
{
    private const int DateLength = 10;

    private static readonly string[] Dashes = [" | ", " - ", " – ", " — ", "｜"];

    /// <returns>Distinct parts, without the whole title.</returns>
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
