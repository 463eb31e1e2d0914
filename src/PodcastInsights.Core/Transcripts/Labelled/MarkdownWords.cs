using System.Text.RegularExpressions;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>Detects whether the text of a file is Markdown where its labels do not show it.</summary>
internal static partial class MarkdownWords
{
    /// <summary>Whether the text has links or bold words, which are not written by accident.</summary>
    public static bool AreIn(IReadOnlyList<LabelledLine> lines) => lines.Any(static line =>
        line.Kind is LineKind.Words or LineKind.Foreign
        && (line.Text.Contains("](http", StringComparison.Ordinal) || (line.Text.Contains("**", StringComparison.Ordinal) && Bold.IsMatch(line.Text))));

    [GeneratedRegex(@"\*\*[^\s*](?:[^*]{0,200}[^\s*])?\*\*", RegexOptions.CultureInvariant)]
    private static partial Regex Bold { get; }
}
