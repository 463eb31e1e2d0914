using System.Collections.Concurrent;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing.Records;
using PodcastInsights.Core.Importing.Relating;

namespace PodcastInsights.Core.Importing;

/// <summary>
/// Brings the store in step with a library folder, in one pass: reads the episodes whose files changed, hands each to the store as soon as
/// it is understood, and removes those whose files are gone. Who the speakers are over all episodes is worked out at the end, from what is
/// stored. Files are read side by side, as many as fit into a bounded memory.
/// </summary>
public sealed class LibraryImporter(ILibraryWriter writer, TimeProvider clock, ImportLimits limits)
{
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
        var startedAt = clock.GetUtcNow().UtcDateTime;
        var listing = LibraryFolder.List(folder);
        await using var session = await writer.BeginAsync(cancellationToken);
        if (!limits.KeepEarlierWords)
        {
            await session.KeepNoEarlierWordsAsync(cancellationToken);
        }

        var stored = (await session.StoredEpisodesAsync(cancellationToken)).ToDictionary(episode => episode.Slug);
        var (known, mistakes) = SpeakersFile.Read(folder);
        var people = new LibraryPeople(stored.Values, known);
        var passedOver = (await session.PassedOverAsync(cancellationToken)).ToDictionary(files => files.Slug);
        var reported = new Dictionary<string, string>(await session.FileReportsAsync(cancellationToken), StringComparer.Ordinal);
        var results = await ReadAllAsync(
            listing.Episodes, stored, passedOver, people, reported, session, startedAt, workers, progress, cancellationToken);

        var files = listing.Unlisted.Concat(listing.Problems).Concat(mistakes)
            .Select(mistake => new FileReport(mistake.Path, null, 0, [mistake]))
            .ToList();
        files.AddRange(results.SelectMany(result => result.Files));
        var gone = stored.Keys.Except(listing.Episodes.Select(episode => episode.Slug)).ToList();
        var isAllThereIs = listing.Unlisted.Count == 0;
        if (gone.Count > 0 && WhyNothingIsGone(listing, gone.Count) is { } reason)
        {
            files.Add(new FileReport(reason.Path, null, 0, [reason]));
            (gone, isAllThereIs) = ([], false);
        }

        foreach (var slug in gone)
        {
            await session.RemoveAsync(slug, cancellationToken);
            people.Removed(slug);
        }

        await PassOverAsync(results.Select(result => result.PassedOver).OfType<PassedOverFiles>(), passedOver, session, cancellationToken);
        var reassigned = 0;
        foreach (var (slug, others) in people.Corrections())
        {
            await session.AssignPeopleAsync(slug, others, cancellationToken);
            reassigned++;
        }

        var written = results.Where(result => result.Outcome == Outcome.Written).Select(result => result.Slug).ToHashSet();
        foreach (var episode in listing.Episodes.Where(episode => !written.Contains(episode.Slug)))
        {
            // Recordings come and go while the transcripts beside them stay as they are.
            if (stored.TryGetValue(episode.Slug, out var before) && !episode.Recordings.SequenceEqual(before.Recordings))
            {
                await session.AssignRecordingsAsync(episode.Slug, episode.Recordings, cancellationToken);
            }
        }

        await Relatives.WorkOutAsync(session, gone, cancellationToken);

        var skipped = SkippedOf(listing.Skipped.Concat(results.SelectMany(result => result.Unused)), files);
        files.Sort(static (left, right) => string.CompareOrdinal(left.Path, right.Path));
        var report = new ImportReport(
            written.Count,
            results.Count(result => result.Outcome == Outcome.Unchanged),
            gone.Count,
            clock.GetElapsedTime(started),
            files)
        {
            Reassigned = reassigned,
            Skipped = skipped.Take(MostSkipped).ToList(),
            SkippedCount = skipped.Count,
        };
        if (await ReportAsync(report, listing, isAllThereIs, reported, session, cancellationToken) || report.Written > 0 || report.Removed > 0)
        {
            await session.ReportImportAsync(report, clock.GetUtcNow().UtcDateTime, cancellationToken);
        }

