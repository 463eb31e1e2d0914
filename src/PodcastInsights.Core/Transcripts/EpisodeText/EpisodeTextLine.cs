using System.Text.RegularExpressions;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Transcripts.EpisodeText;

internal enum EpisodeTextLineKind
{
    /// <summary>An empty line, which ends a paragraph.</summary>
    Blank,

    /// <summary>An indented line: text, whatever it looks like.</summary>
    Words,

    /// <summary><c>Ada Quill (0:01:05):</c>; an inferred name has <c>(?)</c> after it.</summary>
    Header,

    /// <summary><c>(0:01:05):</c>, or <c>():</c> for a paragraph without a time.</summary>
    Time,

    /// <summary><c>[applause]</c></summary>
    Note,

    /// <summary><c>=== (0:01:05) How it began ===</c>; the time is left out where there is none.</summary>
    Heading,

    /// <summary>Any other line at the margin, changed by hand.</summary>
    Unknown,
}

/// <summary>A line of the project's own plain text export; parses and writes it.</summary>
/// <param name="Text">The text, note, heading or speaker name; null for the header of an unknown speaker.</param>
/// <param name="Inferred">Whether the name was inferred.</param>
internal readonly partial record struct EpisodeTextLine(EpisodeTextLineKind Kind, string? Text, Timestamp? Start = null, bool Inferred = false)
{
    public const string Indent = "    ";

    private const string Nobody = "?";
    private const string HeadingStart = "=== ";
    private const string HeadingEnd = " ===";

    public static string Header(Turn turn)
    {
        var name = turn.Speaker switch
        {
            null => Nobody,
            var odd when odd == Nobody || !PlainName.IsMatch(odd) => $"\"{odd.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
            var plain => plain,
        };
        var inferred = turn.SpeakerInferred ? " (?)" : "";
        return turn.Start is { } time ? $"{name}{inferred} ({time.ToPreciseString()}):" : $"{name}{inferred}:";
    }

    public static string Heading(Section section)
    {
        // Empty brackets for no time, so that brackets in the title are text.
        var time = section.Start is { } start ? $"({start.ToPreciseString()}) " : HeadingTime.IsMatch(section.Title) ? "() " : "";
        return $"{HeadingStart}{time}{section.Title.ReplaceLineEndings(" ")}{HeadingEnd}";
    }

    public static string Time(Timestamp? start) => $"({start?.ToPreciseString()}):";

    public static string Note(string note) => $"[{note.Replace('\n', ' ')}]";

    public static EpisodeTextLine Read(string line)
    {
        if (line.Length == 0)
        {
            return new EpisodeTextLine(EpisodeTextLineKind.Blank, "");
        }

        if (line.StartsWith(Indent, StringComparison.Ordinal))
        {
            return new EpisodeTextLine(EpisodeTextLineKind.Words, line[Indent.Length..]);
        }

        if (line is ['[', .. var note, ']'])
        {
            return new EpisodeTextLine(EpisodeTextLineKind.Note, note);
        }

        if (line.Length > HeadingStart.Length + HeadingEnd.Length
            && line.StartsWith(HeadingStart, StringComparison.Ordinal)
            && line.EndsWith(HeadingEnd, StringComparison.Ordinal))
        {
            return ReadHeading(line[HeadingStart.Length..^HeadingEnd.Length]);
        }

        var match = Margin.Match(line);
        if (!match.Success)
        {
            return new EpisodeTextLine(EpisodeTextLineKind.Unknown, line);
        }

        var start = Timestamp.TryParse(match.Groups["time"].ValueSpan, out var time) ? time : (Timestamp?)null;
        var inferred = match.Groups["inferred"].Success;
        return match.Groups["name"] switch
        {
            { Success: false } => new EpisodeTextLine(EpisodeTextLineKind.Time, "", start),
            { Value: Nobody } => new EpisodeTextLine(EpisodeTextLineKind.Header, null, start),
            { Value: ['"', .. var quoted, '"'] } => new EpisodeTextLine(
                EpisodeTextLineKind.Header, quoted.Replace("\"\"", "\"", StringComparison.Ordinal), start, inferred),
            { Value: var name } => new EpisodeTextLine(EpisodeTextLineKind.Header, name, start, inferred),
        };
    }

    private static EpisodeTextLine ReadHeading(string text)
    {
        var marked = HeadingTime.Match(text);
        return new EpisodeTextLine(
            EpisodeTextLineKind.Heading,
            marked.Success ? marked.Groups["words"].Value : text,
            Timestamp.TryParse(marked.Groups["time"].ValueSpan, out var time) ? time : null);
    }

    [GeneratedRegex(@"^\((?<time>[0-9:.]{4,20})?\) (?<words>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex HeadingTime { get; }

    /// <summary>A name that needs no quotation marks to be distinguished from other lines at the margin.</summary>
    [GeneratedRegex(@"^[^\s""(\[](?:.*[^\s)])?$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainName { get; }

    [GeneratedRegex(
        @"^(?:(?<name>""(?:[^""]|"""")+""|[^\s""(\[](?:.*?[^\s)])?)(?<inferred> \(\?\))?(?: \((?<time>[0-9:.]{4,20})\))?"
        + @"|\((?<time>[0-9:.]{4,20})?\)):$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Margin { get; }
}
