using System.Text.RegularExpressions;

namespace PodcastInsights.Core.Transcripts.PodcastHtml;

/// <summary>Cuts a page where tags nest deeper than in a browser, because the parser's cost is length times depth.</summary>
internal static partial class NestingLimit
{
    // Browsers stop at 512 as well.
    private const int Deepest = 512;

    /// <summary>The page's text, cut before the nesting becomes too deep, with a diagnostic.</summary>
    public static string Cut(SourceText source, EditionDraft draft)
    {
        var depth = 0;
        foreach (var tag in Tag.EnumerateMatches(source.Text))
        {
            depth = source.Text[tag.Index + 1] == '/' ? Math.Max(0, depth - 1) : depth + 1;
            if (depth > Deepest)
            {
                var line = source.Text.AsSpan(0, tag.Index).Count('\n') + 1;
                draft.Diagnostics.Error(
                    $"{draft.Format}.too-deep", line, $"Tags nest deeper than {Deepest} here. What stands before was read.");
                return source.Text[..tag.Index];
            }
        }

        return source.Text;
    }

    // Tags that need not be closed do not nest.
    [GeneratedRegex(
        @"</?(?!(?:p|br|hr|li|dt|dd|tr|td|th|img|meta|link|input|source|wbr|col|option|html|head|body)[\s>/])[a-z]",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Tag { get; }
}
