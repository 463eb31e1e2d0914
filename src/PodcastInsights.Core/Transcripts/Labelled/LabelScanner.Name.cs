using PodcastInsights.Core.Transcripts.Captions;
using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <content>Finds where the name ends, and by what.</content>
internal ref partial struct LabelScanner
{
    private const int LongestParenthesis = 60;

    /// <summary>What ended the name.</summary>
    private enum NameEnd
    {
        None,
        LineEnd,
        Colon,
        TightColon,
        Emphasis,
        Stamp,
        StopDash,
    }

    /// <summary>Reads a name in square brackets with a time after it; consumes nothing for anything else, such as a link.</summary>
    private bool ReadBracketedName(out LabelCandidate candidate)
    {
        candidate = default;
        if (line[at] is not ('[' or '【') || emphasis > 0 || heading > 0 || before is not null)
        {
            return false;
        }

        var close = line[at..Math.Min(line.Length, at + SpeakerName.MaxLength)].IndexOf(line[at] == '[' ? ']' : '】');
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
        if (time < line.Length && IsColon(line[time]) && IsPlausible(name.ToString()))
        {
            at = time + 1;
            colon = true;
            return AfterPlainColon(name, tight: false, out candidate);
        }

        if (!Stamp.TryRead(line, time, out var stamp))
        {
            return false;
        }

        after = stamp;
        at = time + stamp.Length;
        SkipColon();
        return colon ? Make(LabelShape.StampColon, name, Rest(), out candidate)
            : at == line.Length && Make(LabelShape.StampBracketed, name, "", out candidate);
    }

    private static bool IsPlausible(string name) =>
        SpeakerName.IsPlausible(name) || SpeakerName.IsHandle(name) || NameForms.KindOfVoice(name) is not null || SpeakerName.HasOffice(name);

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
            case NameEnd.StopDash:
                at += 2;
                return Make(LabelShape.StopDash, name, Rest(), out candidate);
            case NameEnd.LineEnd when heading > 0:
                return Make(LabelShape.Heading, name.TrimEnd('#'), "", out candidate);
            case NameEnd.LineEnd when before is not null && emphasis == 0:
                return dash ? Make(LabelShape.StampDash, WithoutParenthesis(name), "", out candidate)
                    : !StageNote.IsSound(name.ToString()) && Make(LabelShape.StampName, name, "", out candidate);
            default:
                return false;
        }
    }

    /// <summary>Moves to the end of the name: a colon, the end of its emphasis, a timestamp, or the end of the line.</summary>
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
                case '：' or '∶' or '﹕' or '︰':
                case '>' when isOrnamented && at > from:
                    return NameEnd.Colon;
                case ':':
                    var next = at + 1 < line.Length ? line[at + 1] : ' ';
                    if (next == '/')
                    {
                        return NameEnd.None;
                    }

                    // Scripts that put no space between words put none after a colon either.
                    if (char.IsWhiteSpace(next) || next is '*' or '_' or '[' or '\\' or '(' || ScriptTable.IsUnspaced(next) || (at > from && ScriptTable.IsUnspaced(line[at - 1])))
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
                case '*' or '_' or '`' when emphasis == 0 && at > from && Stamp.TryReadMarked(line, at, out var marked):
                    after = marked;
                    return NameEnd.Stamp;
                case '【' or '［' or '〔' when at > from && Stamp.TryRead(line, at, out var wide):
                    after = wide;
                    return NameEnd.Stamp;
                case '(' or '（' or '[' or '\\':
                    if (at > from && Stamp.TryReadMarked(line, at, out var stamp))
                    {
                        after = stamp;
                        return NameEnd.Stamp;
                    }

                    if (character == '[' && emphasis == 0 && at > from && IsBlank(line[at - 1]) && SkipRole())
                    {
                        continue;
                    }

                    if (!SkipBrackets(character))
                    {
                        return NameEnd.None;
                    }

                    continue;
                case >= '0' and <= '9' when at > from && IsBlank(line[at - 1]) && EndsInStamp(at):
                    return NameEnd.Stamp;
                case '-' or '–' or '—' or '|' or '@' or '•' or '·' when at > from && IsBlank(line[at - 1]) && EndsInStamp(at + 1):
                case ',' when at > from && EndsInStamp(at + 1):
                    dash = true;
                    return NameEnd.Stamp;
                case '.' when emphasis == 0 && heading == 0 && before is null && at > from
                    && at + 2 < line.Length && line[at + 1] is '-' or '–' or '—' && IsBlank(line[at + 2]):
                    return NameEnd.StopDash;
                case ';' when emphasis == 0 && heading == 0 && at > from && at + 1 < line.Length && IsBlank(line[at + 1]):
                    return NameEnd.TightColon;
                case ';' or '?' or '!' or '。' or '？' or '！' or '…' or '|' when emphasis == 0 && heading == 0:
                    return NameEnd.None;
            }

            at++;
        }

        return at == line.Length ? NameEnd.LineEnd : NameEnd.None;
    }

    /// <summary>Index of a colon at the end of the emphasis: <c>**Clip from "Slow: A film":**</c>; null where there is none.</summary>
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

    /// <summary>Whether only a timestamp without brackets, a colon and emphasis marks follow.</summary>
    private bool EndsInStamp(int from)
    {
        while (from < line.Length && IsBlank(line[from]))
        {
            from++;
        }

        // A time followed directly by a colon is not one here: "12:30:15".
        var end = line.TrimEnd("*_:： \t").Length;
        if (!Stamp.TryRead(line[..end], from, out var stamp))
        {
            return false;
        }

        // The label ends with the time, or with the second one of a range.
        after = stamp with { Length = end - from };
        from += stamp.Length;
        return from == end || IsTimeAfterDash(line[from..end]);
    }

    /// <summary>Whether the text is the end of a range of times: <c> - 00:00:23</c>.</summary>
    private static bool IsTimeAfterDash(ReadOnlySpan<char> text)
    {
        var time = text.TrimStart("-–—> \t");
        return time.Length < text.Length && Stamp.TryRead(time, 0, out var to) && to.Length == time.Length;
    }

    /// <summary>Skips a role in square brackets, which a time or the colon follows: <c>Ada Quill [Host] [00:12]:</c>.</summary>
    private bool SkipRole()
    {
        var close = line[at..Math.Min(line.Length, at + LongestParenthesis)].IndexOf(']');
        var next = at + close + 1;
        while (close > 1 && next < line.Length && IsBlank(line[next]))
        {
            next++;
        }

        if (close < 2 || next == line.Length || !line.Slice(at + 1, close - 1).ContainsAnyInRange('A', 'z')
            || !(line[next] is ':' || Stamp.TryReadMarked(line, next, out _)))
        {
            return false;
        }

        at = next;
        return true;
    }

    /// <summary>Skips a parenthesis, which belongs to the name, or the address of a link.</summary>
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
        // Square brackets around a bold name are marks; elsewhere they are the text of a link.
        if (close < 0 || (open == '[' && emphasis == 0 && (at + close + 1 >= line.Length || line[at + close + 1] != '(')))
        {
            return false;
        }

        at += close + 1;
        return true;
    }
}
