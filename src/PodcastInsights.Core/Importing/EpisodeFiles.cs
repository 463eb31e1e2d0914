using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Importing;

/// <summary>The files of one episode, the default edition first.</summary>
/// <param name="Bytes">Total size of the files when the folder was listed.</param>
public sealed record EpisodeFiles(EpisodeSlug Slug, IReadOnlyList<LibraryFile> Files, long Bytes, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Audio and video of the episode; see <see cref="RecordingFiles"/>.</summary>
    public IReadOnlyList<Recording> Recordings { get; init; } = [];

    /// <summary>Reads when the files were last written (UTC). Null where the file system does not tell.</summary>
    internal DateTime? WrittenAt()
    {
        try
        {
            // A file that is gone by now has a time before all others.
            var latest = Files.Max(file => File.GetLastWriteTimeUtc(file.FullPath));
            return latest >= DateTime.UnixEpoch ? latest : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
