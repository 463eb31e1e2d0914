using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Transcripts.EpisodeMarkdown;

/// <summary>
/// Reads and writes the syntax of the project's own Markdown export. A backslash escapes what would be syntax, as in Markdown; other
/// backslashes are text.
/// </summary>
internal static partial class MarkdownGrammar
{
    public const string About = "About";
    public const string Takeaways = "Takeaways";
    public const string Transcript = "Transcript";

    public const string NoteMark = "> ";

    private const string SectionMark = "### ";

    /// <summary>Written in place of a time where the text begins with something that looks like one.</summary>
    private const string NoTime = "no time";

    /// <summary>An escaped question mark, for an unknown speaker; a name that is a question mark has no backslash.</summary>
    private const string Nobody = @"\?";

    /// <summary>Follows an inferred name.</summary>
    private const string Inferred = $" {Nobody}";

    /// <param name="mark">Result of <see cref="Mark(Paragraph)"/>; empty for none.</param>
    public static string Header(Turn turn, string mark)
    {
        var name = turn.Speaker is null ? Nobody : SpecialInName.Replace(turn.Speaker, @"\$0") + (turn.SpeakerInferred ? Inferred : "");
        return mark.Length == 0 ? $"**{name}:**" : $"**{name}** {mark}:";
    }

    public static string Mark(Timestamp start) => $"({start.ToPreciseString()})";

    /// <summary>Empty where the text's own timestamp gives the time, or where there is none.</summary>
    public static string Mark(Paragraph paragraph) =>
        paragraph.Start == InlineStamp.Leading(paragraph.Text) ? "" : paragraph.Start is { } start ? Mark(start) : $"({NoTime})";

    /// <summary>Writes a heading of the transcript: its time, if any, and its text.</summary>
    public static string Heading(Section section)
    {
        var mark = section.Start is { } start ? $"{Mark(start)} " : MarkedLine.IsMatch(section.Title) ? $"({NoTime}) " : "";
        return $"{SectionMark}{mark}{section.Title.ReplaceLineEndings(" ")}";
    }

    /// <param name="number">Of the line, from 1.</param>
    public static bool TryReadHeading(string line, int number, [NotNullWhen(true)] out DraftSection? section)
    {
        section = null;
        if (!line.StartsWith(SectionMark, StringComparison.Ordinal))
        {
            return false;
        }

        var words = line[SectionMark.Length..];
        section = MarkedLine.Match(words) is { Success: true } marked
            ? new DraftSection(marked.Groups["words"].Value, TimeOf(marked), number)
            : new DraftSection(words, null, number);
        return true;
    }

    public static bool TryReadHeader(string line, [NotNullWhen(true)] out MarkdownHeader? header)
    {
        var match = HeaderLine.Match(line);
        header = null;
        if (!match.Success)
        {
            return false;
        }

        var name = match.Groups["name"].Value;
        var inferred = name.EndsWith(Inferred, StringComparison.Ordinal);
        header = new MarkdownHeader(
            name == Nobody ? null : EscapedInName.Replace(inferred ? name[..^Inferred.Length] : name, "$1"),
            inferred,
            TimeOf(match),
            match.Groups["mark"].Success,
            match.Groups["words"].Value);
        return true;
    }

    /// <summary>Parses the first line of a paragraph: its time and text.</summary>
    public static (Timestamp? Start, string Words) ReadOpening(string line)
    {
        var match = MarkedLine.Match(line);
        if (match.Success)
        {
            return (TimeOf(match), match.Groups["words"].Value);
        }

        var words = Unescape(line);
        return (InlineStamp.Leading(words), words);
    }

    public static string Escape(string line) => IsMarkBehindBackslashes(line) ? $"\\{line}" : line;

    public static string Unescape(string line) => line.StartsWith('\\') && IsMarkBehindBackslashes(line) ? line[1..] : line;

    /// <summary>Outside of the transcript only headings are escaped.</summary>
    public static string EscapePassage(string line) => line.TrimStart('\\').StartsWith('#') ? $"\\{line}" : line;

    public static string UnescapePassage(string line) => line.StartsWith('\\') && line.TrimStart('\\').StartsWith('#') ? line[1..] : line;

    private static bool IsMarkBehindBackslashes(string line) => line.AsSpan().TrimStart('\\') is var rest
        && (rest.IsEmpty
            || char.IsWhiteSpace(rest[0])
            || rest.StartsWith(NoteMark, StringComparison.Ordinal)
            || rest.StartsWith(SectionMark, StringComparison.Ordinal)
            || HeaderLine.IsMatch(rest)
            || MarkedLine.IsMatch(rest));

    private static Timestamp? TimeOf(Match match) => Timestamp.TryParse(match.Groups["time"].ValueSpan, out var time) ? time : null;

    [GeneratedRegex(
        @"^\*\*(?<name>(?:\\[\\*:?]|[^\\*:])+)(?::\*\*|\*\* (?<mark>\((?:no time|(?<time>[0-9:.]{4,20}))\)):)(?: (?<words>.*))?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex HeaderLine { get; }

    [GeneratedRegex(@"^\((?:no time|(?<time>[0-9:.]{4,20}))\) (?<words>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex MarkedLine { get; }

    [GeneratedRegex(@"[\\*:]", RegexOptions.CultureInvariant)]
    private static partial Regex SpecialInName { get; }

    [GeneratedRegex(@"\\([\\*:?])", RegexOptions.CultureInvariant)]
    private static partial Regex EscapedInName { get; }
}

/// <param name="Speaker">Null for nobody.</param>
/// <param name="Marked">Whether the header gives a time or says that there is none.</param>
/// <param name="Words">The text after the header, unescaped; empty for none.</param>
internal sealed record MarkdownHeader(string? Speaker, bool Inferred, Timestamp? Start, bool Marked, string Words);
