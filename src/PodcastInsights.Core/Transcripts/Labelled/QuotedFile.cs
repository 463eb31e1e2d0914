using System.Text.RegularExpressions;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>
/// Takes the marks of block quotations off a file that is one: where nearly all lines are quoted, nobody quotes anybody. Titles of callouts, as
/// note-takers write them (<c>> [!quote] Ada</c>), are names where they come again.
/// </summary>
internal static partial class QuotedFile
{
    /// <summary>Least share of quoted lines, without headings.</summary>
    private const double Most = 0.75;

    /// <summary>Least number of quoted lines.</summary>
    private const int Fewest = 6;

    /// <summary>Changes the lines in place.</summary>
    public static void Unquote(string[] lines, bool[] isCode)
    {
        var written = Enumerable.Range(0, lines.Length).Where(i => !isCode[i] && lines[i] is { Length: > 0 } and not ['#', ..]).ToList();
        var quoted = written.FindAll(i => lines[i][0] == '>');
        if (quoted.Count < Fewest || quoted.Count < written.Count * Most)
        {
            return;
        }

        var titles = quoted.Select(i => Callout.Match(lines[i])).Where(static match => match.Success)
            .CountBy(static match => match.Groups["title"].Value, StringComparer.Ordinal)
            .Where(static title => title.Value > 1)
            .Select(static title => title.Key)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var i in quoted)
        {
            var callout = Callout.Match(lines[i]);
            lines[i] = !callout.Success ? lines[i][1..].Trim()
                : titles.Contains(callout.Groups["title"].Value) ? $"**{callout.Groups["title"].Value}**"
                : lines[i];
        }
    }

    [GeneratedRegex(@"^> ?\[![A-Za-z-]{1,30}\][+-]? {0,3}(?<title>.{0,200})$", RegexOptions.CultureInvariant)]
    private static partial Regex Callout { get; }
}
