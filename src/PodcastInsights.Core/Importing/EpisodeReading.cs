using PodcastInsights.Core.Transcripts;

namespace PodcastInsights.Core.Importing;

/// <summary>What an episode's files hold.</summary>
/// <param name="Editions">The first file of each language.</param>
/// <param name="Complete">Whether every file was understood.</param>
/// <param name="Hash">Of the files that were.</param>
/// <param name="Sources">Those files.</param>
/// <param name="InVain">All files, where each is plainly no transcript; null where one is, or where something went wrong with one.</param>
internal sealed record EpisodeReading(
    IReadOnlyList<Edition> Editions,
    IReadOnlyList<FileReport> Reports,
    bool Complete,
    string Hash,
    IReadOnlyList<SourceFile> Sources,
    PassedOverFiles? InVain);
