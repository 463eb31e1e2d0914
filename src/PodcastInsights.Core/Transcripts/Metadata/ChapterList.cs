using System.Globalization;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Transcripts.Metadata;

/// <summary>The chapters of a recording that metadata list: <c>chapters: [{start: 62.5, title: The key}]</c>.</summary>
internal static class ChapterList
{
    private const string StartKey = "chapters.start";
    private const string TitleKey = "chapters.title";

    /// <summary>Longest recording in seconds.</summary>
    private const double Longest = 1_000_000;

    /// <summary>Whether the entry belongs to a chapter.</summary>
    public static bool Has(MetadataEntry entry) => entry.Key is StartKey or TitleKey;

    /// <summary>The chapters with a title and a start, in seconds or as <c>1:02:03</c>; ordered by start.</summary>
    public static IReadOnlyList<DraftSection> In(IReadOnlyList<MetadataEntry> entries)
    {
        var chapters = new List<DraftSection>();
        Timestamp? start = null;
        string? title = null;
        foreach (var entry in entries.Where(Has))
        {
            // Either key may come first; a repeated one belongs to the next chapter.
            (start, title) = entry.Key == StartKey ? (StartOf(entry.Value), title) : (start, entry.Value);
            if (start is { } at && title is not null)
            {
                chapters.Add(new DraftSection(title, at, entry.Line));
                (start, title) = (null, null);
            }
        }

        return [.. chapters.OrderBy(chapter => chapter.Start)];
    }

    private static Timestamp? StartOf(string text) =>
        Timestamp.TryParse(text, out var clock) ? clock
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < Longest
            ? Timestamp.FromSeconds(seconds)
            : null;
}
