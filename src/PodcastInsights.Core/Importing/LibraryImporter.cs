using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing.Records;
using PodcastInsights.Core.Importing.Relating;

namespace PodcastInsights.Core.Importing;

/// <summary>
/// Updates the store from a library folder, in one pass: parses the episodes whose files changed, stores each as soon as it is parsed, and
/// removes those whose files are gone. At the end, works out from the stored data who the speakers are over all episodes.
/// </summary>
public sealed class LibraryImporter(ILibraryWriter writer, TimeProvider clock, ImportLimits limits)
{
    private readonly EpisodeFileReader reader = new(new BoundedReader(limits, clock), limits);

    public LibraryImporter(ILibraryWriter writer, TimeProvider clock)
        : this(writer, clock, ImportLimits.Default)
    {
    }

    /// <summary>Number of workers for the fastest import: one more than there are processors, because one waits for its turn to write.</summary>
    public static int MostWorkers => Environment.ProcessorCount + 1;

    /// <summary>Number of workers for an import while the site is being read: leaves one processor free, where there are several.</summary>
    public static int WorkersBesideReaders => Math.Max(1, Environment.ProcessorCount - 1);

    /// <param name="workers">How many episodes are parsed at once.</param>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist. The store is unchanged.</exception>
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
        var outcomes = await new EpisodePipeline(session, changes, people, reports, clock)
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

        // An earlier import may have been killed before this, so it is called even when nothing has changed.
        await session.CompleteAsync(cancellationToken);
        return report with { Elapsed = clock.GetElapsedTime(started) };
    }

    /// <summary>
    /// Parses one episode of a folder and discards it, so that the code is compiled. A process that may have to take over the import does this
    /// beforehand: compiling takes much longer than what is left to import then.
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public async Task RehearseAsync(string folder, CancellationToken cancellationToken)
    {
        if (LibraryFolder.List(folder).Episodes is [var episode, ..]
            && await reader.ReadAsync(episode, cancellationToken) is { Editions.Count: > 0 } reading)
        {
            EpisodeRecordBuilder.Build(new ImportedEpisode(episode.Slug, reading.Hash, ParallelEditions.Anchored(reading.Editions)));
        }
    }

    /// <summary>Updates the recordings of episodes whose transcripts have not changed.</summary>
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
