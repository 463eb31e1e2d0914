namespace PodcastInsights.Core.Search.Snippets;

/// <summary>
/// Cuts a snippet out of a paragraph, around the place that holds most of what was searched, and marks all of it there. Every
/// character is the paragraph's own; it is cut at the ends of sentences where they are near, else between words.
/// </summary>
public static class SnippetCutter
{
    /// <summary>The longest snippet in characters, about three lines of a page.</summary>
    public const int MaxLength = 240;

    /// <returns>Pieces which, joined, are a stretch of the text.</returns>
    public static IReadOnlyList<SnippetPart> Cut(string text, TermMarker marker, int maxLength = MaxLength)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(marker);
        var marks = marker.MarksIn(text);
        var (start, end) = text.Length <= maxLength ? (0, text.Length) : Window(text, marks, maxLength);
        var parts = new List<SnippetPart>();
        var at = start;
        foreach (var mark in marks)
        {
            if (mark.Start < at || mark.End > end)
            {
                continue;
            }

            if (mark.Start > at)
            {
                parts.Add(new SnippetPart(text[at..mark.Start], Match: false));
            }

            parts.Add(new SnippetPart(text[mark.Start..mark.End], Match: true));
            at = mark.End;
        }

        if (at < end)
        {
            parts.Add(new SnippetPart(text[at..end], Match: false));
        }

        return parts;
    }

    private static (int Start, int End) Window(string text, List<TermMark> marks, int maxLength)
    {
        var (from, to) = Densest(marks, maxLength);
        var spare = maxLength - (to - from);

        // The sentence that the marks begin in, where it fits; else some words before them.
        var start = CutPoints.SentenceStart(text, from, Math.Max(0, from - (spare * 2 / 3)));
        start = start >= 0 ? start : CutPoints.WordStart(text, from - (spare / 3), from);
        var latest = Math.Min(text.Length, start + maxLength);
        if (latest == text.Length)
        {
            // At the paragraph's end there is room for more before.
            start = Math.Min(start, CutPoints.WordStart(text, text.Length - maxLength, start));
            return (start, latest);
        }

        var end = CutPoints.SentenceEnd(text, Math.Max(to, start + (maxLength * 2 / 3)), latest);
        return (start, end >= 0 ? end : CutPoints.WordEnd(text, latest, to));
    }

    /// <summary>The stretch of marks that fits and holds the most patterns, then the most marks.</summary>
    private static (int From, int To) Densest(List<TermMark> marks, int maxLength)
    {
        var best = (From: 0, To: 0);
        var bestValue = 0;
        for (var first = 0; first < marks.Count; first++)
        {
            var patterns = 0UL;
            var to = marks[first].Start;
            for (var last = first; last < marks.Count && marks[last].End - marks[first].Start <= maxLength; last++)
            {
                patterns |= marks[last].Patterns;
                to = Math.Max(to, marks[last].End);
                var value = (System.Numerics.BitOperations.PopCount(patterns) * 1000) + last - first + 1;
                if (value > bestValue)
                {
                    bestValue = value;
                    best = (marks[first].Start, to);
                }
            }
        }

        return best;
    }
}