        // An import that was killed may have left this undone, though nothing has changed since.
        await session.CompleteAsync(cancellationToken);
        return report with { Elapsed = clock.GetElapsedTime(started) };
    }

    /// <summary>
    /// Brings the reports that are kept of files in step with what this import says. Of a file that was not read again it said so before; those of
    /// episodes that were written are kept by then.
    /// </summary>
    /// <param name="isAllThereIs">Whether files that are not listed are gone.</param>
    /// <param name="reported">Stamps of the reports that are kept.</param>
    /// <returns>Whether one has changed.</returns>
    private static async Task<bool> ReportAsync(
        ImportReport report,
        LibraryListing listing,
        bool isAllThereIs,
        Dictionary<string, string> reported,
        IImportSession session,
        CancellationToken cancellationToken)
    {
        var episodes = listing.Episodes
            .SelectMany(episode => episode.Files.Select(file => KeyValuePair.Create(file.Path, episode.Slug)))
            .ToDictionary(StringComparer.Ordinal);
        var said = report.Files
            .Select(file => StoredFileReport.Of(file, episodes.TryGetValue(file.Path, out var slug) ? slug : null))
            .Concat(listing.Skipped.Take(MostSkipped).Select(StoredFileReport.Of))
            .DistinctBy(file => file.Path)
            .ToList();
        var changed = said.Where(file => reported.GetValueOrDefault(file.Path) != file.Stamp()).ToList();
        var gone = isAllThereIs ? reported.Keys.Except(said.Select(file => file.Path)).Except(episodes.Keys).ToList() : [];
        if (changed.Count > 0)
        {
            await session.ReportFilesAsync(changed, cancellationToken);
        }

        if (gone.Count > 0)
        {
            await session.ForgetFileReportsAsync(gone, cancellationToken);
        }

        return changed.Count > 0 || gone.Count > 0;
    }

    /// <summary>Files that were not read, and those that were read in vain. A file that failed is reported as such alone.</summary>
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

    /// <summary>Reads side by side, and writes one after the other what is ready.</summary>
    private async Task<IReadOnlyCollection<EpisodeResult>> ReadAllAsync(
        IReadOnlyList<EpisodeFiles> episodes,
        Dictionary<EpisodeSlug, StoredEpisode> stored,
        Dictionary<EpisodeSlug, PassedOverFiles> passedOver,
        LibraryPeople people,
        Dictionary<string, string> reported,
        IImportSession session,
        DateTime startedAt,
        int workers,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        // What is read, parsed and waiting to be written at once are many usual files, or one of the largest allowed.
        using var memory = new ByteBudget(limits.FileBytes);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var results = new ConcurrentQueue<EpisodeResult>();
        var done = 0;
        var queue = new WriteQueue(session, clock, workers);
        var reading = Task.Run(
            async () =>
            {
                try
                {
                    var atOnce = new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = stop.Token };
                    await Parallel.ForEachAsync(episodes, atOnce, ReadAsync);
                    queue.End();
                }
                catch (Exception failure)
                {
                    queue.End(failure);
                }
            },
            CancellationToken.None);
        try
        {
            await queue.RunAsync(cancellationToken);
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }

        return results;

        async ValueTask ReadAsync(EpisodeFiles episode, CancellationToken cancellation)
        {
            var known = stored.GetValueOrDefault(episode.Slug);
            var room = await memory.TakeAsync(episode.Bytes, cancellation);
            try
            {
                if (await PassedOverAgainAsync(episode, known, passedOver.GetValueOrDefault(episode.Slug), cancellation) is { } inVain)
                {
                    room.Dispose();
                    Done(episode, new EpisodeResult(Outcome.Left, [], inVain.Skipped) { PassedOver = inVain });
                    return;
                }

                var (result, record, sources) = await WorkAsync(episode, known, people, cancellation);
                if (record is null && sources is null)
                {
                    room.Dispose();
                    Done(episode, result);
                    return;
                }

                await queue.AddAsync(() => WriteAsync(result, record, sources, room), cancellation);
            }
            catch
            {
                room.Dispose();
                throw;
            }

            // An episode that is begun is written: what takes long is between them.
            async Task WriteAsync(EpisodeResult result, EpisodeRecord? record, IReadOnlyList<SourceFile>? sources, IDisposable taken)
            {
                using var _ = taken;
                if (record is not null)
                {
                    // With the episode: an import that is killed is not to leave files of which nothing is said until they change.
                    var reports = result.Files.Select(file => StoredFileReport.Of(file, episode.Slug)).ToList();
                    await session.WriteAsync(record with { ReadAt = startedAt }, CancellationToken.None);
                    await session.ReportFilesAsync(reports, CancellationToken.None);
                    people.Wrote(record);
                    foreach (var report in reports)
                    {
                        reported[report.Path] = report.Stamp();
                    }
                }
                else
                {
                    await session.NoteFilesAsync(episode.Slug, sources!, CancellationToken.None);
                }

                Done(episode, result);
            }
        }

        void Done(EpisodeFiles episode, EpisodeResult result)
        {
            results.Enqueue(result with { Slug = episode.Slug });
            progress?.Report(new ImportProgress(Interlocked.Increment(ref done), episodes.Count, episode.Files[0].Path));
        }
    }

    /// <returns>
    /// A record where the episode is to be written, its files where only they are to be noted, and neither where it is stored as it is or
    /// its files do not make a better one.
    /// </returns>
    private async Task<(EpisodeResult Result, EpisodeRecord? Record, IReadOnlyList<SourceFile>? Sources)> WorkAsync(
        EpisodeFiles episode, StoredEpisode? known, LibraryPeople people, CancellationToken cancellationToken)
    {
        if (known is not null
            && await reader.LookAtAsync(episode, known.Files, cancellationToken) is var (hash, sources)
            && known.ContentHash == hash)
        {
            var result = new EpisodeResult(Outcome.Unchanged, [], UnusedOf(episode, known));
            return (result, null, sources.SequenceEqual(known.Files) ? null : sources);
        }

        var reading = await reader.ReadAsync(episode, cancellationToken);

        // With one edition unreadable, a stored episode stays as it was; a new one is better with the others than not at all. Its hash is
        // then that of the files understood, so that the next import looks at all of them again.
        if (reading.Editions.Count > 0 && (reading.Complete || known is null))
        {
            var imported = new ImportedEpisode(episode.Slug, reading.Hash, TwinEditions.Anchored(reading.Editions))
            {
                Files = reading.Sources,
                Recordings = episode.Recordings,
            };
            var record = EpisodeRecordBuilder.Build(imported, cast => people.Identify(episode.Slug, cast));
            return (new EpisodeResult(Outcome.Written, reading.Reports, []), record, null);
        }

        IReadOnlyList<FileReport> reports = known is null
            ? reading.Reports
            : [.. reading.Reports.Select(report => WithLastGoodKept(report, episode.Slug))];
        return (new EpisodeResult(Outcome.Left, reports, []) { PassedOver = known is null ? reading.InVain : null }, null, null);
    }

    /// <returns>The files as they are now, where they are the ones that were passed over before; else null.</returns>
    private async Task<PassedOverFiles?> PassedOverAgainAsync(
        EpisodeFiles episode, StoredEpisode? known, PassedOverFiles? before, CancellationToken cancellationToken) =>
        known is null
        && before is not null
        && await reader.LookAtAsync(episode, before.Files, cancellationToken) is var (hash, sources)
        && before.ContentHash == hash
            ? before with { Files = sources }
            : null;

    /// <summary>Brings what is kept of files that were passed over in step with what this import passed over.</summary>
    private static async Task PassOverAsync(
        IEnumerable<PassedOverFiles> now,
        Dictionary<EpisodeSlug, PassedOverFiles> before,
        IImportSession session,
        CancellationToken cancellationToken)
    {
        var gone = before.Keys.ToHashSet();
        foreach (var files in now)
        {
            gone.Remove(files.Slug);
            if (!before.TryGetValue(files.Slug, out var kept) || kept.ContentHash != files.ContentHash || !kept.Files.SequenceEqual(files.Files))
            {
                await session.PassOverAsync(files, cancellationToken);
            }
        }

        foreach (var slug in gone)
        {
            await session.ForgetPassedOverAsync(slug, cancellationToken);
        }
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
    private sealed record EpisodeResult(Outcome Outcome, IReadOnlyList<FileReport> Files, IReadOnlyList<SkippedFile> Unused)
    {
        public EpisodeSlug Slug { get; init; }

        /// <summary>The files, where each is plainly no transcript; else null.</summary>
        public PassedOverFiles? PassedOver { get; init; }
    }
}
