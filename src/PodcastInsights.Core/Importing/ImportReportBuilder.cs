using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Importing;

/// <summary>Makes the report of an import from what was found in the folder and what was done with it.</summary>
internal static class ImportReportBuilder
{
    /// <param name="mistakes">Mistakes in <c>speakers.yaml</c>.</param>
    /// <param name="reassigned">Episodes in which a name became another person's.</param>
    public static ImportReport Build(
        LibraryListing listing,
        IReadOnlyCollection<EpisodeOutcome> outcomes,
        IEnumerable<Diagnostic> mistakes,
        RemovedEpisodes removed,
        int reassigned,
        TimeSpan elapsed)
    {
        Diagnostic[] withheld = removed.Withheld is { } reason ? [reason] : [];
        var files = listing.Unlisted.Concat(listing.Problems).Concat(mistakes).Select(ReportOf)
            .Concat(outcomes.SelectMany(outcome => outcome.Files))
            .Concat(withheld.Select(ReportOf))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .ToList();
        var skipped = SkippedOf(listing.Skipped.Concat(outcomes.SelectMany(outcome => outcome.Unused)), files);
        return new ImportReport(
            outcomes.Count(outcome => outcome.Action == EpisodeAction.Written),
            outcomes.Count(outcome => outcome.Action == EpisodeAction.Unchanged),
            removed.Slugs.Count,
            elapsed,
            files)
        {
            Reassigned = reassigned,
            Skipped = [.. skipped.Take(ImportReport.MostSkipped)],
            SkippedCount = skipped.Count,
        };
    }

    /// <summary>Of a file that is no transcript.</summary>
    private static FileReport ReportOf(Diagnostic problem) => new(problem.Path, null, 0, [problem]);

    /// <summary>Files that were not read, and those that turned out to be no transcripts. A failed file is not listed here.</summary>
    private static List<SkippedFile> SkippedOf(IEnumerable<SkippedFile> skipped, List<FileReport> files)
    {
        var failed = files.Where(file => file.Failed).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. skipped
                .Concat(files.Select(file => file.Skipped).OfType<SkippedFile>())
                .Where(file => !failed.Contains(file.Path))
                .OrderBy(file => file.Path, StringComparer.Ordinal),
        ];
    }
}
