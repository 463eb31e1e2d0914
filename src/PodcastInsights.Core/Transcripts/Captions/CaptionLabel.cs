using System.Buffers;
using System.Text.RegularExpressions;
using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Transcripts.Captions;

/// <summary>How a line of captions may say that somebody begins to speak, and who.</summary>
internal enum CaptionLabelKind
{
    /// <summary>No label; there may be a mark alone: <c>&gt;&gt; words</c>.</summary>
    None,

    /// <summary><c>Mara Voss: words</c></summary>
    Colon,

    /// <summary><c>[Mara Voss] words</c>; it may as well be a sound.</summary>
    Bracket,

    /// <summary><c>[Mara Voss]: words</c></summary>
    BracketColon,
}

/// <summary>What a line begins with, taken apart; whether it is a speaker's is for <see cref="CaptionCast"/> to say.</summary>
/// <param name="Mark">What says that somebody else begins: <c>&gt;&gt;</c>, a dash, or nothing.</param>
/// <param name="Name">As written, without brackets and colon; empty where there is no label.</param>
/// <param name="Bracket">The one that opens, where the name stands in brackets.</param>
/// <param name="AfterMark">The line without its mark.</param>
/// <param name="Words">What follows the label.</param>
internal sealed partial record CaptionLabel(string Mark, CaptionLabelKind Kind, string Name, char Bracket, string AfterMark, string Words)
{
    /// <summary>A change of speaker, whatever dash or chevrons a file uses for the others.</summary>
    public const string Chevrons = ">>";

    private static readonly SearchValues<char> Beginnings = SearchValues.Create("[(（【>-‐–—");

    public bool IsMarked => Mark.Length > 0;

    /// <summary>
    /// Whether it is a machine's or an editor's name for a voice, in whatever letters: <c>speaker 1</c>, <c>SPEAKER_00</c>, <c>man #2</c>;
    /// <c>speaker ?</c> is one that it does not know.
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

    /// <summary>A name before a colon, be it one that looks like a name or not; null where the line has none.</summary>
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

    /// <summary>What the brackets of a line hold that do not begin it.</summary>
    public static IEnumerable<string> BracketsWithin(string line) =>
        AnyBracket.Matches(line)
            .Where(match => HasWords(line.AsSpan(0, match.Index)))
            .Select(match => match.Groups["name"].Value.Trim());

    /// <summary>Parts a line before each change of speaker within it.</summary>
    /// <param name="begins">Whether a bracket names a speaker.</param>
    /// <param name="mark">Whether a mark says that another speaks; a dash amid a line does where the line begins with one.</param>
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

    // whisper.cpp writes its marker where it hears a change of speaker.
    [GeneratedRegex(
        @"^[ \t\u00A0]{0,9}(?:>{2,3}(?!>)|[-‐–—](?![-‐–—])|\[SPEAKER[ _]TURN\])[ \t\u00A0]{0,3}", RegexOptions.CultureInvariant)]
    private static partial Regex ChangeMark { get; }

    [GeneratedRegex(
        @"^[\[(（【](?<name>[^\[\]()（）【】]{1,60})[\])）】](?<colon>[ \t\u00A0]{0,3}(?:：|:(?=[ \t\u00A0]|$)))?",
        RegexOptions.CultureInvariant)]
    private static partial Regex BracketLabel { get; }

    // A half-width colon ends a name only before a space or the line's end: "12:30", "https://" and "std::move" have none.
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
