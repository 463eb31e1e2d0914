using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing.Records;

namespace PodcastInsights.Core.Importing;

/// <summary>What an import did with the files of one episode.</summary>
/// <param name="Files">Reports on the files that were read.</param>
internal sealed record EpisodeOutcome(EpisodeSlug Slug, EpisodeAction Action, IReadOnlyList<FileReport> Files)
{
    /// <summary>Files that were not read again and that are part of no stored episode.</summary>
    public IReadOnlyList<SkippedFile> Unused { get; init; } = [];

    /// <summary>All files of the episode, where each of them is plainly no transcript; else null.</summary>
    public PassedOverFiles? PassedOver { get; init; }
}

internal enum EpisodeAction
{
    /// <summary>The files hold nothing that could be stored; the store was left as it was.</summary>
    Left,

    /// <summary>The episode is stored as its files are now.</summary>
    Unchanged,
    Written,
}

/// <summary>What is to be written of an episode. At most one of the two is given; with neither the store needs no change.</summary>
/// <param name="Record">The episode, where it is to be stored anew.</param>
/// <param name="Files">The states of its files, where only these have changed.</param>
internal sealed record EpisodeChange(EpisodeOutcome Outcome, EpisodeRecord? Record = null, IReadOnlyList<SourceFile>? Files = null)
{
    public bool IsEmpty => Record is null && Files is null;
}
