using System.Text.RegularExpressions;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>
/// Finds headings that are written in capitals, as in scripts: <c>COLD OPEN</c>, <c>ACT TWO</c>. Each stands alone, right above a label, and there
/// are several; a single line of that kind may be what somebody shouts.
/// </summary>
internal static partial class PlainHeadings
{
    private const int Fewest = 2;

    /// <summary>Indexes of the lines with a heading.</summary>
    /// <param name="isLabel">Whether the line at an index has a speaker's label.</param>
    public static IReadOnlySet<int> In(IReadOnlyList<LabelledLine> lines, Func<int, bool> isLabel)
    {
        var headings = Enumerable.Range(0, lines.Count)
            .Where(i => lines[i].Kind == LineKind.Words && (i == 0 || lines[i - 1].IsBlank) && (i + 1 == lines.Count || lines[i + 1].IsBlank)
                && !isLabel(i) && Capitals.IsMatch(lines[i].Text) && IsAboveLabel(i))
            .ToHashSet();
        return headings.Count >= Fewest && headings.Any(i => lines[i].Text.Contains(' ', StringComparison.Ordinal))
            && headings.Select(i => lines[i].Text).Distinct(StringComparer.Ordinal).Count() == headings.Count
            ? headings
            : new HashSet<int>();

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

    [GeneratedRegex(@"^(?=.{0,40}\p{Lu}.{0,40}\p{Lu})[\p{Lu}\p{Nd}][\p{Lu}\p{Nd} '’&/#–-]{2,40}$", RegexOptions.CultureInvariant)]
    private static partial Regex Capitals { get; }
}
