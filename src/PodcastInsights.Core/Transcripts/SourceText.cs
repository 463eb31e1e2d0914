using PodcastInsights.Core.Transcripts.Metadata;

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

    /// <summary>What the folder's catalogue says of the file; null where it does not name it.</summary>
    internal EpisodeMetadata? Catalogued { get; init; }

    public string Text { get; }

    /// <summary>Line <c>n</c> of the file is <c>Lines[n - 1]</c>.</summary>
    public IReadOnlyList<string> Lines { get; }
}
