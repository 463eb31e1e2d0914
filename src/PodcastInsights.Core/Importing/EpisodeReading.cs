using PodcastInsights.Core.Transcripts;

namespace PodcastInsights.Core.Importing;

/// <summary>The parsed files of one episode.</summary>
/// <param name="Editions">The first file of each language.</param>
/// <param name="Complete">Whether every file could be parsed.</param>
/// <param name="Hash">Hash of the files that could be parsed.</param>
/// <param name="Sources">The files that could be parsed.</param>
/// <param name="InVain">All files, where every one of them is clearly not a transcript; else null.</param>
internal sealed record EpisodeReading(
    IReadOnlyList<Edition> Editions,
    IReadOnlyList<FileReport> Reports,
    bool Complete,
    string Hash,
    IReadOnlyList<SourceFile> Sources,
    PassedOverFiles? InVain);
