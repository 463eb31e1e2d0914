using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Importing;

/// <summary>
/// The contents of a library folder. Every file is part of an episode, one of its recordings, skipped, or in a folder that could not be
/// listed.
/// </summary>
/// <param name="Skipped">Files that are not read as transcripts, each with its reason.</param>
/// <param name="Unlisted">An error for each folder that could not be listed. Files in it are unknown and must not be treated as deleted.</param>
/// <param name="Problems">Diagnostics about catalogues and <c>.alternates</c> files.</param>
public sealed record LibraryListing(
    IReadOnlyList<EpisodeFiles> Episodes,
    IReadOnlyList<SkippedFile> Skipped,
    IReadOnlyList<Diagnostic> Unlisted,
    IReadOnlyList<Diagnostic> Problems);
