namespace PodcastInsights.Core.Episodes;

/// <summary>An audio or video file that lies beside the transcripts of an episode and is of a kind that browsers play.</summary>
/// <param name="Path">Relative to the library folder, with forward slashes.</param>
/// <param name="Language">Of what is heard, as in <c>X.zh.mp3</c>; null where the name does not say.</param>
public sealed record Recording(string Path, string? Language)
{
    /// <summary>The one to which the times of an edition belong: in its language, or else the one for all, or else the default edition's.</summary>
    /// <param name="language">Of the edition.</param>
    /// <param name="first">Of the default edition.</param>
    /// <returns>Null where there is none of these.</returns>
    public static Recording? Of(IReadOnlyList<Recording> recordings, string language, string first)
    {
        ArgumentNullException.ThrowIfNull(recordings);
        return In(language) ?? In(null) ?? In(first);

        Recording? In(string? wanted) => recordings.FirstOrDefault(recording => recording.Language == wanted);
    }
}

/// <summary>A kind of file that browsers play.</summary>
/// <param name="Ending">Of the file's name, in lower case, with the dot.</param>
/// <param name="MediaType">As browsers call it.</param>
public sealed record RecordingKind(string Ending, string MediaType)
{
    /// <summary>
    /// Those that most browsers play before those that some do, small files before large ones: of several recordings the first of these is taken.
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

    /// <summary>The kind of a file or of the path of an address, by its ending; null for all else.</summary>
    public static RecordingKind? Of(string path) =>
        All.FirstOrDefault(kind => path.EndsWith(kind.Ending, StringComparison.OrdinalIgnoreCase));
}
