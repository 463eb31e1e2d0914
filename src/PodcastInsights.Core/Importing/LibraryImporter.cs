using System.Collections.Concurrent;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Importing;

/// <summary>
/// Brings the store in step with a library folder: reads the episodes whose files changed, writes each in one transaction, and
/// removes those whose files are gone. First it learns who speaks in all of them, since a name in one may be told by another;
/// then it writes what is not as it should be. Files are read side by side, as many as fit into a bounded memory.
/// </summary>
public sealed class LibraryImporter(ILibraryWriter writer, TimeProvider clock, ImportLimits limits)
{
    /// <summary>
    /// Bytes of files whose reading is kept from the survey to the writing; what is beyond is read again, so that memory stays level.
    /// </summary>
    private const long KeptBytes = 16L << 20;

    /// <summary>Files that are no transcripts which a report names; it is kept until the next import.</summary>
    private const int MostSkipped = 10_000;

    private readonly EpisodeFileReader reader = new(new BoundedReader(limits, clock), limits);

    public LibraryImporter(ILibraryWriter writer, TimeProvider clock)
        : this(writer, clock, ImportLimits.Default)
    {
    }

    /// <summary>
    /// Workers that are as fast as the machine: while one more than there are processors waits for its turn to write, all can read.
    /// </summary>
    public static int MostWorkers => Environment.ProcessorCount + 1;

    /// <summary>Workers that leave a processor, where there is another, to those who read meanwhile.</summary>
    public static int WorkersBesideReaders => Math.Max(1, Environment.ProcessorCount - 1);

    /// <param name="workers">How many episodes are worked on at once.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder; the store is left as it is.</exception>
    public async Task<ImportReport> ImportAsync(
        string folder, int workers, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var listing = LibraryFolder.List(folder);
        var stored = (await writer.StoredEpisodesAsync(cancellationToken)).ToDictionary(episode => episode.Slug);
        var (known, mistakes) = SpeakersFile.Read(folder);

        // What is read, parsed and waiting to be written at once are many usual files, or one of the largest allowed.
        using var memory = new ByteBudget(limits.FileBytes);
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellationToken };
        var surveys = await SurveyAsync(listing.Episodes, stored, memory, atOnce);
        var directory = new SpeakerDirectory([.. surveys.Values.SelectMany(survey => survey.Appearances)], known);
        var results = await WriteAsync(listing.Episodes, stored, surveys, directory, memory, atOnce, progress);

        var files = listing.Unlisted.Concat(listing.Problems).Concat(mistakes)
            .Select(mistake => new FileReport(mistake.Path, null, 0, [mistake]))
            .ToList();
        files.AddRange(results.SelectMany(result => result.Files));
        var gone = stored.Keys.Except(listing.Episodes.Select(episode => episode.Slug)).ToList();
        if (gone.Count > 0 && WhyNothingIsGone(listing, gone.Count) is { } reason)
        {
            files.Add(new FileReport(reason.Path, null, 0, [reason]));
            gone = [];
        }

        foreach (var slug in gone)
        {
            await writer.RemoveAsync(slug, cancellationToken);
        }

