namespace PodcastInsights.Core.Episodes;

/// <summary>An audio or video file beside the transcripts of an episode, of a type that browsers can play.</summary>
/// <param name="Path">Relative to the library folder, with forward slashes.</param>
/// <param name="Language">Spoken language, as in <c>X.zh.mp3</c>; null where the file name has none.</param>
public sealed record Recording(string Path, string? Language)
{
    /// <summary>
    /// The recording that the times of an edition refer to: the one in its language, else the one without a language, else the default
    /// edition's.
    /// </summary>
    /// <param name="language">Language of the edition.</param>
    /// <param name="first">Language of the default edition.</param>
    /// <returns>Null where there is none of them.</returns>
    public static Recording? Of(IReadOnlyList<Recording> recordings, string language, string first)
    {
        ArgumentNullException.ThrowIfNull(recordings);
        return In(language) ?? In(null) ?? In(first);

        Recording? In(string? wanted) => recordings.FirstOrDefault(recording => recording.Language == wanted);
    }
}

/// <summary>A file type that browsers can play.</summary>
/// <param name="Ending">File name extension in lower case, with the dot.</param>
public sealed record RecordingKind(string Ending, string MediaType)
{
    /// <summary>
    /// In order of preference: types that most browsers play come first, then smaller formats. Of several recordings the first one is used.
    /// </summary>
    public static IReadOnlyList<RecordingKind> All { get; } =
    [
        new(".mp3", "audio/mpeg"),
        new(".m4a", "audio/mp4"),
        new(".aac", "audio/aac"),
        new(".opus", "audio/ogg"),
        new(".ogg", "audio/ogg"),
        new(".oga", "audio/ogg"),
        new(".weba", "audio/webm"),
        new(".flac", "audio/flac"),
        new(".wav", "audio/wav"),
        new(".mp4", "video/mp4"),
        new(".m4v", "video/mp4"),
        new(".webm", "video/webm"),
        new(".ogv", "video/ogg"),
    ];

    /// <summary>The type of a file or of an address path, by its extension; null for others.</summary>
    public static RecordingKind? Of(string path) =>
        All.FirstOrDefault(kind => path.EndsWith(kind.Ending, StringComparison.OrdinalIgnoreCase));
}
