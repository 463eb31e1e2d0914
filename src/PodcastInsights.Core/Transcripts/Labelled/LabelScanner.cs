using System.Buffers;
using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>
/// Parses a label candidate at the start of a line, in any shape of <see cref="LabelShapes.All"/>. Examines only the first characters of
/// one line, so that the cost is constant.
/// </summary>
internal ref partial struct LabelScanner
{
    /// <summary>Longest label: a name with spaces, marks and timestamps.</summary>
    internal const int LongestLabel = SpeakerName.MaxLength + 40;

    private const string BlankEntity = "&nbsp;";

    // A semicolon is a colon that somebody missed; a ratio sign and the forms of other widths look like one.
    private static readonly SearchValues<char> Colons = SearchValues.Create(":：∶﹕︰;");

    private static readonly SearchValues<string> StopDashes = SearchValues.Create([".-", ".–", ".—"], StringComparison.Ordinal);

    private readonly ReadOnlySpan<char> line;
    private int at;
    private int heading;
    private int emphasis;
    private char mark;
    private bool listItem;
    private bool isQuoted;
    private bool isOrnamented;
    private bool dash;
    private bool colon;
    private Stamp? before;
    private Stamp? after;

    private LabelScanner(ReadOnlySpan<char> line) => this.line = line;

    public static bool TryRead(string text, out LabelCandidate candidate)
    {
        candidate = default;
        var line = LabelStart.Plain(text.AsSpan().Trim().TrimEnd('\\'));
        if (line is ['Q' or 'A', ' ', '-' or '–' or '—', ' ', ..] or ['Q' or 'A', '.', ' ' or '\t', ..])
        {
            candidate = new LabelCandidate(
                LabelShape.VoiceDash, line[..1].ToString(), null, false, null, line[3..].Trim().ToString(), false, false, false, true);
            return true;
        }

        var start = line[..Math.Min(line.Length, LongestLabel)];
        if (line.IsEmpty || !(line[0] is '#' or '*' or '_' || start.ContainsAny(Colons) || start.ContainsAny(StopDashes) || LabelStart.OrnamentLength(line) > 0))
        {
            return false;
        }

        return new LabelScanner(line).Read(out candidate);
    }

    private bool Read(out LabelCandidate candidate)
    {
        candidate = default;
        ReadListMark();
        ReadHeadingMarks();
        if (!ReadEmphasis() || !ReadStampBefore())
        {
            return false;
        }

        return at < line.Length && (ReadBracketedName(out candidate) || ReadName(out candidate));
    }

    private void ReadListMark()
    {
        if (line[0] is '-' or '–' or '—' or '•' || (line[0] is '*' or '+' && line is [_, ' ' or '\t', ..]))
        {
            listItem = true;
            at = 1;
        }
        else if (char.IsAsciiDigit(line[0]) && line.IndexOfAnyExceptInRange('0', '9') is var digits and < 5 && digits > 0
            && line[digits..] is ['.' or ')', ' ' or '\t', ..])
        {
            listItem = true;
            at = digits + 1;
        }
        else if (line[0] == '>')
        {
            isQuoted = line is not [_, '>', ..];
            at = line.Length - line.TrimStart('>').Length;
        }

        else if (LabelStart.OrnamentLength(line) is > 0 and var ornament)
        {
            isOrnamented = listItem = true;
            at = ornament;
        }

        SkipBlanks();
    }

    private void ReadHeadingMarks()
    {
        while (at < line.Length && line[at] == '#')
        {
            at++;
            heading++;
        }

        SkipBlanks();
    }

    /// <summary>Consumes marks that open emphasis, if any; false where there are more than emphasis can have.</summary>
    private bool ReadEmphasis()
    {
        if (emphasis > 0 || at >= line.Length || line[at] is not ('*' or '_'))
        {
            return heading <= 6;
        }

        mark = line[at];
        emphasis = RunAt(at);
        at += emphasis;
        SkipBlanks();
        return emphasis <= 3 && heading <= 6;
    }

    /// <summary>Consumes a timestamp before the name, with separators.</summary>
    private bool ReadStampBefore()
    {
        if (!Stamp.TryReadMarked(line, at, out var stamp))
        {
            return true;
        }

        before = stamp;
        at += stamp.Length;
        if (emphasis > 0 && RunAt(at) == emphasis)
        {
            at += emphasis;
            emphasis = 0;
        }

        SkipBlanks();
        SkipDashAfterStamp();
        if (dash && Stamp.TryRead(line, at, out var to) && at + to.Length < line.Length)
        {
            // A range of times.
            dash = false;
            at += to.Length;
            SkipBlanks();
            SkipDashAfterStamp();
        }

        return ReadEmphasis();
    }

    private void SkipDashAfterStamp()
    {
        if (at < line.Length && line[at] is '-' or '–' or '—' or '|' or ':')
        {
            dash = line[at] != ':';
            at++;
            SkipBlanks();
        }
    }

    private readonly string Rest()
    {
        var rest = line[Math.Min(at, line.Length)..].Trim();
        while (rest.StartsWith(BlankEntity, StringComparison.Ordinal))
        {
            rest = rest[BlankEntity.Length..].TrimStart();
        }

        return rest.ToString();
    }

    private readonly int RunAt(int from)
    {
        var end = from;
        while (end < line.Length && line[end] == mark)
        {
            end++;
        }

        return end - from;
    }

    private void SkipBlanks()
    {
        while (at < line.Length && IsBlank(line[at]))
        {
            at++;
        }
    }

    private void SkipColon()
    {
        SkipBlanks();
        if (at < line.Length && IsColon(line[at]))
        {
            at++;
            colon = true;
        }

        SkipBlanks();
    }

    /// <summary>A colon, or a sign that is typed for one: a ratio sign, the forms of other widths.</summary>
    private static bool IsColon(char character) => character is ':' or '：' or '∶' or '﹕' or '︰';

    /// <summary>A blank, narrow and wide ones too, or a mark of direction, which is not seen.</summary>
    private static bool IsBlank(char character) => character is ' ' or '\t' or '\u00A0' or '\u202F' or '\u3000' or '\u200E' or '\u200F' or '\u061C' or (>= '\u2066' and <= '\u2069') or (>= '\u202A' and <= '\u202E');
}