        // An import that was killed may have left this undone, though nothing has changed since.
        await writer.CompleteAsync(cancellationToken);
        var skipped = SkippedOf(listing.Skipped.Concat(results.SelectMany(result => result.Unused)), files);
        files.Sort(static (left, right) => string.CompareOrdinal(left.Path, right.Path));
        return new ImportReport(
            results.Count(result => result.Outcome == Outcome.Written),
            results.Count(result => result.Outcome == Outcome.Unchanged),
            gone.Count,
            clock.GetElapsedTime(started),
            files)
        {
            Skipped = skipped.Take(MostSkipped).ToList(),
            SkippedCount = skipped.Count,
        };
    }

    /// <summary>Files that were not read, and those that were read in vain. A file that failed is reported as such alone.</summary>
    private static List<SkippedFile> SkippedOf(IEnumerable<SkippedFile> skipped, List<FileReport> files)
    {
        var failed = files.Where(file => file.Failed).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. skipped
                .Concat(files.SelectMany(file => ReasonsOf(file).Select(reason => new SkippedFile(file.Path, reason))))
                .Where(file => !failed.Contains(file.Path))
                .OrderBy(file => file.Path, StringComparer.Ordinal),
        ];

        static IEnumerable<SkipReason> ReasonsOf(FileReport file) => file.Diagnostics
            .Select(diagnostic => diagnostic.Code switch
            {
                "file.not-a-transcript" => SkipReason.NotATranscript,
                "file.empty" => SkipReason.Empty,
                "library.second-of-language" => SkipReason.SecondOfLanguage,
                _ => (SkipReason?)null,
            })
            .OfType<SkipReason>()
            .Take(1);
    }

    /// <summary>
    /// Where files were not seen for another cause than that they are gone, their episodes stay; null where they are to go.
    /// </summary>
    private Diagnostic? WhyNothingIsGone(LibraryListing listing, int episodes) =>
        listing.Unlisted.Count > 0
            ? new Diagnostic(
                DiagnosticSeverity.Error,
                "library.partly-unreadable",
                ".",
                0,
                $"{episodes} episodes have no file in the folders that could be read. They stay until all folders can be.")
            : listing.Episodes.Count == 0 && !limits.EmptyFolderRemovesAll
                ? new Diagnostic(
                    DiagnosticSeverity.Error,
                    "library.empty",
                    ".",
                    0,
                    $"The folder holds no transcript at all, as one whose disk is not mounted. The {episodes} stored episodes stay; "
                    + "Import:EmptyFolderRemovesAll=true lets them go.")
                : null;

    /// <summary>Who speaks in each episode: from the store where its files are as they were, from the files where not.</summary>
    private async Task<ConcurrentDictionary<EpisodeSlug, Survey>> SurveyAsync(
        IReadOnlyList<EpisodeFiles> episodes, Dictionary<EpisodeSlug, StoredEpisode> stored, ByteBudget memory, ParallelOptions atOnce)
    {
        var surveys = new ConcurrentDictionary<EpisodeSlug, Survey>();
        var kept = 0L;
        await Parallel.ForEachAsync(episodes, atOnce, async (episode, cancellation) =>
        {
            using var room = await memory.TakeAsync(episode.Bytes, cancellation);
            if (stored.GetValueOrDefault(episode.Slug) is { } known
                && await reader.HashAsync(episode, cancellation) is { } hash
                && known.ContentHash.StartsWith(hash, StringComparison.Ordinal))
            {
                surveys[episode.Slug] = new Survey(
                    [.. known.Speakers.Select(speaker => new Appearance(episode.Slug, known.Show, speaker.Name, speaker.Role))], null);
                return;
            }

            var reading = await reader.ReadAsync(episode, cancellation);
            var keep = Interlocked.Add(ref kept, reading.Bytes) <= KeptBytes;
            surveys[episode.Slug] = new Survey([.. reading.Appearances(episode.Slug)], keep ? reading : null);
        });
        return surveys;
    }

    private async Task<IReadOnlyCollection<EpisodeResult>> WriteAsync(
        IReadOnlyList<EpisodeFiles> episodes,
        Dictionary<EpisodeSlug, StoredEpisode> stored,
        ConcurrentDictionary<EpisodeSlug, Survey> surveys,
        SpeakerDirectory directory,
        ByteBudget memory,
        ParallelOptions atOnce,
        IProgress<ImportProgress>? progress)
    {
        var results = new ConcurrentQueue<EpisodeResult>();
        var done = 0;
        await Parallel.ForEachAsync(episodes, atOnce, async (episode, cancellation) =>
        {
            using var room = await memory.TakeAsync(episode.Bytes, cancellation);
            surveys.TryRemove(episode.Slug, out var survey);
            var (result, import) = await ReadAsync(episode, stored.GetValueOrDefault(episode.Slug), survey!, directory, cancellation);
            if (import is not null)
            {
                await writer.WriteAsync(import, cancellation);
            }

            results.Enqueue(result);
            progress?.Report(new ImportProgress(Interlocked.Increment(ref done), episodes.Count, episode.Files[0].Path));
        });
        return results;
    }

    /// <returns>Nothing to write where the episode is stored as it is, or where its files do not make a better one.</returns>
    private async Task<(EpisodeResult Result, ImportedEpisode? Import)> ReadAsync(
        EpisodeFiles episode, StoredEpisode? known, Survey survey, SpeakerDirectory directory, CancellationToken cancellationToken)
    {
        var identities = new EpisodeIdentities(survey.Appearances, directory);
        var reading = survey.Reading;
        if (reading is null)
        {
            if (known is not null
                && await reader.HashAsync(episode, cancellationToken) is { } hash
                && known.ContentHash == identities.Hash(hash))
            {
                return (new EpisodeResult(Outcome.Unchanged, [], UnusedOf(episode, known)), null);
            }

            reading = await reader.ReadAsync(episode, cancellationToken);
        }

        // With one edition unreadable, a stored episode stays as it was; a new one is better with the others than not at all. Its hash is
        // then that of the files understood, so that the next import looks at all of them again.
        if (reading.Editions.Count > 0 && (reading.Complete || known is null))
        {
            var editions = TwinEditions.Anchored([.. reading.Editions.Select(identities.Apply)]);
            return (
                new EpisodeResult(Outcome.Written, reading.Reports, []),
                new ImportedEpisode(episode.Slug, identities.Hash(reading.Hash), editions));
        }

        IReadOnlyList<FileReport> reports = known is null
            ? reading.Reports
            : [.. reading.Reports.Select(report => WithLastGoodKept(report, episode.Slug))];
        return (new EpisodeResult(Outcome.Left, reports, []), null);
    }

    /// <summary>The files of an unchanged episode that are none of its editions: another one of the same language came first.</summary>
    private static List<SkippedFile> UnusedOf(EpisodeFiles episode, StoredEpisode known) =>
    [
        .. episode.Files
            .Where(file => known.Sources.All(source => source.Path != file.Path))
            .Select(file => new SkippedFile(file.Path, SkipReason.SecondOfLanguage)),
    ];

    private static FileReport WithLastGoodKept(FileReport report, EpisodeSlug slug) => report.Format is not null
        ? report
        : report with
        {
            Diagnostics =
            [
                .. report.Diagnostics,
                new Diagnostic(
                    DiagnosticSeverity.Error,
                    "file.last-good-kept",
                    report.Path,
                    0,
                    $"The file can no longer be understood; the last good version of '{slug}' stays."),
            ],
        };

    private enum Outcome
    {
        /// <summary>There was nothing in the files that could be stored.</summary>
        Left,
        Unchanged,
        Written,
    }

    /// <param name="Unused">Files that were not read again, and of which the store has nothing.</param>
    private sealed record EpisodeResult(Outcome Outcome, IReadOnlyList<FileReport> Files, IReadOnlyList<SkippedFile> Unused);

    /// <param name="Reading">Null where the files are as they were, or were too many to keep.</param>
    private sealed record Survey(IReadOnlyList<Appearance> Appearances, EpisodeReading? Reading);
}
