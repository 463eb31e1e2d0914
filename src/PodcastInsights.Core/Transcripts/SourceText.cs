using PodcastInsights.Core.Transcripts.Metadata;

namespace PodcastInsights.Core.Transcripts;

/// <summary>The text of a transcript file, without byte order mark and with <c>\n</c> as line end.</summary>
internal sealed class SourceText
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

    /// <summary>The catalogue's entry for the file; null for none.</summary>
    internal EpisodeMetadata? Catalogued { get; init; }

    /// <summary>Number in the file of each line, where they were made of a page's blocks; null where they are the file's.</summary>
    internal IReadOnlyList<int>? Numbers { get; init; }

    public string Text { get; }

    /// <summary>Line <c>n</c> of the file is <c>Lines[n - 1]</c>.</summary>
    public IReadOnlyList<string> Lines { get; }
}
