using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Exports;

/// <summary>The list of all exports.</summary>
public static class EpisodeExports
{
    /// <summary>The most complete format comes first.</summary>
    public static IReadOnlyList<IEpisodeExport> All { get; } =
    [
        new MarkdownExport(),
        new PlainTextExport(),
        new EpisodeJsonExport(),
        new WebVttExport(),
        new SubRipExport(),
        new PodcastJsonExport(),
        new ChaptersExport(),
    ];

    /// <summary>Null where no export has this name.</summary>
    public static IEpisodeExport? Find(string name) => All.FirstOrDefault(export => export.Name == name);

    /// <summary>File name of an export: the slug, so that the file read again is the same episode, and the edition's language.</summary>
    public static string FileName(Episode episode, IEpisodeExport export)
    {
        ArgumentNullException.ThrowIfNull(episode);
        ArgumentNullException.ThrowIfNull(export);
        return $"{episode.Summary.Slug}.{episode.Language}.{export.Extension}";
    }
}
