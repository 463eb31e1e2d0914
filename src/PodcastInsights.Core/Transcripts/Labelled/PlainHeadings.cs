using System.Text.RegularExpressions;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>
/// Finds headings that are written in capitals, as in scripts: <c>COLD OPEN</c>, <c>ACT TWO</c>. Each stands alone, right above a label, and there
/// are several; a single line of that kind may be what somebody shouts. So does the title of a chapter that is listed above the transcript.
/// </summary>
internal static partial class PlainHeadings
{
    private const int Fewest = 2;

    /// <summary>Indexes of the lines with a heading.</summary>
    /// <param name="isLabel">Whether the line at an index has a speaker's label.</param>
    public static IReadOnlySet<int> In(IReadOnlyList<LabelledLine> lines, Func<int, bool> isLabel)
    {
        var chapters = ListedChapters(lines, isLabel);
        var alone = Enumerable.Range(0, lines.Count)
            .Where(i => lines[i].Kind == LineKind.Words && (i == 0 || lines[i - 1].IsBlank) && (i + 1 == lines.Count || lines[i + 1].IsBlank)
                && !isLabel(i) && (chapters.Contains(lines[i].Text) || Capitals.IsMatch(lines[i].Text)) && IsAboveLabel(i))
            .ToList();
        var headings = alone.Where(i => Capitals.IsMatch(lines[i].Text)).ToList();
        return headings.Count >= Fewest && headings.Exists(i => lines[i].Text.Contains(' ', StringComparison.Ordinal))
            && headings.Select(i => lines[i].Text).Distinct(StringComparer.Ordinal).Count() == headings.Count
            ? alone.ToHashSet()
            : alone.Where(i => chapters.Contains(lines[i].Text)).ToHashSet();

        bool IsAboveLabel(int at)
        {
            var next = at + 1;
            while (next < lines.Count && lines[next].IsBlank)
            {
                next++;
            }

            return next < lines.Count && isLabel(next);
        }
    }

    /// <summary>Titles of the chapters in lists above the first label.</summary>
    private static HashSet<string> ListedChapters(IReadOnlyList<LabelledLine> lines, Func<int, bool> isLabel)
    {
        var titles = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var end = 0;
        while (end < lines.Count && !isLabel(end))
        {
            end++;
        }

        for (var i = 0; i < end; i++)
        {
            if (!lines[i].IsBlank && ChapterLines.At(lines, i, end) is { Count: > 0 } chapters)
            {
                titles.UnionWith(chapters.Select(static chapter => chapter.Title));
                for (var left = chapters.Count - 1; left > 0; left -= lines[i].IsBlank ? 0 : 1)
                {
                    i++;
                }
            }
        }

        return titles;
    }

    [GeneratedRegex(@"^(?=.{0,40}\p{Lu}.{0,40}\p{Lu})[\p{Lu}\p{Nd}][\p{Lu}\p{Nd} '’&/#–-]{2,40}$", RegexOptions.CultureInvariant)]
    private static partial Regex Capitals { get; }
}
