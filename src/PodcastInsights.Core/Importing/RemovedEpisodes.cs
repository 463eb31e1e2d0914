using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Importing;

/// <summary>
/// The stored episodes whose files are gone from the folder. Empty where the files may be missing for another reason than that they were
/// deleted.
/// </summary>
/// <param name="Slugs">Episodes to be removed.</param>
/// <param name="Withheld">The reason why episodes without a file stay; null where no episode is held back.</param>
internal sealed record RemovedEpisodes(IReadOnlyList<EpisodeSlug> Slugs, Diagnostic? Withheld)
{
    public static RemovedEpisodes Of(LibraryListing listing, IEnumerable<EpisodeSlug> stored, ImportLimits limits)
    {
        var gone = stored.Except(listing.Episodes.Select(episode => episode.Slug)).ToList();
        return gone.Count > 0 && WhyTheyStay(listing, gone.Count, limits) is { } reason
            ? new RemovedEpisodes([], reason)
            : new RemovedEpisodes(gone, null);
    }

    private static Diagnostic? WhyTheyStay(LibraryListing listing, int episodes, ImportLimits limits) =>
        listing.Unlisted.Count > 0
            ? new Diagnostic(
                DiagnosticSeverity.Error,
                "library.partly-unreadable",
                ".",
                0,
                $"Stored episodes without a file in the folders that could be read: {episodes}. They stay until all folders can be read.")
            : listing.Episodes.Count == 0 && !limits.EmptyFolderRemovesAll
                ? new Diagnostic(
                    DiagnosticSeverity.Error,
                    "library.empty",
                    ".",
                    0,
                    $"The folder has no transcript at all: perhaps its disk is not mounted. Stored episodes that stay: {episodes}; "
                    + "Import:EmptyFolderRemovesAll=true lets them go.")
                : null;
}
