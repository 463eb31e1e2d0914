using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts;

namespace PodcastInsights.Core.Importing;

/// <summary>
/// Brings the store in step with a library folder: reads the episodes whose files changed, writes each in one transaction, and
/// removes those whose files are gone. First it learns who speaks in all of them, since a name in one may be told by another;
/// then it writes what is not as it should be. Files are read side by side, and written one after the other.
/// </summary>
public sealed class LibraryImporter(ILibraryWriter writer, TimeProvider clock, ImportLimits limits)
{
    /// <summary>Parsed episodes that may wait for the writer; bounds the memory of a large import.</summary>
    private const int Waiting = 16;

    /// <summary>Bytes of files whose reading is kept from the survey to the writing; what is beyond is read again, so that memory stays level.</summary>
    private const long KeptBytes = 48L << 20;

    private readonly BoundedReader reader = new(limits, clock);

    public LibraryImporter(ILibraryWriter writer, TimeProvider clock)
        : this(writer, clock, ImportLimits.Default)
    {
    }

    /// <exception cref="DirectoryNotFoundException">There is no such folder; the store is left as it is.</exception>
    public async Task<ImportReport> ImportAsync(string folder, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var listing = LibraryFolder.List(folder);
        var episodes = listing.Episodes;
        var stored = (await writer.StoredEpisodesAsync(cancellationToken)).ToDictionary(episode => episode.Slug);
        var (known, mistakes) = SpeakersFile.Read(folder);
        var surveys = await SurveyAsync(episodes, stored, cancellationToken);
        var directory = new SpeakerDirectory([.. surveys.Values.SelectMany(survey => survey.Appearances)], known);

        var written = 0;
        var unchanged = 0;
        var done = 0;
        var files = listing.Unlisted.Concat(mistakes).Select(mistake => new FileReport(mistake.Path, null, 0, [mistake])).ToList();
        var read = Channel.CreateBounded<ReadEpisode>(Waiting);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = ReadAllAsync(episodes, episode => ReadAsync(episode, stored.GetValueOrDefault(episode.Slug), surveys[episode.Slug], directory, stop.Token), read.Writer, stop.Token);
        try
        {
            await foreach (var episode in read.Reader.ReadAllAsync(cancellationToken))
            {
                files.AddRange(episode.Files);
                if (episode.Import is { } import)
                {
                    await writer.WriteAsync(import, cancellationToken);
                    written++;
                }

                unchanged += episode.Unchanged ? 1 : 0;
                progress?.Report(new ImportProgress(++done, episodes.Count, episode.Path));
            }
        }
        finally
        {
            // Where writing failed, readers must not wait for a channel that nobody empties.
            await stop.CancelAsync();
        }

        await reading;
        var gone = stored.Keys.Except(episodes.Select(episode => episode.Slug)).ToList();
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
        files.Sort(static (left, right) => string.CompareOrdinal(left.Path, right.Path));
        return new ImportReport(written, unchanged, gone.Count, clock.GetElapsedTime(started), files);
    }

    /// <summary>Where files were not seen for another cause than that they are gone, their episodes stay; null where they are to go.</summary>
    private Diagnostic? WhyNothingIsGone(LibraryListing listing, int episodes) =>
        listing.Unlisted.Count > 0
            ? new Diagnostic(DiagnosticSeverity.Error, "library.partly-unreadable", ".", 0, $"{episodes} episodes have no file in the folders that could be read. They stay until all folders can be.")
            : listing.Episodes.Count == 0 && !limits.EmptyFolderRemovesAll
                ? new Diagnostic(DiagnosticSeverity.Error, "library.empty", ".", 0, $"The folder holds no transcript at all, as one whose disk is not mounted. The {episodes} stored episodes stay; Import:EmptyFolderRemovesAll=true lets them go.")
                : null;

    /// <summary>Who speaks in each episode: from the store where its files are as they were, from the files where not.</summary>
    private async Task<ConcurrentDictionary<EpisodeSlug, Survey>> SurveyAsync(
        IReadOnlyList<EpisodeFiles> episodes, Dictionary<EpisodeSlug, StoredEpisode> stored, CancellationToken cancellationToken)
    {
        var surveys = new ConcurrentDictionary<EpisodeSlug, Survey>();
        var kept = 0L;
        await Parallel.ForEachAsync(episodes, cancellationToken, async (episode, cancellation) =>
        {
            var contents = await EpisodeContents.LoadAsync(episode, reader, cancellation);
            if (stored.GetValueOrDefault(episode.Slug) is { } known && known.ContentHash.StartsWith(contents.Hash, StringComparison.Ordinal))
            {
                surveys[episode.Slug] = new Survey([.. known.Speakers.Select(speaker => new Appearance(episode.Slug, known.Show, speaker.Name, speaker.Role))], null);
                return;
            }

            var reading = await contents.ReadAsync(reader, cancellation);
            var keep = Interlocked.Add(ref kept, contents.Files.Sum(file => file.Bytes.LongLength)) <= KeptBytes;
            surveys[episode.Slug] = new Survey([.. reading.Appearances(episode.Slug)], keep ? reading : null);
        });
        return surveys;
    }

