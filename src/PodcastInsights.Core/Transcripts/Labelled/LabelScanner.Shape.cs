using PodcastInsights.Core.Transcripts.Captions;
using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <content>Reads the characters after the name, which determine the shape of the label.</content>
internal ref partial struct LabelScanner
{
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
            // "*Ada Quill:** " has lost a star.
            var run = RunAt(at);
            var isCut = emphasis == 1 && run > 1 && before is null && heading == 0;
            at += isCut ? run : emphasis;
            return isCut ? Make(LabelShape.BoldCut, name, Rest(), out candidate)
                : after is null ? Bold(name, out candidate)
                : Make(LabelShape.BoldStamp, name, Rest(), out candidate);
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

    /// <summary>Reads the rest after a bold name with its colon.</summary>
    private bool Bold(ReadOnlySpan<char> name, out LabelCandidate candidate)
    {
        if (heading > 0)
        {
            return Make(Rest().Length == 0 && heading > 1 ? LabelShape.HeadingColon : LabelShape.HeadingWords, name, Rest(), out candidate);
        }

        if (emphasis < 2 && before is null)
        {
            candidate = default;
            return !listItem && Make(LabelShape.ItalicColon, name, Rest(), out candidate);
        }

        SkipColon();
        if (Stamp.TryRead(line, at, out var stamp) && !stamp.IsBracketed && stamp.Length == line.Length - at)
        {
            after = stamp;
            at = line.Length;
        }

        return Make(before is null && after is null ? LabelShape.BoldColon : LabelShape.BoldStamp, name, Rest(), out candidate);
    }

    /// <summary>Reads a label whose emphasis continues after the name, to the end of the line or without an end.</summary>
    private bool UnclosedEmphasis(ReadOnlySpan<char> name, out LabelCandidate candidate)
    {
        candidate = default;
        if (emphasis < 2)
        {
            return false;
        }

        var rest = line[at..].Trim();
        rest = rest is ['*' or '_', ' ', ..] ? rest[1..].TrimStart() : rest;
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
        if (at < line.Length && IsColon(line[at]))
        {
            at++;
            colon = true;
            return Bold(name, out candidate);
        }

        if (at < line.Length && line[at] is '-' or '–' or '—' && Stamp.TryRead(line, at + 2, out _))
        {
            at += 2;
        }

        if (Stamp.TryReadMarked(line, at, out var stamp))
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
            : after is not { IsBracketed: true } ? LabelShape.StampBare
            : words.Length > 0 ? LabelShape.StampWords
            : LabelShape.Stamp;
        return (words.Length == 0 || shape is LabelShape.StampColon or LabelShape.StampWords) && Make(shape, name, words, out candidate);
    }

    private readonly bool Make(LabelShape shape, ReadOnlySpan<char> raw, string words, out LabelCandidate candidate)
    {
        candidate = default;
        var name = WithoutRole(SpeakerName.Clean(raw));
        var free = (shape.Evidence() == LabelEvidence.Certain && (shape != LabelShape.StampColon || words.Length == 0))
            || (shape == LabelShape.StampBracketed && !StageNote.IsSound(name));
        if (!(free ? SpeakerName.HasLetterOrDigit(name) : IsPlausible(name)))
        {
            if (shape != LabelShape.Colon || name.Length == 0 || !char.IsLower(name[0]) || !SpeakerName.IsPlausible(char.ToUpperInvariant(name[0]) + name[1..]))
            {
                return false;
            }

            // A name that somebody typed without its capitals is one where the file has it with them.
            shape = LabelShape.ColonTight;
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

    /// <summary>The initials, as <c>AQ</c> of <c>Ada Quill (AQ)</c>: capitals, the first of which is the name's.</summary>
    private static string? InitialsIn(string name)
    {
        if (name is not [.., ')'] || name.LastIndexOf(" (", StringComparison.Ordinal) is not (> 0 and var open))
        {
            return null;
        }

        var initials = name[(open + 2)..^1];
        return initials.Length is >= 1 and <= 4 && initials.All(char.IsUpper) && initials[0] == name[0] ? initials : null;
    }

    /// <summary>Removes what stands in square brackets after the name: <c>Ada Quill [Host]</c>.</summary>
    private static string WithoutRole(string name) => name is [.., ']'] && name.LastIndexOf(" [", StringComparison.Ordinal) is > 0 and var open ? name[..open].TrimEnd() : name;

    /// <summary>Removes a parenthesis, which in exports of meetings names an organisation.</summary>
    private static ReadOnlySpan<char> WithoutParenthesis(ReadOnlySpan<char> name)
    {
        var open = name.TrimEnd() is [.., ')'] ? name.LastIndexOf(" (", StringComparison.Ordinal) : -1;
        return open > 0 ? name[..open] : name;
    }
}
