using System.Buffers;
using System.Text.RegularExpressions;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Transcripts.Archive;

/// <summary>The header of a turn, on a line of its own.</summary>
/// <param name="Name">Null where the speaker stays the same (<c>:</c>).</param>
internal readonly record struct ArchiveHeader(string? Name, Timestamp? Start);

/// <summary>Matches the possible shapes of a line of the archive.</summary>
internal static partial class ArchiveLine
{
    private static readonly SearchValues<char> NoName = SearchValues.Create("[]{}<>?!;*|");

    private static readonly SearchValues<char> NoLetters = SearchValues.Create(" .,'’-&()0123456789");

    /// <summary>A text with more words is a sentence.</summary>
    private const int MaxNameWords = 6;

    /// <summary>
    /// A clear header: <c>Name :</c>, <c>Name ():</c>, <c>Name (12:34):</c>, <c>Name (nickname) :</c>, and without a name <c>:</c>,
    /// <c>():</c>, <c>(12:34):</c>, <c>(12:34)</c>. The space or brackets before the colon remain from a removed timestamp, so no other
    /// text has this shape.
    /// </summary>
    public static bool TryHeader(string line, out ArchiveHeader header)
    {
        header = default;

        // Most lines are speech. Their end says so at once, where the pattern would try every length of a name.
        if (line.AsSpan().TrimEnd() is not [.., ':' or '：' or ')'] || Header.Match(line) is not { Success: true } match)
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

    /// <summary>The first half of a line split at its colon: <c>**As she said**:</c>.</summary>
    public static bool TryHalf(string line, out string half)
    {
        var text = line.AsSpan().Trim();
        var isHalf = text.Length > 5 && text.StartsWith("**", StringComparison.Ordinal) && text.EndsWith("**:", StringComparison.Ordinal);
        half = isHalf ? text[2..^3].ToString() : "";
        return isHalf && half.Length > 0;
    }

    public static bool IsHalf(string line) => TryHalf(line, out _);

    /// <summary>
    /// A doubtful header, which speech can look like too: <c>Name:</c>, <c>Name: text</c>, <c>[00:12:34] Name: text</c>, and one that lost
    /// its colon, <c>Name (12:34)</c>. It counts only for names that occur elsewhere or repeatedly.
    /// </summary>
    public static bool TryDoubtfulHeader(string line, out ArchiveHeader header, out string text)
    {
        header = default;
        text = "";
        if ((!line.AsSpan().ContainsAny(':', '：') && line.AsSpan().TrimEnd() is not [.., ')'])
            || DoubtfulHeader.Match(line) is not { Success: true } match
            || !IsNameLike(match.Groups["name"].Value.Trim()))
        {
            return false;
        }

        header = new ArchiveHeader(match.Groups["name"].Value.Trim(), TimeIn(match));
        text = match.Groups["text"].Value.Trim();
        return true;
    }

    /// <summary>A header that had no colon before its time was removed: the name and a space. Only the space distinguishes it from speech.</summary>
    public static bool TryBareName(string line, out string name)
    {
        name = line.Trim();
        return line.Length > name.Length && line.StartsWith(name, StringComparison.Ordinal) && IsNameLike(name);
    }

    /// <summary>Whether the text may be a speaker's name: few words, and no sentence punctuation.</summary>
    public static bool IsNameLike(string name) =>
        name.Length is > 0 and <= 60
        && !name.AsSpan().ContainsAny(NoName)
        && !SentenceEnd.IsMatch(name)
        && name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= MaxNameWords
        && name.AsSpan().ContainsAnyExcept(NoLetters);

    /// <summary>Whether a time remains, or its brackets, or the space between it and the name.</summary>
    private static bool HasTraceOfTime(Match match, string line) =>
        match.Groups["time"].Success || (line.TrimEnd()[..^1] is [.., var before] && (char.IsWhiteSpace(before) || before == ')'));

    private static Timestamp? TimeIn(Match match) =>
        match.Groups["time"] is { Success: true, ValueSpan: var time } && Timestamp.TryParse(time, out var start) ? start : null;

    // Runs of spaces match as a whole and a name begins with none, to avoid backtracking on lines of spaces.
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

    // "Dr. Ada" and "Ada B. Quill" have points too; a sentence ends after a word of four letters or more.
    [GeneratedRegex(@"\p{L}{4,}[.。](\s|$)|[,，]$|\.{2,}|…", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd { get; }
}