    private static async Task ReadAllAsync(
        IReadOnlyList<EpisodeFiles> episodes, Func<EpisodeFiles, Task<ReadEpisode>> readAsync, ChannelWriter<ReadEpisode> read, CancellationToken cancellationToken)
    {
        var failure = (Exception?)null;
        try
        {
            await Parallel.ForEachAsync(
                episodes,
                cancellationToken,
                async (episode, cancellation) => await read.WriteAsync(await readAsync(episode), cancellation));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The writer has given up and says why.
        }
        catch (Exception exception)
        {
            failure = exception;
            throw;
        }
        finally
        {
            read.Complete(failure);
        }
    }

    private async Task<ReadEpisode> ReadAsync(
        EpisodeFiles episode, StoredEpisode? known, Survey survey, SpeakerDirectory directory, CancellationToken cancellationToken)
    {
        var identities = survey.Appearances.ToDictionary(appearance => appearance.Name, directory.Identify, StringComparer.Ordinal);
        var suffix = "." + HashOf(identities);
        var reading = survey.Reading;
        if (reading is null)
        {
            var contents = await EpisodeContents.LoadAsync(episode, reader, cancellationToken);
            if (contents.Unreadable.Count == 0 && known?.ContentHash == contents.Hash + suffix)
            {
                return new ReadEpisode(episode.Files[0].Path, null, Unchanged: true, []);
            }

            reading = await contents.ReadAsync(reader, cancellationToken);
        }

        // With one edition unreadable, a stored episode stays as it was; a new one is better with the others than not at all. Its hash is
        // then that of the files understood, so that the next import looks at all of them again.
        var write = reading.Editions.Count > 0 && (reading.Complete || known is null);
        return new ReadEpisode(
            episode.Files[0].Path,
            write ? new ImportedEpisode(episode.Slug, reading.Hash + suffix, TwinEditions.Anchored([.. reading.Editions.Select(edition => Identified(edition, identities))])) : null,
            Unchanged: false,
            known is null || write ? reading.Reports : [.. reading.Reports.Select(report => WithLastGoodKept(report, episode.Slug))]);
    }

    /// <summary>Gives each speaker the person's slug, and says of each name that is another's why.</summary>
    private static Transcript Identified(Transcript edition, Dictionary<string, SpeakerIdentity> identities)
    {
        var diagnostics = edition.Diagnostics.ToList();
        var speakers = new List<Speaker>(edition.Speakers.Count);
        foreach (var speaker in edition.Speakers)
        {
            if (!identities.TryGetValue(speaker.Name, out var identity))
            {
                speakers.Add(speaker);
                continue;
            }

            speakers.Add(speaker with { Slug = identity.Slug, Role = identity.Role ?? speaker.Role, Person = identity.Reason is null ? null : identity.Name });
            if (identity.Reason is { } reason)
            {
                diagnostics.Add(new Diagnostic(DiagnosticSeverity.Info, "speaker.merged", edition.Path, 0, $"'{speaker.Name}' is taken to be {identity.Name}: {reason}."));
            }
        }

        return edition with { Speakers = speakers, Diagnostics = diagnostics };
    }

    private static FileReport WithLastGoodKept(FileReport report, EpisodeSlug slug) => report.Format is not null
        ? report
        : report with
        {
            Diagnostics = [.. report.Diagnostics, new Diagnostic(DiagnosticSeverity.Error, "file.last-good-kept", report.Path, 0, $"The file can no longer be understood; the last good version of '{slug}' stays.")],
        };

    private static string HashOf(Dictionary<string, SpeakerIdentity> identities)
    {
        var text = string.Join('\n', identities.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}\t{pair.Value}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
    }

    /// <param name="Reading">Null where the files are as they were, or were too many to keep.</param>
    private sealed record Survey(IReadOnlyList<Appearance> Appearances, EpisodeReading? Reading);

    /// <param name="Import">Null where there is nothing to write.</param>
    private sealed record ReadEpisode(string Path, ImportedEpisode? Import, bool Unchanged, IReadOnlyList<FileReport> Files);
}
