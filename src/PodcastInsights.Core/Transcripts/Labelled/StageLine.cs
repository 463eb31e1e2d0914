using System.Text.RegularExpressions;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>Recognises lines that are not speech: text of the recording program, links, and lines in italics.</summary>
internal static partial class StageLine
{
    private const int LongestRemark = 150;

    /// <summary>Whether the line was written by a program, wherever it is.</summary>
    public static bool IsNote(LabelledLine line) =>
        (line.Kind == LineKind.Foreign && (line.Text.StartsWith("[^", StringComparison.Ordinal) || line.Text.StartsWith("<summary", StringComparison.OrdinalIgnoreCase))) || (line.Kind == LineKind.Words && ((line.Text.Length <= LongestRemark && (ByMachine.IsMatch(line.Text) || Direction.IsMatch(line.Text))) || IsLinkedMark(line) || Duration.IsMatch(line.Text) || (line.Label is { } key && Link.IsAlone(key.Words)) || line.Text is ['>', ' ', '[', '!', ..] || Image.IsMatch(line.Text)));

    /// <summary>Whether the line is no speech: a link, a key with a link, a remark in italics.</summary>
    public static bool IsNobodys(LabelledLine line) =>
        IsNote(line) || Link.IsAlone(line.Text) || Italic.IsMatch(line.Text) || (line.Kind == LineKind.Foreign && Link.IsLast(line.Text))
        || (line.Label is { } label && Link.IsAlone(label.Words)) || LinkItem.IsMatch(line.Text);

    /// <summary>Whether the whole line is in italics.</summary>
    public static bool IsItalic(LabelledLine line) => Italic.IsMatch(line.Text);

    /// <summary>Whether the whole line is in brackets.</summary>
    public static bool IsInBrackets(LabelledLine line) => InBrackets.IsMatch(line.Text);

    /// <summary><c>ACTION ITEM: Order paint - WATCH: https://…</c>: a program's mark with a link to the recording.</summary>
    private static bool IsLinkedMark(LabelledLine line) =>
        line.Label is { Name: var name, Shape: LabelShape.Colon, Words: var words } && name.Length > 3 && !name.Any(char.IsLower) && Link.IsLast(words);

    [GeneratedRegex(
        @"^(?:Transcribed by <?https?://\S{1,100}|(?:Automatically )?(?:transcribed|transcript(?:ion)?|subtitles|captions) (?:by|with|from) [^.?!,]{2,40}(?:\.[a-z]{2,6})?\.?(?: https?://\S{1,60})?"
        + @"|(?:See|Hosted on|Powered by|Learn more (?:about|at)) .{0,60}\b(?:privacy|ad ?choices)\b.{0,60}|[^.?!]{1,80} (?:started|stopped) (?:the )?(?:transcription|recording)"
        + @"|(?:The )?(?:meeting|recording|transcription) (?:ended|started|stopped)\b.{0,60}"
        + @"|Page [0-9]{1,4}(?: (?:of|/) [0-9]{1,4})?|第 ?[0-9]{1,4} ?[页頁](?: ?[/／共] ?[0-9]{1,4} ?[页頁]?)?"
        + @"|(?:Copyright )?(?:©|\(c\)) ?[0-9]{4}\b.{0,130})$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ByMachine { get; }

    /// <summary>
    /// A stage direction: brackets in capitals, as broadcasters write, or in emphasis, or a radio play's cue, a song or an editor's remark:
    /// <c>(SOUNDBITE OF MUSIC)</c>, <c>*[Clip plays]*</c>, <c>♪ Night ferry</c>, <c>※…</c>.
    /// </summary>
    [GeneratedRegex(
        @"^(?:【[^【】]{1,30}】|[♪♫♬] ?[^♪♫♬]{1,60}|※.{1,140}|(?:S?FX|F/X|SOUND(?: EFFECTS?)?|MUSIC|AMBIENCE) ?[:–-] \S.{1,140}|\\?[\[(](?=[^\[\]()]*\p{Lu}[^\[\]()]*\p{Lu})[^\[\]()\p{Ll}]{2,100}\\?[\])]|\*{1,2}\\?[\[(][^\[\]()*]{1,150}\\?[\])]\*{1,2}|_\\?[\[(][^\[\]()_]{1,100}\\?[\])]_)\.?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Direction { get; }

    [GeneratedRegex(@"^(?:\*[^*\s](?:[^*]{0,2000}[^*\s])?\*|_[^_\s](?:[^_]{0,2000}[^_\s])?_)$", RegexOptions.CultureInvariant)]
    private static partial Regex Italic { get; }

    [GeneratedRegex(@"^(?:\([^()]{1,300}\)|（[^（）]{1,300}）|\[[^\[\]]{1,300}\])$", RegexOptions.CultureInvariant)]
    private static partial Regex InBrackets { get; }

    /// <summary>An image on a line of its own.</summary>
    [GeneratedRegex(@"^!\[[^\[\]]{0,500}\]\([^()\s]{1,2000}\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Image { get; }

    /// <summary><c>2m 10s</c>, <c>(11m 32s)</c>: a position in the recording.</summary>
    [GeneratedRegex(@"^\(*(?:[0-9]{1,3} ?(?:hours?|h|hrs?|minutes?|mins?|m|seconds?|secs?|s)\b[ ,]{0,2}){1,3}\)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Duration { get; }

    [GeneratedRegex(@"^[-*+] {1,3}\[[^\[\]]{1,500}\]\(\S{1,2000}\)", RegexOptions.CultureInvariant)]
    private static partial Regex LinkItem { get; }
}
