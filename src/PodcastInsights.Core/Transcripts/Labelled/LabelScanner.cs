using System.Buffers;
using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>
/// Reads a label candidate off the beginning of a line, in any shape of <see cref="LabelShapes.All"/>. It looks at the line alone, and at
/// its first characters only, so that a line of any length costs a fixed number of steps.
/// </summary>
internal ref struct LabelScanner
{
    // A name, and the blanks, marks and stamps around it.
    private const int LongestLabel = SpeakerName.MaxLength + 40;

    private const int LongestParenthesis = 60;

    private static readonly SearchValues<char> Colons = SearchValues.Create(":：");

    private readonly ReadOnlySpan<char> line;
    private int at;
    private int heading;
    private int emphasis;
    private char mark;
    private bool listItem;
    private bool isQuoted;
    private bool dash;
    private bool colon;
    private Stamp? before;
    private Stamp? after;

    private LabelScanner(ReadOnlySpan<char> line) => this.line = line;

    /// <summary>What ended the name.</summary>
    private enum NameEnd
    {
        None,
        LineEnd,
        Colon,
        TightColon,
        Emphasis,
        Stamp,
    }

    public static bool TryRead(string text, out LabelCandidate candidate)
    {
        candidate = default;
        var line = text.AsSpan().Trim();
        if (line is ['Q' or 'A', ' ', '-' or '–' or '—', ' ', ..])
        {
            candidate = new LabelCandidate(
                LabelShape.VoiceDash, line[..1].ToString(), null, false, null, line[4..].Trim().ToString(), false, false, false, true);
            return true;
        }

        if (line.IsEmpty || !(line[0] is '#' or '*' or '_' || line[..Math.Min(line.Length, LongestLabel)].ContainsAny(Colons)))
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
        else if (line[0] == '>')
        {
            isQuoted = line is not [_, '>', ..];
            at = line.Length - line.TrimStart('>').Length;
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

    /// <summary>Takes the marks that open emphasis, if there are any; false where there are more than emphasis has.</summary>
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

    /// <summary>Takes a stamp before the name, with the marks that part them.</summary>
    private bool ReadStampBefore()
    {
        if (!Stamp.TryRead(line, at, out var stamp))
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
        if (at < line.Length && line[at] is '-' or '–' or '—' or '|' or ':')
        {
            dash = line[at] != ':';
            at++;
            SkipBlanks();
        }

        return ReadEmphasis();
    }

    /// <summary>A name in square brackets with a time after it; nothing is taken where it is anything else, such as a link.</summary>
    private bool ReadBracketedName(out LabelCandidate candidate)
    {
        candidate = default;
        if (line[at] != '[' || emphasis > 0 || heading > 0 || before is not null)
        {
            return false;
        }

        var close = line[at..Math.Min(line.Length, at + SpeakerName.MaxLength)].IndexOf(']');
        if (close < 2)
        {
            return false;
        }

        var time = at + close + 1;
        while (time < line.Length && IsBlank(line[time]))
        {
            time++;
        }

        var name = line.Slice(at + 1, close - 1);
        if (time < line.Length && line[time] is ':' or '：' && (SpeakerName.IsPlausible(name) || SpeakerName.IsHandle(name)))
        {
            at = time + 1;
            colon = true;
            return AfterPlainColon(name, tight: false, out candidate);
        }

        if (!Stamp.TryRead(line, time, out var stamp) || stamp.Length != line.Length - time)
        {
            return false;
        }

        after = stamp;
        at = line.Length;
        return Make(LabelShape.StampBracketed, name, "", out candidate);
    }

    private bool ReadName(out LabelCandidate candidate)
    {
        candidate = default;
        var from = at;
        var end = FindNameEnd();
        var name = line[from..at];
        switch (end)
        {
            case NameEnd.Colon or NameEnd.TightColon:
                at++;
                colon = true;
                return AfterColon(name, tight: end == NameEnd.TightColon, out candidate);
            case NameEnd.Emphasis:
                at += emphasis;
                return AfterEmphasis(name, out candidate);
            case NameEnd.Stamp:
                return AfterStamp(name, out candidate);
            case NameEnd.LineEnd when heading > 0:
                return Make(LabelShape.Heading, name.TrimEnd('#'), "", out candidate);
            case NameEnd.LineEnd when before is not null && dash && emphasis == 0:
                return Make(LabelShape.StampDash, WithoutParenthesis(name), "", out candidate);
            default:
                return false;
        }
    }

    /// <summary>Moves to what ends the name: a colon, the end of its emphasis, a stamp, or the line's end.</summary>
    private NameEnd FindNameEnd()
    {
        var from = at;
        var limit = Math.Min(line.Length, from + SpeakerName.MaxLength + 1);
        if (ColonBeforeEmphasisEnds(limit) is { } colonAt)
        {
            at = colonAt;
            return NameEnd.Colon;
        }

        while (at < limit)
        {
            var character = line[at];
            switch (character)
            {
                case '：':
                    return NameEnd.Colon;
                case ':':
                    var next = at + 1 < line.Length ? line[at + 1] : ' ';
                    if (next == '/')
                    {
                        return NameEnd.None;
                    }

                    if (char.IsWhiteSpace(next) || next is '*' or '_' or '[' or '\\' or '(')
                    {
                        return NameEnd.Colon;
                    }

                    if (!char.IsAsciiDigit(next) || at == from || !char.IsAsciiDigit(line[at - 1]))
                    {
                        return NameEnd.TightColon;
                    }

                    break;
                case '*' or '_' when emphasis > 0 && character == mark && RunAt(at) >= emphasis && at > from:
                    return NameEnd.Emphasis;
                case '(' or '（' or '[' or '\\':
                    if (at > from && Stamp.TryRead(line, at, out var stamp))
                    {
                        after = stamp;
                        return NameEnd.Stamp;
                    }

                    if (!SkipBrackets(character))
                    {
                        return NameEnd.None;
                    }

                    continue;
                case >= '0' and <= '9' when at > from && IsBlank(line[at - 1]) && EndsInStamp(at):
                    return NameEnd.Stamp;
                case '-' or '–' or '—' when at > from && IsBlank(line[at - 1]) && EndsInStamp(at + 1):
                    dash = true;
                    return NameEnd.Stamp;
                case ';' or '?' or '!' or '。' or '？' or '！' or '…' or '|' when emphasis == 0 && heading == 0:
                    return NameEnd.None;
            }

            at++;
        }

        return at == line.Length ? NameEnd.LineEnd : NameEnd.None;
    }

    /// <summary>Place of a colon with which the emphasis ends: <c>**Clip from "Slow: A film":**</c>; null where it ends otherwise.</summary>
    private readonly int? ColonBeforeEmphasisEnds(int limit)
    {
        var close = emphasis < 2 ? -1 : line[at..limit].IndexOf(mark == '*' ? "**" : "__", StringComparison.Ordinal);
        var name = close > 1 ? line.Slice(at, close).TrimEnd() : default;
        if (name is [.., ']' or ')' or '）', ':' or '：'] && name.LastIndexOfAny('[', '(', '（') is > 0 and var open && Stamp.TryRead(name, open, out _))
        {
            return null;
        }

        return name is [_, .., ':' or '：'] ? at + name.Length - 1 : null;
    }

    /// <summary>Whether nothing but a bare stamp, a colon and marks of emphasis follows.</summary>
    private bool EndsInStamp(int from)
    {
        while (from < line.Length && IsBlank(line[from]))
        {
            from++;
        }

        // A bare time with a colon right behind it is none elsewhere: "12:30:15".
        var end = line.TrimEnd("*_:： \t").Length;
        if (!Stamp.TryRead(line[..end], from, out var stamp) || from + stamp.Length != end)
        {
            return false;
        }

        after = stamp;
        return true;
    }

    /// <summary>A parenthesis belongs to the name, as does the address of a link.</summary>
    private bool SkipBrackets(char open)
    {
        if (open == '\\')
        {
            at = Math.Min(at + 2, line.Length);
            return true;
        }

        if (line[at..].StartsWith("[[", StringComparison.Ordinal) && line[at..Math.Min(line.Length, at + SpeakerName.MaxLength)].IndexOf("]]") is > 0 and var end)
        {
            at += end + 2;
            return true;
        }

        var close = line[at..Math.Min(line.Length, at + LongestParenthesis)].IndexOf(open switch { '(' => ')', '[' => ']', _ => '）' });
        // Brackets round a bold name are marks; elsewhere they hold the words of a link.
        if (close < 0 || (open == '[' && emphasis == 0 && (at + close + 1 >= line.Length || line[at + close + 1] != '(')))
        {
            return false;
        }

        at += close + 1;
        return true;
    }

    private bool AfterColon(ReadOnlySpan<char> name, bool tight, out LabelCandidate candidate)
    {
        candidate = default;
        if (emphasis == 0)
        {
            return AfterPlainColon(name, tight, out candidate);
        }

        var inner = at;
        SkipBlanks();
        if (Stamp.TryRead(line, at, out var stamp) && stamp.IsBracketed)
        {
            after = stamp;
            at += stamp.Length;
            SkipColon();
        }

        if (at < line.Length && line[at] == mark && RunAt(at) >= emphasis)
        {
            at += emphasis;
            return after is null ? Bold(name, out candidate) : Make(LabelShape.BoldStamp, name, Rest(), out candidate);
        }

        after = null;
        at = inner;
        return heading == 0 && UnclosedEmphasis(name, out candidate);
    }

    private bool AfterPlainColon(ReadOnlySpan<char> name, bool tight, out LabelCandidate candidate)
    {
        if (heading > 0)
        {
            return Make(Rest().Length == 0 && heading > 1 ? LabelShape.HeadingColon : LabelShape.HeadingWords, name, Rest(), out candidate);
        }

        if (line[at..].StartsWith("**", StringComparison.Ordinal))
        {
            at += 2;
            return Make(LabelShape.BoldCut, name, Rest(), out candidate);
        }

        SkipBlanks();
        if (Stamp.TryRead(line, at, out var stamp) && (stamp.Bracket is '[' || line[(at + stamp.Length)..].Trim().Trim(":：").IsEmpty))
        {
            after = stamp;
            at += stamp.Length;
            SkipColon();
        }

        var words = Rest();
        var shape = before is not null ? LabelShape.StampFirst
            : after is not null && words.Length == 0 ? LabelShape.StampBare
            : tight ? LabelShape.ColonTight
            : LabelShape.Colon;
        return Make(shape, name, words, out candidate);
    }

    /// <summary>The name stood in bold with its colon.</summary>
    private bool Bold(ReadOnlySpan<char> name, out LabelCandidate candidate)
    {
        if (heading > 0)
        {
            return Make(Rest().Length == 0 && heading > 1 ? LabelShape.HeadingColon : LabelShape.HeadingWords, name, Rest(), out candidate);
        }

        if (emphasis < 2 && before is null)
        {
            candidate = default;
            return false;
        }

        SkipColon();
        if (Stamp.TryRead(line, at, out var stamp) && !stamp.IsBracketed && stamp.Length == line.Length - at)
        {
            after = stamp;
            at = line.Length;
        }

        return Make(before is null && after is null ? LabelShape.BoldColon : LabelShape.BoldStamp, name, Rest(), out candidate);
    }

    /// <summary>The emphasis goes on after the name: to the end of the line, or without an end.</summary>
    private bool UnclosedEmphasis(ReadOnlySpan<char> name, out LabelCandidate candidate)
    {
        candidate = default;
        if (emphasis < 2)
        {
            return false;
        }

        var rest = line[at..].Trim();
        var run = rest.Length - rest.TrimEnd(mark).Length;
        return run == 0
            ? Make(LabelShape.BoldCut, name, rest.ToString(), out candidate)
            : run == emphasis && rest[..^run].IndexOf(mark) < 0
                && Make(LabelShape.BoldWhole, name, rest[..^run].Trim().ToString(), out candidate);
    }

    private bool AfterEmphasis(ReadOnlySpan<char> name, out LabelCandidate candidate)
    {
        candidate = default;
        SkipBlanks();
        if (at < line.Length && line[at] is ':' or '：')
        {
            at++;
            colon = true;
            return emphasis >= 2 && Bold(name, out candidate);
        }

        if (at < line.Length && line[at] is '-' or '–' or '—' && Stamp.TryRead(line, at + 2, out _))
        {
            at += 2;
        }

        if (Stamp.TryRead(line, at, out var stamp))
        {
            after = stamp;
            at += stamp.Length;
            SkipColon();
            return heading > 0
                ? Make(LabelShape.HeadingStamp, name, Rest(), out candidate)
                : emphasis >= 2 && Make(LabelShape.BoldStamp, name, Rest(), out candidate);
        }

        if (at < line.Length)
        {
            return before is not null && heading == 0 && emphasis >= 2 && Make(LabelShape.BoldStamp, name, Rest(), out candidate);
        }

        return heading > 0 ? Make(LabelShape.Heading, name, "", out candidate)
            : emphasis >= 2 && Make(before is null ? LabelShape.Bold : LabelShape.BoldStamp, name, "", out candidate);
    }

    private bool AfterStamp(ReadOnlySpan<char> name, out LabelCandidate candidate)
    {
        candidate = default;
        if (after is { IsBracketed: true } stamp)
        {
            at += stamp.Length;
        }
        else
        {
            var rest = line[at..];
            var digit = rest.IndexOfAnyInRange('0', '9');
            at += digit + after!.Value.Length;
        }

        var closed = emphasis == 0;
        SkipColon();
        if (!closed && RunAt(at) >= emphasis)
        {
            at += emphasis;
            closed = true;
            SkipColon();
        }

        var words = Rest();
        if (heading > 0)
        {
            return Make(LabelShape.HeadingStamp, name, words, out candidate);
        }

        if (emphasis >= 2)
        {
            return closed && Make(LabelShape.BoldStamp, name, words, out candidate);
        }

        var shape = colon ? LabelShape.StampColon
            : after is { IsBracketed: true } ? LabelShape.Stamp
            : LabelShape.StampBare;
        return (colon || words.Length == 0) && Make(shape, name, words, out candidate);
    }

    private readonly bool Make(LabelShape shape, ReadOnlySpan<char> raw, string words, out LabelCandidate candidate)
    {
        candidate = default;
        var name = SpeakerName.Clean(raw);
        var free = shape.Evidence() == LabelEvidence.Certain && (shape != LabelShape.StampColon || words.Length == 0);
        if (!(free ? SpeakerName.HasLetterOrDigit(name) : SpeakerName.IsPlausible(name) || SpeakerName.IsHandle(name)))
        {
            return false;
        }

        var initials = InitialsIn(name);
        if (initials is not null)
        {
            name = name[..^(initials.Length + 3)];
        }

        if (heading > 0 && before is not null)
        {
            shape = LabelShape.HeadingStamp;
        }

        var stamp = before ?? after;
        candidate = new LabelCandidate(shape, name, initials, stamp is not null, stamp?.Time, words, listItem, isQuoted, before is { IsBracketed: false }, LacksColon: !colon);
        return true;
    }

    /// <summary><c>AQ</c> of <c>Ada Quill (AQ)</c>: capitals of which the first is the name's.</summary>
    private static string? InitialsIn(string name)
    {
        if (name is not [.., ')'] || name.LastIndexOf(" (", StringComparison.Ordinal) is not (> 0 and var open))
        {
            return null;
        }

        var initials = name[(open + 2)..^1];
        return initials.Length is >= 1 and <= 4 && initials.All(char.IsUpper) && initials[0] == name[0] ? initials : null;
    }

    /// <summary>A meeting's export says in brackets where somebody works.</summary>
    private static ReadOnlySpan<char> WithoutParenthesis(ReadOnlySpan<char> name)
    {
        var open = name.TrimEnd() is [.., ')'] ? name.LastIndexOf(" (", StringComparison.Ordinal) : -1;
        return open > 0 ? name[..open] : name;
    }

    private readonly string Rest() => line[Math.Min(at, line.Length)..].Trim().ToString();

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
        if (at < line.Length && line[at] is ':' or '：')
        {
            at++;
            colon = true;
        }

        SkipBlanks();
    }

    private static bool IsBlank(char character) => character is ' ' or '\t' or '\u00A0' or '\u3000';
}
