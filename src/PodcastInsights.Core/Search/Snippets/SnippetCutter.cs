namespace PodcastInsights.Core.Search.Snippets;

/// <summary>
/// Cuts a snippet from a paragraph, around the place with most of the query's words, and marks them. All text is the paragraph's own; cuts
/// are at sentence ends where these are near, else between words.
/// </summary>
internal static class SnippetCutter
{
    /// <summary>Longest snippet in characters, about three lines.</summary>
    public const int MaxLength = 240;

    /// <returns>Parts which joined are a passage of the text.</returns>
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

        // From the start of the first mark's sentence, where it fits; else from some words before.
        var start = CutPoints.SentenceStart(text, from, Math.Max(0, from - (spare * 2 / 3)));
        start = start >= 0 ? start : CutPoints.WordStart(text, from - (spare / 3), from);
        var latest = Math.Min(text.Length, start + maxLength);
        if (latest == text.Length)
        {
            // At the end of the paragraph, more text before it fits.
            start = Math.Min(start, CutPoints.WordStart(text, text.Length - maxLength, start));
            return (start, latest);
        }

        var end = CutPoints.SentenceEnd(text, Math.Max(to, start + (maxLength * 2 / 3)), latest);
        return (start, end >= 0 ? end : CutPoints.WordEnd(text, latest, to));
    }

    /// <summary>The range of marks that fits and contains the most patterns, then the most marks.</summary>
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
