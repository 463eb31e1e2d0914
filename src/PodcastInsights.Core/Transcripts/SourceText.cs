using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Transcripts;

/// <summary>A transcript file's text, without byte order mark and with lines ended by <c>\n</c> alone.</summary>
public sealed class SourceText
{
    /// <param name="path">Relative to the library folder, with forward slashes.</param>
    public SourceText(string path, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Path = path;
        Text = UnicodeText.WellFormed(text.TrimStart('\uFEFF').ReplaceLineEndings("\n"));
        Lines = Text.Split('\n');
    }

    public string Path { get; }

    public string Text { get; }

    /// <summary>Line <c>n</c> of the file is <c>Lines[n - 1]</c>.</summary>
    public IReadOnlyList<string> Lines { get; }
}
