using System.Text.RegularExpressions;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Transcripts.Captions;

/// <summary>A cue of WebVTT or SubRip: lines shown between two times.</summary>
/// <param name="Start">Null where the time cannot be parsed.</param>
/// <param name="Text">The lines as written, with tags.</param>
/// <param name="Line">Line number of the times, from 1.</param>
internal sealed partial record CaptionCue(Timestamp? Start, Timestamp? End, List<string> Text, int Line)
{
    public static bool IsTiming(string line) => line.Contains("-->", StringComparison.Ordinal) && Timing.IsMatch(line);

    /// <summary>Whether the line has the times of a cue, or is the cue's name or number just above them.</summary>
    public static bool IsTimingOrLabel(IReadOnlyList<string> lines, int index) =>
        IsTiming(lines[index]) || (index + 1 < lines.Count && IsTiming(lines[index + 1]));

    /// <summary>Whether most times have a point before the milliseconds, as in WebVTT, instead of a comma, as in SubRip.</summary>
    public static bool HasPoints(SourceText source)
    {
        var times = source.Lines.Where(IsTiming).ToList();
        return times.Count(line => !line.Contains(',', StringComparison.Ordinal) && line.Contains('.', StringComparison.Ordinal)) * 2
            > times.Count;
    }

    public static bool IsNumber(string line) => line.Trim() is { Length: > 0 and < 10 } digits && digits.All(char.IsAsciiDigit);

    /// <summary>
    /// Parses all cues. A cue begins at its line of times, with or without a blank line before it. Text between cues, as left by a blank
    /// line in a caption, is added to the cue before, with a diagnostic.
    /// </summary>
    /// <param name="isLabel">Whether a line between a blank line and the times may be the cue's name or number.</param>
    /// <param name="isComment">
    /// Whether a line after a blank line begins a comment block; a diagnostic says that its lines up to the next blank line are left out.
    /// </param>
    public static List<CaptionCue> ReadAll(
        SourceText source, int first, Func<string, bool> isLabel, Func<string, bool> isComment, EditionDraft draft)
    {
        var cues = new List<CaptionCue>();
        var inCue = false;
        var voice = (string?)null;
        var comments = new List<int>();
        for (var i = first; i < source.Lines.Count; i++)
        {
            var line = source.Lines[i];
            if (TryReadTiming(line, i + 1, draft) is { } cue)
            {
                cues.Add(cue);
                inCue = true;
                if (voice is not null)
                {
                    cue.Text.Add($"<v {voice}>");
                    voice = null;
                }
            }
            else if (line.Length == 0)
            {
                inCue = false;
            }
            else if (i + 1 < source.Lines.Count && IsTiming(source.Lines[i + 1]) && (inCue ? IsNumber(line) : isLabel(line)))
            {
                // Zoom names the speaker there: 12 "Ada Quill" (3087).
                voice = NamedCue.Match(line) is { Success: true } named ? named.Groups["name"].Value.Trim() : null;

                // Not speech, unless the times of a cue are missing: then the text is where the next cue's name would be. Most names are
                // one word with a number.
                if (voice is null && (line.AsSpan().Trim().Contains(' ') || !line.Any(char.IsAsciiDigit)))
                {
                    draft.Diagnostics.Info(
                        $"{draft.Format}.label-left-out", i + 1, $"This line names the cue below it and was left out: {line.Trim()}");
                }
            }
            else if (inCue)
            {
                cues[^1].Text.Add(line);
            }
            else if (isComment(line))
            {
                comments.Add(i + 1);
                while (i + 1 < source.Lines.Count && source.Lines[i + 1].Length > 0 && !IsTiming(source.Lines[i + 1]))
                {
                    i++;
                }
            }
            else if (!string.IsNullOrWhiteSpace(line))
            {
                draft.Diagnostics.Warning(
                    $"{draft.Format}.words-without-time", i + 1, "These words stand in no cue; they were read as part of the one before.");
                if (cues.Count == 0)
                {
                    cues.Add(new CaptionCue(null, null, [], i + 1));
                }

                cues[^1].Text.Add(line);
            }
        }

        if (comments is [var firstComment, ..])
        {
            draft.Diagnostics.Info(
                $"{draft.Format}.comments-left-out",
                firstComment,
                $"{comments.Count} blocks that the format does not show, such as comments and styles, were left out.");
        }

        return cues;
    }

    private static CaptionCue? TryReadTiming(string line, int number, EditionDraft draft)
    {
        if (!IsTiming(line))
        {
            return null;
        }

        var match = Timing.Match(line);

        var start = Timestamp.TryParse(match.Groups["start"].ValueSpan, out var from) ? from : (Timestamp?)null;
        var end = Timestamp.TryParse(match.Groups["end"].ValueSpan, out var to) ? to : (Timestamp?)null;
        if (start is null)
        {
            draft.Diagnostics.Warning(
                $"{draft.Format}.time-unreadable", number, "The cue's times cannot be read; its words were kept without one.");
        }

        return new CaptionCue(start, end, [], number);
    }

    [GeneratedRegex("^[0-9]{1,6} \"(?<name>[^\"<>&]{1,100})\"(?: \\([0-9]{1,12}\\))?\\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex NamedCue { get; }

    // Cue settings may follow the times; other text must not match, or it would be lost.
    [GeneratedRegex(
        @"^[ \t]{0,9}(?<start>[0-9:.,]{1,20})[ \t]{0,9}-->[ \t]{0,9}(?<end>[0-9:.,]{1,20})"
        + @"(?:[ \t]{1,9}[A-Za-z][A-Za-z0-9]{0,19}:[^ \t]{1,100}){0,10}[ \t]{0,9}$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Timing { get; }
}
