using System.Text.RegularExpressions;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>Tells whether the words of a file are Markdown where its labels do not say so.</summary>
internal static partial class MarkdownWords
{
    /// <summary>Whether links or bold words stand among the words, which nobody writes who does not mean them.</summary>
    public static bool AreIn(IReadOnlyList<LabelledLine> lines) => lines.Any(static line =>
        line.Kind is LineKind.Words or LineKind.Foreign
        && (line.Text.Contains("](http", StringComparison.Ordinal) || (line.Text.Contains("**", StringComparison.Ordinal) && Bold.IsMatch(line.Text))));

    [GeneratedRegex(@"\*\*[^\s*](?:[^*]{0,200}[^\s*])?\*\*", RegexOptions.CultureInvariant)]
    private static partial Regex Bold { get; }
}
