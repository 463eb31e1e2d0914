using System.Buffers;
using System.Text.RegularExpressions;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Transcripts.Archive;

/// <summary>The header of a turn, as a line of its own.</summary>
/// <param name="Name">Null where the same speaker goes on (<c>:</c>).</param>
internal readonly record struct ArchiveHeader(string? Name, Timestamp? Start);

/// <summary>The shapes that a line of the archive can have.</summary>
internal static partial class ArchiveLine
{
    private static readonly SearchValues<char> NoName = SearchValues.Create("[]{}<>?!;*|");

    private static readonly SearchValues<char> NoLetters = SearchValues.Create(" .,'’-&()0123456789");

    /// <summary>More words than this are a sentence.</summary>
    private const int MaxNameWords = 6;

    /// <summary>
    /// <c>Name :</c>, <c>Name ():</c>, <c>Name (12:34):</c>, <c>Name (nickname) :</c>, and without a name <c>:</c>, <c>():</c>,
    /// <c>(12:34):</c>, <c>(12:34)</c>.
    /// The blank or the brackets before the colon are what is left of a time stamp, so nothing else has this shape.
    /// </summary>
    public static bool TryHeader(string line, out ArchiveHeader header)
    {
        header = default;
        var match = Header.Match(line);
        if (!match.Success)
        {
            return false;
        }

        var name = match.Groups["name"].Value.Trim();
        if (name.Length > 0 && (!IsNameLike(name) || !HasTraceOfTime(match, line)))
        {
            return false;
        }

        header = new ArchiveHeader(name.Length == 0 ? null : name, TimeIn(match));
        return true;
    }

    public static bool IsHeader(string line) => TryHeader(line, out _);

    /// <summary>The first half of a line that was split at its colon: <c>**As she said**:</c>.</summary>
    public static bool TryHalf(string line, out string half)
    {
        var text = line.AsSpan().Trim();
        var isHalf = text.Length > 5 && text.StartsWith("**", StringComparison.Ordinal) && text.EndsWith("**:", StringComparison.Ordinal);
        half = isHalf ? text[2..^3].ToString() : "";
        return isHalf && half.Length > 0;
    }

    public static bool IsHalf(string line) => TryHalf(line, out _);

    /// <summary>
    /// Shapes that plain speech can have as well: <c>Name:</c>, <c>Name: text</c>, <c>[00:12:34] Name: text</c>, and a header that
    /// lost its colon, <c>Name (12:34)</c>. They count only for names that the file uses otherwise, or uses again and again.
    /// </summary>
    public static bool TryDoubtfulHeader(string line, out ArchiveHeader header, out string text)
    {
        header = default;
        text = "";
        var match = DoubtfulHeader.Match(line);
        if (!match.Success || !IsNameLike(match.Groups["name"].Value.Trim()))
        {
            return false;
        }

        header = new ArchiveHeader(match.Groups["name"].Value.Trim(), TimeIn(match));
        text = match.Groups["text"].Value.Trim();
        return true;
    }

    /// <summary>
    /// A header whose colon was missing before its time was cut out: the name and a blank. Only the blank tells it from speech.
    /// </summary>
    public static bool TryBareName(string line, out string name)
    {
        name = line.Trim();
        return line.Length > name.Length && line.StartsWith(name, StringComparison.Ordinal) && IsNameLike(name);
    }

    /// <summary>Whether the words could be a speaker's name: few, and without the marks of a sentence.</summary>
    public static bool IsNameLike(string name) =>
        name.Length is > 0 and <= 60
        && !name.AsSpan().ContainsAny(NoName)
        && !SentenceEnd.IsMatch(name)
        && name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= MaxNameWords
        && name.AsSpan().ContainsAnyExcept(NoLetters);

    /// <summary>A time, the brackets it stood in, or the blank that parted it from the name.</summary>
    private static bool HasTraceOfTime(Match match, string line) =>
        match.Groups["time"].Success || (line.TrimEnd()[..^1] is [.., var before] && (char.IsWhiteSpace(before) || before == ')'));

    private static Timestamp? TimeIn(Match match) =>
        match.Groups["time"] is { Success: true, ValueSpan: var time } && Timestamp.TryParse(time, out var start) ? start : null;

    // Blanks are taken as a whole and a name begins with none: otherwise a line of blanks is divided in every way that there is.
    [GeneratedRegex(
        @"^(?>\s*)(?<name>([^\s:：()（）]([^:：()（）]|\([^():0-9]{1,30}\) ){0,79}?)?)(?>\s*)(\([^():0-9]+\))?(?>\s*)(\(\s*\)(?>\s*))?"
        + @"(\((?<time>[0-9:.]+)\)(?>\s*))?[:：]\s*$|^(?>\s*)\((?<time>[0-9]{1,2}:[0-9:]+)\)\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Header { get; }

    [GeneratedRegex(
        @"^(?>\s*)(\[(?<time>[0-9:.]+)\](?>\s*))?(?<name>[^\s:：()（）\[\]][^:：()（）\[\]]{0,79}?)(?>\s*)"
        + @"(\((?<time>[0-9:.]+)\)(?>\s*))?([:：]\s*(?<text>.*)|(?<=\)\s*))$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex DoubtfulHeader { get; }

    // "Dr. Ada" and "Ada B. Quill" hold points too: a sentence ends after a word of four letters or more.
    [GeneratedRegex(@"\p{L}{4,}[.。](\s|$)|[,，]$|\.{2,}|…", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd { get; }
}
