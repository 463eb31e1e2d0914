using System.Buffers;
using System.Text.RegularExpressions;
using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Transcripts.Captions;

/// <summary>The kinds of speaker labels in captions.</summary>
internal enum CaptionLabelKind
{
    /// <summary>No label, but possibly a mark: <c>&gt;&gt; words</c>.</summary>
    None,

    /// <summary><c>Mara Voss: words</c></summary>
    Colon,

    /// <summary><c>[Mara Voss] words</c>; may be a sound instead.</summary>
    Bracket,

    /// <summary><c>[Mara Voss]: words</c></summary>
    BracketColon,
}

/// <summary>The parsed start of a line. Whether the label is a speaker's is decided by <see cref="CaptionCast"/>.</summary>
/// <param name="Mark">Mark of a change of speaker: <c>&gt;&gt;</c>, a dash, or empty.</param>
/// <param name="Name">As written, without brackets and colon; empty where there is no label.</param>
/// <param name="Bracket">The opening bracket, where the name is in brackets.</param>
/// <param name="AfterMark">The line without its mark.</param>
/// <param name="Words">The text after the label.</param>
internal sealed partial record CaptionLabel(string Mark, CaptionLabelKind Kind, string Name, char Bracket, string AfterMark, string Words)
{
    /// <summary>The canonical mark of a change of speaker.</summary>
    public const string Chevrons = ">>";

    private static readonly SearchValues<char> Beginnings = SearchValues.Create("[(（【>-‐–—");

    public bool IsMarked => Mark.Length > 0;

    /// <summary>
    /// Whether the name is a generic one for a voice, in any case: <c>speaker 1</c>, <c>SPEAKER_00</c>, <c>man #2</c>; <c>speaker ?</c> is
    /// an unknown one.
    /// </summary>
    public static bool IsNumbered(string name) => Numbered.IsMatch(name);

    public static CaptionLabel Read(string line)
    {
        var mark = ChangeMark.Match(line);
        var rest = line[mark.Length..];
        var sign = !mark.Success ? "" : mark.ValueSpan.TrimStart() is ['>' or '[', ..] ? Chevrons : mark.Value.Trim();
        if (BracketLabel.Match(rest) is { Success: true } bracket)
        {
            var kind = bracket.Groups["colon"].Success ? CaptionLabelKind.BracketColon : CaptionLabelKind.Bracket;
            return Of(kind, bracket.Groups["name"].Value.Trim(), bracket.ValueSpan[0], bracket.Length);
        }

        return ColonLabel.Match(rest) is { Success: true } colon
            && (SpeakerName.IsPlausible(colon.Groups["name"].ValueSpan) || IsNumbered(colon.Groups["name"].Value))
            ? Of(CaptionLabelKind.Colon, SpeakerName.Clean(colon.Groups["name"].ValueSpan), default, colon.Length)
            : Of(CaptionLabelKind.None, "", default, 0);

        CaptionLabel Of(CaptionLabelKind kind, string name, char opening, int length) =>
            new(sign, kind, name, opening, rest.Trim(), rest[length..].Trim());
    }

    /// <summary>Parses any text before a colon as a name; null where the line has none.</summary>
    public static CaptionLabel? ReadAnyName(string line)
    {
        var match = MarkedColonLabel.Match(line);
        return match.Success
            ? new CaptionLabel(
                "",
                CaptionLabelKind.Colon,
                match.Groups["name"].Value.Trim() is ['[', .. { Length: > 0 } name, ']'] ? name : match.Groups["name"].Value.Trim(),
                default,
                line,
                line[match.Length..].Trim())
            : null;
    }

    /// <summary>The contents of brackets that are not at the start of the line.</summary>
    public static IEnumerable<string> BracketsWithin(string line) =>
        AnyBracket.Matches(line)
            .Where(match => HasWords(line.AsSpan(0, match.Index)))
            .Select(match => match.Groups["name"].Value.Trim());

    /// <summary>Splits a line at changes of speaker within it.</summary>
    /// <param name="begins">Whether a bracket names a speaker.</param>
    /// <param name="mark">Whether a mark means a change of speaker. A dash in the middle of a line does where the line begins with one.</param>
    public static IEnumerable<string> Parts(string line, Func<string, bool> begins, Func<string, bool> mark)
    {
        var start = 0;
        if (line.AsSpan().IndexOfAny(Beginnings) < 0)
        {
            yield return line;
            yield break;
        }

        foreach (Match match in InnerChange.Matches(line))
        {
            var changes = match.Groups["name"].Success
                ? begins(match.Groups["name"].Value.Trim())
                : match.Groups["dash"].Success ? line[0] == match.ValueSpan[0] && mark(match.Value) : mark(Chevrons);
            if (changes && HasWords(line.AsSpan(start, match.Index - start)))
            {
                yield return line[start..match.Index].Trim();
                start = match.Index;
            }
        }

        yield return line[start..].Trim();
    }

    private static bool HasWords(ReadOnlySpan<char> before) => before.Trim(" \t\u00A0>-‐–—").Length > 0;

    [GeneratedRegex(@"^\p{L}{3,20}[ _#]{0,2}(?:[0-9]{1,3}|\?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered { get; }

    // whisper.cpp writes this marker at a change of speaker.
    [GeneratedRegex(
        @"^[ \t\u00A0]{0,9}(?:>{2,3}(?!>)|[-‐–—](?![-‐–—])|\[SPEAKER[ _]TURN\])[ \t\u00A0]{0,3}", RegexOptions.CultureInvariant)]
    private static partial Regex ChangeMark { get; }

    [GeneratedRegex(
        @"^[\[(（【](?<name>[^\[\]()（）【】]{1,60})[\])）】](?<colon>[ \t\u00A0]{0,3}(?:：|:(?=[ \t\u00A0]|$)))?",
        RegexOptions.CultureInvariant)]
    private static partial Regex BracketLabel { get; }

    // A half-width colon ends a name only before a space or the end of the line, unlike in "12:30", "https://" and "std::move".
    [GeneratedRegex(@"^(?<name>[^:：\t]{1,60}?)[ \u00A0]{0,3}(?:：|:(?=[ \t\u00A0]|$))", RegexOptions.CultureInvariant)]
    private static partial Regex ColonLabel { get; }

    [GeneratedRegex(
        @"^[ \t]{0,9}(?:(?:>{1,3}|[-–—])[ \t]{0,3})?(?<name>[^:：\t]{1,60}?)[ \u00A0]{0,3}(?:：|:(?=[ \t\u00A0]|$))",
        RegexOptions.CultureInvariant)]
    private static partial Regex MarkedColonLabel { get; }

    [GeneratedRegex(@"[\[(（【](?<name>[^\[\]()（）【】]{1,60})[\])）】]", RegexOptions.CultureInvariant)]
    private static partial Regex AnyBracket { get; }

    [GeneratedRegex(
        @"(?<=[\s.?!…。？！])(?:>{2,3}(?!>)(?=\s|$)|(?<=[.?!…。？！""”)] )(?<dash>[-‐–—])(?= )"
        + @"|\[SPEAKER[ _]TURN\]|[\[(（【](?<name>[^\[\]()（）【】]{1,60})[\])）】])",
        RegexOptions.CultureInvariant)]
    private static partial Regex InnerChange { get; }
}
