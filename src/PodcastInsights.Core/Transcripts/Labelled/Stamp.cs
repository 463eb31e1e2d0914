using System.Globalization;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>A timestamp in a line: in any brackets, with or without Markdown escapes, or bare.</summary>
/// <param name="Length">Length in characters, with brackets and escapes.</param>
/// <param name="Time">Null where the digits are not a time, such as 75 seconds.</param>
/// <param name="Bracket">The opening bracket; NUL for none.</param>
/// <param name="IsRange">Whether a second time follows: <c>[00:01:05:12 - 00:01:09:03]</c>.</param>
internal readonly record struct Stamp(int Length, Timestamp? Time, char Bracket, bool IsRange)
{
    // Of an address, in characters.
    private const int LongestLink = 2000;

    public bool IsBracketed => Bracket != '\0';

    /// <summary>Whether it is the text of a link, in emphasis or in code, as pages mark their times.</summary>
    public bool IsMarked { get; private init; }

    /// <summary>Parses a timestamp, or one that is marked up: <c>[(0:12)](https://…)</c>, <c>*0:12*</c>, <c>`0:12`</c>.</summary>
    public static bool TryReadMarked(ReadOnlySpan<char> line, int at, out Stamp stamp)
    {
        if (TryRead(line, at, out stamp))
        {
            return true;
        }

        if (at + 1 < line.Length && line[at] is '*' or '_' or '`')
        {
            var run = line[at..].IndexOfAnyExcept(line[at]);
            var end = run is > 0 and < 4 && TryReadMarked(line, at + run, out stamp) ? at + run + stamp.Length : line.Length;
            if (end < line.Length && line[end..].StartsWith(line.Slice(at, run), StringComparison.Ordinal))
            {
                stamp = stamp with { Length = end + run - at, Bracket = '(', IsMarked = true };
                return true;
            }
        }
        else if (at + 1 < line.Length && line[at] == '[' && TryRead(line, at + 1, out stamp))
        {
            var end = at + 1 + stamp.Length;
            var address = line[end..].StartsWith("](", StringComparison.Ordinal) ? line.Slice(end, Math.Min(LongestLink, line.Length - end)).IndexOfAny(')', ' ') : -1;
            if (address > 0 && line[end + address] == ')')
            {
                stamp = stamp with { Length = end + address + 1 - at, Bracket = '(', IsMarked = true };
                return true;
            }
        }

        stamp = default;
        return false;
    }

    /// <summary>Parses a timestamp at an index; false where there is none.</summary>
    public static bool TryRead(ReadOnlySpan<char> line, int at, out Stamp stamp)
    {
        stamp = default;
        var i = at;
        var (bracket, closing) = ('\0', '\0');
        if (i + 1 < line.Length && line[i] == '\\' && line[i + 1] == '[')
        {
            i++;
        }

        if (i < line.Length && line[i] is '[' or '(' or '（' or '【' or '［' or '〔')
        {
            bracket = line[i++];
            closing = Closing(bracket);

            // Wide square brackets are used as square ones are.
            bracket = bracket is '【' or '［' or '〔' ? '[' : bracket;
            i = SkipBlanks(line, i);
        }

        var digits = i;
        i = SkipTime(line, i);
        if (i == digits)
        {
            return bracket != '\0' && TryReadSeconds(line, at, i, bracket, closing, out stamp);
        }

        var time = TimeIn(line[digits..i]);
        var range = false;
        if (bracket == '\0')
        {
            var ends = i == line.Length || !((char.IsLetterOrDigit(line[i]) && !ScriptTable.IsUnspaced(line[i])) || line[i] is ':' or '%');
            stamp = new Stamp(i - at, time, bracket, false);
            return ends && time is not null;
        }

        i = SkipFrames(line, i);
        var dash = SkipBlanks(line, i);
        var to = SkipDash(line, dash);
        if (to > dash && SkipBlanks(line, to) is var second && SkipTime(line, second) is var end && end > second)
        {
            range = true;
            i = SkipFrames(line, end);
        }

        i = SkipBlanks(line, i);
        i += i < line.Length && line[i] == '\\' ? 1 : 0;
        if (i >= line.Length || line[i] != closing)
        {
            return false;
        }

        // "[04:12](https://…)" is a link.
        stamp = new Stamp(i + 1 - at, time, bracket, range);
        return closing != ']' || i + 1 == line.Length || line[i + 1] != '(';
    }

    /// <summary>Parses a range of seconds, as recognisers print them: <c>[0.00 --> 4.02]</c>.</summary>
    private static bool TryReadSeconds(ReadOnlySpan<char> line, int at, int from, char bracket, char closing, out Stamp stamp)
    {
        stamp = default;
        var end = SkipSeconds(line, from);
        var dash = SkipBlanks(line, end);
        var to = SkipDash(line, dash);
        var second = SkipBlanks(line, to);
        var last = SkipSeconds(line, second);
        if (end == from || to == dash || last == second || last >= line.Length || line[last] != closing
            || !double.TryParse(line[from..end], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
        {
            return false;
        }

        stamp = new Stamp(last + 1 - at, Timestamp.FromSeconds(seconds), bracket, IsRange: true);
        return true;
    }

    private static int SkipSeconds(ReadOnlySpan<char> line, int from) =>
        SkipDigits(line, from, 6) is var point && point > from && point < line.Length && line[point] == '.' && SkipDigits(line, point + 1, 3) is var end && end > point + 1
            ? end
            : from;

    private static int SkipDash(ReadOnlySpan<char> line, int from)
    {
        var i = from;
        while (i < line.Length && i - from < 3 && line[i] is '-' or '–' or '—' or '>' or '~' or '～')
        {
            i++;
        }

        return i;
    }

    private static char Closing(char bracket) => bracket switch { '[' => ']', '(' => ')', '【' => '】', '［' => '］', '〔' => '〕', _ => '）' };

    private static int SkipBlanks(ReadOnlySpan<char> line, int i)
    {
        var end = Math.Min(line.Length, i + 8);
        while (i < end && char.IsWhiteSpace(line[i]))
        {
            i++;
        }

        return i;
    }

    /// <summary>Skips <c>1:05</c> or <c>00:01:05</c>, with or without a fraction; returns <paramref name="from"/> where there is no time.</summary>
    private static int SkipTime(ReadOnlySpan<char> line, int from)
    {
        var i = SkipDigits(line, from, 3);
        if (i == from)
        {
            return from;
        }

        var parts = 0;
        while (parts < 2 && i + 1 < line.Length && line[i] is ':' or '：' && SkipDigits(line, i + 1, 2) is var next && next > i + 1)
        {
            i = next;
            parts++;
        }

        if (parts == 0)
        {
            return from;
        }

        return i + 1 < line.Length && line[i] is '.' or ',' && SkipDigits(line, i + 1, 6) is var fraction && fraction > i + 1 ? fraction : i;
    }

    /// <summary>Skips video frames after the seconds of a range; their rate is not known.</summary>
    private static int SkipFrames(ReadOnlySpan<char> line, int i) =>
        i + 1 < line.Length && line[i] is ':' or ';' && SkipDigits(line, i + 1, 3) is var end && end > i + 1 ? end : i;

    private static int SkipDigits(ReadOnlySpan<char> line, int from, int most)
    {
        var i = from;
        while (i < line.Length && i - from < most && char.IsAsciiDigit(line[i]))
        {
            i++;
        }

        return i;
    }

    private static Timestamp? TimeIn(ReadOnlySpan<char> digits) =>
        Timestamp.TryParse(digits.Contains('：') ? digits.ToString().Replace('：', ':') : digits, out var time) ? time : null;
}
