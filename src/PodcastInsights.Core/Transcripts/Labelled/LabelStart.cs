using System.Text;
using System.Text.RegularExpressions;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>Brings what stands around a name at the start of a line, in other markup than Markdown's, into its form.</summary>
internal static partial class LabelStart
{
    private const string EscapedBold = @"\*\*";

    public static ReadOnlySpan<char> Plain(ReadOnlySpan<char> line) => WithoutLink(WithoutEscapes(line is ['<' or '\'', ..] ? WithoutTags(line) : line));

    /// <summary>
    /// Length of the sign before a name that tells speakers apart: <c>◆</c> of broadcasters, an emoji of note-takers; 0 for none.
    /// </summary>
    public static int OrnamentLength(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty || char.IsAscii(line[0]) || Rune.DecodeFromUtf16(line, out var sign, out var length) != System.Buffers.OperationStatus.Done
            || Rune.GetUnicodeCategory(sign) != System.Globalization.UnicodeCategory.OtherSymbol)
        {
            return 0;
        }

        // The choice of the emoji's form.
        return length < line.Length && line[length] == '\uFE0F' ? length + 1 : length;
    }

    /// <summary>Bold in HTML, with the paragraph that it begins, or of a wiki: <c>&lt;p>&lt;strong>Ada Quill:&lt;/strong></c>, <c>'''Ada Quill:'''</c>.</summary>
    private static ReadOnlySpan<char> WithoutTags(ReadOnlySpan<char> line)
    {
        var bold = Bold.Match(line[..Math.Min(line.Length, 2 * LabelScanner.LongestLabel)].ToString());
        return bold.Success ? $"**{bold.Groups["name"].ValueSpan}**{line[bold.Length..]}" : line;
    }

    /// <summary>The line with the emphasis that it begins with as such: a program wrote <c>\*\*Ada Quill:\*\*</c>, to show the stars.</summary>
    private static ReadOnlySpan<char> WithoutEscapes(ReadOnlySpan<char> line)
    {
        if (!line.StartsWith(EscapedBold, StringComparison.Ordinal))
        {
            return line;
        }

        var close = line[EscapedBold.Length..Math.Min(line.Length, LabelScanner.LongestLabel)].IndexOf(EscapedBold, StringComparison.Ordinal);
        return close > 0 ? $"**{line.Slice(EscapedBold.Length, close)}**{line[((2 * EscapedBold.Length) + close)..]}" : line;
    }

    /// <summary>The line with the text of the link that it begins with, unless that is a time.</summary>
    private static ReadOnlySpan<char> WithoutLink(ReadOnlySpan<char> line)
    {
        var close = line is ['[', ..] ? line[..Math.Min(line.Length, LabelScanner.LongestLabel)].IndexOf("](", StringComparison.Ordinal) : -1;
        if (close < 2 || line[1..close].ContainsAny('[', ']') || Stamp.TryReadMarked(line, 0, out _))
        {
            return line;
        }

        var end = line[close..].IndexOfAny(')', ' ');
        return end > 2 && line[close + end] == ')' ? $"{line[1..close]}{line[(close + end + 1)..]}" : line;
    }

    [GeneratedRegex(@"^(?:(?:<p\b[^<>]{0,80}>\s{0,3})?<(?<tag>strong|b)>(?<name>[^<>*]{1,100})</\k<tag>>|'''(?<name>[^'*]{1,100})'''(?!'))", RegexOptions.CultureInvariant)]
    private static partial Regex Bold { get; }
}
