namespace PodcastInsights.Core.Importing;

/// <summary>Why a file of the library folder is no part of an episode, though nothing went wrong with it.</summary>
public enum SkipReason
{
    /// <summary>It was read, and nobody speaks in it.</summary>
    NotATranscript,
    Empty,

    /// <summary>The episode has an edition in the same language already.</summary>
    SecondOfLanguage,

    /// <summary>Its name ends otherwise than those of transcripts.</summary>
    OtherKind,

    /// <summary>A recording or a picture.</summary>
    Media,

    /// <summary>What a program that keeps folders in step leaves beside a file that was changed in two places.</summary>
    ConflictCopy,

    /// <summary>A lock, or a file that is still being written, or what an editor leaves.</summary>
    Temporary,

    /// <summary>A hidden file, or a hidden folder with all that is in it.</summary>
    Hidden,

    /// <summary>A symbolic link or a mount, which can lead out of the folder or round in a circle.</summary>
    Link,

    /// <summary>It says what other files are.</summary>
    Catalogue,

    /// <summary>It says who is who, or which files are editions of one episode.</summary>
    Settings,
}

/// <param name="Path">Relative to the library folder, with forward slashes; ends with one where it is a folder.</param>
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
