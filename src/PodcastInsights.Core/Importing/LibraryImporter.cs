using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing.Relating;

namespace PodcastInsights.Core.Importing;

/// <summary>
/// Brings the store in step with a library folder, in one pass: reads the episodes whose files changed, stores each as soon as it is read,
/// and removes those whose files are gone. Who the speakers are over all episodes is worked out at the end, from what is stored.
/// </summary>
public sealed class LibraryImporter(ILibraryWriter writer, TimeProvider clock, ImportLimits limits)
{
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
        var (known, mistakes) = SpeakersFile.Read(folder);

        await using var session = await writer.BeginAsync(cancellationToken);
        if (!limits.KeepEarlierWords)
        {
            await session.KeepNoEarlierWordsAsync(cancellationToken);
        }

        // What is stored.
        var stored = (await session.StoredEpisodesAsync(cancellationToken)).ToDictionary(episode => episode.Slug);
        var people = new LibraryPeople(stored.Values, known);
        var passedOver = await PassedOverRegister.LoadAsync(session, cancellationToken);
        var reports = await FileReportRegister.LoadAsync(session, cancellationToken);

        // What has changed.
        var changes = new EpisodeChangeReader(reader, stored, passedOver, people);
        var outcomes = await new EpisodePipeline(session, changes, people, reports, clock, limits.FileBytes)
            .RunAsync(listing.Episodes, workers, progress, cancellationToken);
        await passedOver.UpdateAsync(outcomes.Select(outcome => outcome.PassedOver).OfType<PassedOverFiles>(), cancellationToken);

        // What is gone.
        var removed = RemovedEpisodes.Of(listing, stored.Keys, limits);
        foreach (var slug in removed.Slugs)
        {
            await session.RemoveAsync(slug, cancellationToken);
            people.Removed(slug);
        }

        // What depends on other files or episodes.
        var reassigned = await people.CorrectAsync(session, cancellationToken);
        await AssignRecordingsAsync(listing.Episodes, stored, outcomes, session, cancellationToken);
        await Relatives.WorkOutAsync(session, removed.Slugs, cancellationToken);

        // What is reported.
        var report = ImportReportBuilder.Build(listing, outcomes, mistakes, removed, reassigned, clock.GetElapsedTime(started));
        var isComplete = listing.Unlisted.Count == 0 && removed.Withheld is null;
        if (await reports.UpdateAsync(report, listing, isComplete, cancellationToken) || report.Written > 0 || report.Removed > 0)
        {
            await session.ReportImportAsync(report, clock.GetUtcNow().UtcDateTime, cancellationToken);
        }

        // An import that was killed may have left this undone, though nothing has changed since.
        await session.CompleteAsync(cancellationToken);
        return report with { Elapsed = clock.GetElapsedTime(started) };
    }

    /// <summary>Stores the recordings of episodes that were not written: files of sound come and go while the transcripts stay as they are.</summary>
    private static async Task AssignRecordingsAsync(
        IEnumerable<EpisodeFiles> episodes,
        Dictionary<EpisodeSlug, StoredEpisode> stored,
        IEnumerable<EpisodeOutcome> outcomes,
        IImportSession session,
        CancellationToken cancellationToken)
    {
        var written = outcomes.Where(outcome => outcome.Action == EpisodeAction.Written).Select(outcome => outcome.Slug).ToHashSet();
        foreach (var episode in episodes.Where(episode => !written.Contains(episode.Slug)))
        {
            if (stored.TryGetValue(episode.Slug, out var before) && !episode.Recordings.SequenceEqual(before.Recordings))
            {
                await session.AssignRecordingsAsync(episode.Slug, episode.Recordings, cancellationToken);
            }
        }
    }
}
