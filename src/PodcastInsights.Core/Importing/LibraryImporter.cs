using System.Globalization;
using System.Security.Cryptography;
using System.Threading.Channels;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts;

namespace PodcastInsights.Core.Importing;

/// <summary>
/// Brings the store in step with a library folder: reads the episodes whose files changed, writes each in one transaction, and
/// removes those whose files are gone. Files are parsed side by side, and written one after the other.
/// </summary>
public sealed class LibraryImporter(ILibraryWriter writer, TimeProvider clock)
{
    /// <summary>Parsed episodes that may wait for the writer; bounds the memory of a large import.</summary>
    private const int Waiting = 16;

    /// <exception cref="DirectoryNotFoundException">There is no such folder; the store is left as it is.</exception>
    public async Task<ImportReport> ImportAsync(string folder, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var episodes = LibraryFolder.Episodes(folder);
        var stored = await writer.ContentHashesAsync(cancellationToken);
        var read = Channel.CreateBounded<ReadEpisode>(Waiting);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = ReadAllAsync(episodes, stored, read.Writer, stop.Token);

        var written = 0;
        var unchanged = 0;
        var done = 0;
        var files = new List<FileReport>();
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
        foreach (var slug in gone)
        {
            await writer.RemoveAsync(slug, cancellationToken);
        }

        if (written + gone.Count > 0)
        {
            await writer.CompleteAsync(cancellationToken);
        }

        files.Sort(static (left, right) => string.CompareOrdinal(left.Path, right.Path));
        return new ImportReport(written, unchanged, gone.Count, clock.GetElapsedTime(started), files);
    }

    private static async Task ReadAllAsync(
        IReadOnlyList<EpisodeFiles> episodes,
        IReadOnlyDictionary<EpisodeSlug, string> stored,
        ChannelWriter<ReadEpisode> read,
        CancellationToken cancellationToken)
    {
        var failure = (Exception?)null;
        try
        {
            await Parallel.ForEachAsync(
                episodes,
                cancellationToken,
                async (episode, cancellation) => await read.WriteAsync(await ReadAsync(episode, stored, cancellation), cancellation));
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

    private static async Task<ReadEpisode> ReadAsync(
        EpisodeFiles episode, IReadOnlyDictionary<EpisodeSlug, string> stored, CancellationToken cancellationToken)
    {
        var contents = new List<(LibraryFile File, byte[] Bytes)>();
        var reports = new List<FileReport>();
        foreach (var file in episode.Files)
        {
            try
            {
                contents.Add((file, await File.ReadAllBytesAsync(file.FullPath, cancellationToken)));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                reports.Add(new FileReport(file.Path, null, 0, [new Diagnostic(DiagnosticSeverity.Error, "file.unreadable", file.Path, 0, exception.Message)]));
            }
        }

        var known = stored.GetValueOrDefault(episode.Slug);
        if (reports.Count == 0 && known == HashOf(contents))
        {
            return new ReadEpisode(episode.Files[0].Path, null, Unchanged: true, []);
        }

        var transcripts = new List<Transcript>();
        var understood = new List<(LibraryFile File, byte[] Bytes)>();
        foreach (var content in contents)
        {
            var file = Understand(content.File, content.Bytes);
            var diagnostics = file.Diagnostics.Concat(episode.Diagnostics.Where(diagnostic => diagnostic.Path == file.Path)).ToList();
            if (file.Transcript is { } transcript)
            {
                understood.Add(content);
                if (transcripts.Find(edition => edition.Language == transcript.Language) is { } first)
                {
                    diagnostics.Add(new Diagnostic(
                        DiagnosticSeverity.Warning, "library.second-of-language", file.Path, 0, $"'{first.Path}' is the episode's edition in this language already; this file is not shown."));
                }
                else
                {
                    transcripts.Add(transcript with { Diagnostics = diagnostics });
                }
            }
            else if (known is not null)
            {
                diagnostics.Add(new Diagnostic(
                    DiagnosticSeverity.Error, "file.last-good-kept", file.Path, 0, $"The file can no longer be understood; the last good version of '{episode.Slug}' stays."));
            }

            reports.Add(new FileReport(file.Path, file.Transcript?.Format, file.Transcript?.Turns.Count ?? 0, diagnostics));
        }

        // With one edition unreadable, a stored episode stays as it was; a new one is better with the others than not at all. Its hash is
        // then that of the files understood, so that the next import looks at all of them again.
        var complete = understood.Count == episode.Files.Count;
        var import = transcripts.Count > 0 && (complete || known is null)
            ? new ImportedEpisode(episode.Slug, HashOf(understood), transcripts)
            : null;
        return new ReadEpisode(episode.Files[0].Path, import, Unchanged: false, reports);
    }

    /// <summary>A fault of the parser must cost one file, not the library.</summary>
    private static TranscriptFile Understand(LibraryFile file, byte[] bytes)
    {
        try
        {
            return TranscriptFile.Read(file, bytes);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return new TranscriptFile(
                file.Path, null, [], [new Diagnostic(DiagnosticSeverity.Error, "file.parser-fault", file.Path, 0, $"The parser failed on this file, which is a fault of the parser: {fault}")]);
        }
    }

    /// <summary>Of the parser's version and each file's name and bytes, in order.</summary>
    private static string HashOf(IEnumerable<(LibraryFile File, byte[] Bytes)> contents)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(BitConverter.GetBytes(TranscriptReader.Version));
        foreach (var (file, bytes) in contents)
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{file.Path}\n{bytes.Length}\n")));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <param name="Import">Null where there is nothing to write.</param>
    private sealed record ReadEpisode(string Path, ImportedEpisode? Import, bool Unchanged, IReadOnlyList<FileReport> Files);
}
