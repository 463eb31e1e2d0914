namespace PodcastInsights.Core.Importing;

/// <summary>The reason why a file of the library folder is part of no episode, although it did not fail.</summary>
public enum SkipReason
{
    /// <summary>It was read, and no speech was found in it.</summary>
    NotATranscript,
    Empty,

    /// <summary>The episode has an edition in the same language already.</summary>
    SecondOfLanguage,

    /// <summary>Its extension is not that of a transcript.</summary>
    OtherKind,

    /// <summary>A recording or a picture.</summary>
    Media,

    /// <summary>A file synchroniser made it when a file was changed in two places.</summary>
    ConflictCopy,

    /// <summary>A lock file, a partially written file or an editor's backup.</summary>
    Temporary,

    /// <summary>A hidden file, or a hidden folder with everything in it.</summary>
    Hidden,

    /// <summary>A symbolic link or a mount, which can lead out of the folder or in a circle.</summary>
    Link,

    /// <summary>It describes other files; see <see cref="Catalogue"/>.</summary>
    Catalogue,

    /// <summary>It is <c>speakers.yaml</c> or <c>.alternates</c>.</summary>
    Settings,
}

/// <param name="Path">Relative to the library folder, with forward slashes; a folder ends with a slash.</param>
public sealed record SkippedFile(string Path, SkipReason Reason)
{
    /// <summary>Stable name of the reason.</summary>
    public string Code => Reason switch
    {
        SkipReason.NotATranscript => "file.not-a-transcript",
        SkipReason.Empty => "file.empty",
        SkipReason.SecondOfLanguage => "library.second-of-language",
        SkipReason.OtherKind => "file.other-kind",
        SkipReason.Media => "file.media",
        SkipReason.ConflictCopy => "file.conflict-copy",
        SkipReason.Temporary => "file.temporary",
        SkipReason.Hidden => "file.hidden",
        SkipReason.Link => "file.link",
        SkipReason.Catalogue => "library.catalogue",
        SkipReason.Settings => "library.settings",
        _ => throw new InvalidOperationException($"The reason {Reason} has no code."),
    };
}
