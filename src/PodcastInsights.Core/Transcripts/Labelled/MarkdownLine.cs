using System.Text.RegularExpressions;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>Recognises Markdown blocks by line.</summary>
internal static partial class MarkdownLine
{
    /// <summary>Whether the line is typical below labels in manuals and not below names: a list item, a table row, a tag, a footnote.</summary>
    public static bool IsForeign(string line) =>
        line.AsSpan().TrimStart(" \t") is [var first, ..] && !char.IsLetter(first) && Foreign.IsMatch(line);

    /// <summary>The text of a list item; any other line as it is.</summary>
    public static string WithoutListMark(string line) => ListMark.Replace(line, "");

    [GeneratedRegex(@"^(?:[-*+•]|[0-9]{1,3}[.)])[ \t]{1,9}(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex ListMark { get; }

    [GeneratedRegex(@"^[ \t]{0,9}(?:[-*+][ \t]|[0-9]{1,3}[.)][ \t]|\||```|<[a-zA-Z/!]|\[\^[^\]]{1,40}\]:)", RegexOptions.CultureInvariant)]
    private static partial Regex Foreign { get; }
}
