using System.Buffers;
using System.Text.RegularExpressions;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Transcripts.Timed;

internal enum TimedLineKind
{
    /// <summary>Words, or nothing at all.</summary>
    Text,

    /// <summary><c>Ada Quill (00:01:05):</c>, with or without words after it.</summary>
    Header,

    /// <summary><c>Ada Quill (00:01:05)</c>: a header that has no colon, or a sentence that ends in a time.</summary>
    HeaderWithoutColon,

    /// <summary><c>Ada Quill  1:05</c>, as Otter and others write: a header, or a sentence that ends in a time.</summary>
    BareTime,

    /// <summary><c>[00:01:05] Ada Quill: words</c>: a header, or the same speaker's words with a colon among them.</summary>
    TimeFirst,

    /// <summary><c>(00:01:05):</c>, with or without words after it.</summary>
    Continuation,

    /// <summary><c>[00:01:05:12 - 00:01:09:03]</c>, as video editors write: the name may stand on the next line.</summary>
    Range,

    /// <summary><c>1:05 We shipped.</c>: a moment where nearly all lines begin so, else words about an hour.</summary>
    LeadingTime,
}

/// <summary>What one line of a timed transcript is, looked at alone.</summary>
/// <param name="Name">Without marks round it; empty where the line has none.</param>
/// <param name="Time">Null where the digits are no time, such as 75 seconds.</param>
/// <param name="Text">The words after the stamp and the name; of text, the whole line.</param>
/// <param name="AfterStamp">The words after the stamp, a name among them.</param>
internal readonly partial record struct TimedLine(TimedLineKind Kind, string Name, Timestamp? Time, string Text, string AfterStamp)
{
    public bool IsBlank => Kind == TimedLineKind.Text && string.IsNullOrWhiteSpace(Text);

    public static TimedLine Read(string line)
    {
        // Every shape has a time within its first characters, and few lines of speech do.
        if (!line.AsSpan(0, Math.Min(line.Length, LongestStamp)).ContainsAny(Colons))
        {
            return Words(line);
        }

        if (TimeRange.Match(line) is { Success: true } range)
        {
            return AfterTime(TimedLineKind.Range, TimeIn(range), line[range.Length..].Trim());
        }

        var match = Stamped.Match(line);
        if (!match.Success)
        {
            return BareTime(line);
        }

        var time = TimeIn(match);
        var name = SpeakerName.Clean(match.Groups["name"].ValueSpan);
        var text = line[(match.Index + match.Length)..].Trim();
        var colon = match.Groups["colon"].Success;
        if (name.Length == 0)
        {
            return TimeFirst(line, time, colon, text);
        }

        var kind = (colon, text.Length) switch
        {
            (true, 0) when SpeakerName.HasLetterOrDigit(name) => TimedLineKind.Header,
            (true, _) when SpeakerName.IsPlausible(name) => TimedLineKind.Header,
            (false, 0) when SpeakerName.IsPlausible(name) => TimedLineKind.HeaderWithoutColon,
            _ => TimedLineKind.Text,
        };
        return kind == TimedLineKind.Text ? Words(line) : new TimedLine(kind, name, time, text, text);
    }

    private static TimedLine BareTime(string line)
    {
        var leading = LeadingTime.Match(line);
        var match = NameThenTime.Match(line, leading.Length, line.Length - leading.Length);
        if (match.Success && SpeakerName.IsPlausible(match.Groups["name"].ValueSpan) && TimeIn(match) is { } time)
        {
            return new TimedLine(
                TimedLineKind.BareTime, SpeakerName.Clean(match.Groups["name"].ValueSpan), TimeIn(leading) ?? time, "", "");
        }

        return TimeIn(leading) is { } moment
            ? AfterTime(TimedLineKind.LeadingTime, moment, line[leading.Length..].Trim())
            : Words(line);
    }

    private static TimedLine TimeFirst(string line, Timestamp? time, bool colon, string text)
    {
        var first = AfterTime(TimedLineKind.Continuation, time, text);

        // "(12:30) is when it broke" is a sentence; a stamp in square brackets begins none.
        return first.Kind == TimedLineKind.TimeFirst || colon || text.Length == 0 || line.AsSpan().TrimStart()[0] == '['
            ? first
            : Words(line);
    }

    /// <summary>What follows a time at the beginning of a line: a name and words, or words alone.</summary>
    private static TimedLine AfterTime(TimedLineKind kind, Timestamp? time, string text)
    {
        var speaker = kind == TimedLineKind.LeadingTime ? Match.Empty : NamePrefix.Match(text);
        return speaker.Success && SpeakerName.IsPlausible(speaker.Groups["name"].ValueSpan)
            ? new TimedLine(
                TimedLineKind.TimeFirst, SpeakerName.Clean(speaker.Groups["name"].ValueSpan), time, text[speaker.Length..], text)
            : new TimedLine(kind, "", time, text, text);
    }

    /// <summary>The same line, where the file shows that it begins with a moment: its words may begin with a name.</summary>
    public TimedLine AsTimeFirst() => AfterTime(TimedLineKind.Continuation, Time, Text);

    private static Timestamp? TimeIn(Match match) => Timestamp.TryParse(match.Groups["time"].ValueSpan, out var time) ? time : null;

    public static TimedLine Words(string line) => new(TimedLineKind.Text, "", null, line, line);

    // A name, the blanks and marks around it, and the hours of its time.
    private const int LongestStamp = SpeakerName.MaxLength + 20;

    private static readonly SearchValues<char> Colons = SearchValues.Create(":：");

    // Every part is bounded, so that a line of any length costs a fixed number of steps.
    [GeneratedRegex(
        @"^(?<name>.{0,100}?)[ \t\u00A0\u3000]{0,4}[(（\[](?<time>[0-9]{1,3}:[0-9]{1,2}(?::[0-9]{1,2})?(?:[.,][0-9]{1,6})?)[)）\]][*_]{0,3}"
        + @"[ \t\u00A0]{0,4}(?<colon>[:：][*_]{0,3})?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Stamped { get; }

    [GeneratedRegex(
        @"^(?<name>[^ \t].{0,99}?)[:：]?[ \t\u00A0]{1,8}(?<time>[0-9]{1,3}:[0-9]{2}(?::[0-9]{2})?)[ \t\u00A0]{0,8}$",
        RegexOptions.CultureInvariant)]
    private static partial Regex NameThenTime { get; }

    [GeneratedRegex(
        @"^[ \t]{0,9}(?<time>[0-9]{1,3}:[0-9]{2}(?::[0-9]{2})?(?:[.,][0-9]{1,6})?)[ \t\u00A0]{1,8}(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingTime { get; }

    // Frames may follow the seconds; how many make a second is not said.
    [GeneratedRegex(
        @"^[ \t]{0,9}\[[ \t]{0,3}(?<time>[0-9]{1,3}:[0-9]{2}(?::[0-9]{2})?(?:[.,][0-9]{1,6})?)(?:[:;][0-9]{1,3})?[ \t]{0,3}"
        + @"(?:-{1,2}>?|[–—])[ \t]{0,3}[0-9:;.,]{4,16}[ \t]{0,3}\][ \t]{0,4}:?",
        RegexOptions.CultureInvariant)]
    private static partial Regex TimeRange { get; }

    [GeneratedRegex(@"^[*_]{0,3}(?<name>[^:：]{1,100}?)[*_]{0,3}(?:：|:(?![0-9/]))[*_]{0,3}[ \t\u00A0]{0,4}", RegexOptions.CultureInvariant)]
    private static partial Regex NamePrefix { get; }
}
