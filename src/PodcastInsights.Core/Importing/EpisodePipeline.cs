using System.Collections.Concurrent;

namespace PodcastInsights.Core.Importing;

/// <summary>
/// Reads the episodes of one import, several at a time, and writes those that changed one after the other. What is read, parsed and waiting
/// to be written has a bounded size.
/// </summary>
internal sealed class EpisodePipeline(
    IImportSession session, EpisodeChangeReader changes, LibraryPeople people, FileReportRegister reports, TimeProvider clock)
{
    /// <summary>
    /// Largest total size of the files being processed, in bytes: several of the usual size, or one that is larger. What is made of a file while it is
    /// parsed takes many times its size.
    /// </summary>
    private const int MostBytes = 4 << 20;

    /// <summary>In bytes. Transcripts of some hours are shorter.</summary>
    private const int LongEpisode = 512 << 10;

    private readonly DateTime startedAt = clock.GetUtcNow().UtcDateTime;

    /// <param name="workers">Number of episodes that are parsed in parallel.</param>
    /// <returns>What became of each episode, in no order.</returns>
    public async Task<IReadOnlyCollection<EpisodeOutcome>> RunAsync(
        IReadOnlyList<EpisodeFiles> episodes, int workers, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        using var memory = new ByteBudget(MostBytes);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var queue = new WriteQueue(session, clock, workers);
        var outcomes = new ConcurrentQueue<EpisodeOutcome>();
        var done = 0;
        var reading = Task.Run(
            async () =>
            {
                try
                {
                    var atOnce = new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = stop.Token };
                    await Parallel.ForEachAsync(LongOnesLast(episodes), atOnce, ReadAsync);
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

        return outcomes;

        async ValueTask ReadAsync(EpisodeFiles episode, CancellationToken cancellation)
        {
            var room = await memory.TakeAsync(episode.Bytes, cancellation);
            try
            {
                var change = await changes.ReadAsync(episode, cancellation);
                if (change.IsEmpty)
                {
                    room.Dispose();
                    Done(episode, change.Outcome);
                    return;
                }

                await queue.AddAsync(
                    async () =>
                    {
                        using var _ = room;
                        await WriteAsync(episode, change);
                        Done(episode, change.Outcome);
                    },
                    cancellation);
            }
            catch
            {
                room.Dispose();
                throw;
            }
        }

        void Done(EpisodeFiles episode, EpisodeOutcome outcome)
        {
            outcomes.Enqueue(outcome);
            progress?.Report(new ImportProgress(Interlocked.Increment(ref done), episodes.Count, episode.Files[0].Path));
        }
    }

    /// <summary>
    /// Puts long episodes last, so that one can be read at once even where files come first that are long and may not be transcripts. The order is
    /// the same in each import, because documents of equal rank are found in the order of their import.
    /// </summary>
    private static IEnumerable<EpisodeFiles> LongOnesLast(IReadOnlyList<EpisodeFiles> episodes) =>
        episodes.OrderBy(static episode => episode.Bytes > LongEpisode);

    /// <summary>Not cancelled between its steps: an episode that is begun is written.</summary>
    private async Task WriteAsync(EpisodeFiles episode, EpisodeChange change)
    {
        var slug = change.Outcome.Slug;
        if (change.Record is not { } record)
        {
            await session.NoteFilesAsync(slug, change.Files!, CancellationToken.None);
            return;
        }

        // The reports go with the episode: an import that is killed must not leave files of which nothing is said until they change.
        await session.WriteAsync(record with { ReadAt = startedAt, WrittenAt = episode.WrittenAt() }, CancellationToken.None);
        await reports.WriteAsync([.. change.Outcome.Files.Select(file => StoredFileReport.Of(file, slug))], CancellationToken.None);
        people.Wrote(record);
    }
}
