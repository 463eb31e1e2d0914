using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing.Records;

namespace PodcastInsights.Core.Importing;

/// <summary>Compares the files of an episode with what is stored, and parses them where they differ. Writes nothing; thread-safe.</summary>
/// <param name="stored">The episodes as they were when the import began.</param>
internal sealed class EpisodeChangeReader(
    EpisodeFileReader reader,
    IReadOnlyDictionary<EpisodeSlug, StoredEpisode> stored,
    PassedOverRegister passedOver,
    LibraryPeople people)
{
    public async Task<EpisodeChange> ReadAsync(EpisodeFiles episode, CancellationToken cancellationToken)
    {
        var known = stored.GetValueOrDefault(episode.Slug);
        return (known is null
                ? await PassedOverAgainAsync(episode, cancellationToken)
                : await UnchangedAsync(episode, known, cancellationToken))
            ?? await ChangedAsync(episode, known, cancellationToken);
    }

    /// <returns>Null where the files are not the ones in which an earlier import found nothing.</returns>
    private async Task<EpisodeChange?> PassedOverAgainAsync(EpisodeFiles episode, CancellationToken cancellationToken)
    {
        if (passedOver.Find(episode.Slug) is not { } before
            || await reader.LookAtAsync(episode, before.Files, cancellationToken) is not var (hash, sources)
            || before.ContentHash != hash)
        {
            return null;
        }

        return new EpisodeChange(new EpisodeOutcome(episode.Slug, EpisodeAction.Left, [])
        {
            Unused = before.Skipped,
            PassedOver = before with { Files = sources },
        });
    }

    /// <returns>Null where the files have changed since the episode was stored.</returns>
    private async Task<EpisodeChange?> UnchangedAsync(EpisodeFiles episode, StoredEpisode known, CancellationToken cancellationToken)
    {
        if (await reader.LookAtAsync(episode, known.Files, cancellationToken) is not var (hash, sources) || known.ContentHash != hash)
        {
            return null;
        }

        // A file that is none of the editions is the second one of its language.
        var unused = episode.Files.Where(file => known.Sources.All(source => source.Path != file.Path))
            .Select(file => new SkippedFile(file.Path, SkipReason.SecondOfLanguage))
            .ToList();
        return new EpisodeChange(
            new EpisodeOutcome(episode.Slug, EpisodeAction.Unchanged, []) { Unused = unused },
            Files: sources.SequenceEqual(known.Files) ? null : sources);
    }

    private async Task<EpisodeChange> ChangedAsync(EpisodeFiles episode, StoredEpisode? known, CancellationToken cancellationToken)
    {
        var reading = await reader.ReadAsync(episode, cancellationToken);

        // When one of several editions cannot be read, a stored episode stays as it was, and a new one is stored with the others. Its hash
        // then covers only the readable files, so that the next import tries all of them again.
        if (reading.Editions.Count > 0 && (reading.Complete || known is null))
        {
            var imported = new ImportedEpisode(episode.Slug, reading.Hash, ParallelEditions.Anchored(reading.Editions))
            {
                Files = reading.Sources,
                Recordings = episode.Recordings,
            };
            return new EpisodeChange(
                new EpisodeOutcome(episode.Slug, EpisodeAction.Written, reading.Reports),
                EpisodeRecordBuilder.Build(imported, cast => people.Identify(episode.Slug, cast)));
        }

        return new EpisodeChange(known is null
            ? new EpisodeOutcome(episode.Slug, EpisodeAction.Left, reading.Reports) { PassedOver = reading.InVain }
            : new EpisodeOutcome(
                episode.Slug, EpisodeAction.Left, [.. reading.Reports.Select(report => WithLastGoodKept(report, episode.Slug))]));
    }

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
}
