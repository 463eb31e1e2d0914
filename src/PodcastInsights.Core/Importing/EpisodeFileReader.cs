using System.Security.Cryptography;
using System.Text;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts;

namespace PodcastInsights.Core.Importing;

/// <summary>Reads the files of one episode in sequence, so that the bytes of one file at most are in memory.</summary>
internal sealed class EpisodeFileReader(BoundedReader reader, ImportLimits limits)
{
    /// <summary>Gets the current state of the files. Opens only those whose file system state has changed.</summary>
    /// <param name="before">The files as the previous import saw them.</param>
    /// <returns>
    /// The files, and a hash of the parser's version and of each file's name, bytes and catalogue entry; null where a file cannot be
    /// opened.
    /// </returns>
    public async Task<(string Hash, IReadOnlyList<SourceFile> Sources)?> LookAtAsync(
        EpisodeFiles episode, IReadOnlyList<SourceFile> before, CancellationToken cancellationToken)
    {
        var sources = new List<SourceFile>(episode.Files.Count);
        foreach (var file in episode.Files)
        {
            var seen = before.FirstOrDefault(source => source.Path == file.Path);
            if (await reader.LookAtAsync(file, seen, cancellationToken) is not { } source)
            {
                return null;
            }

            sources.Add(source);
        }

        return (HashOf(episode.Files.Zip(sources)), sources);
    }

    /// <summary>
    /// Parses every file. The first file of each language becomes an edition, until <see cref="ImportLimits.EpisodeBytes"/> is reached.
    /// </summary>
    public async Task<EpisodeReading> ReadAsync(EpisodeFiles episode, CancellationToken cancellationToken)
    {
        var editions = new List<Edition>();
        var reports = new List<FileReport>(episode.Files.Count);
        var understood = new List<(LibraryFile File, SourceFile Source)>();
        var inVain = new List<(LibraryFile File, SourceFile Source, SkippedFile Skipped)>();
        var bytes = 0L;
        foreach (var file in episode.Files)
        {
            var (read, length, source) = await reader.ReadAsync(file, cancellationToken);
            var diagnostics = read.Diagnostics.Concat(episode.Diagnostics.Where(diagnostic => diagnostic.Path == file.Path)).ToList();
            if (read.Edition is { } transcript)
            {
                if (editions.Find(edition => edition.Language == transcript.Language) is { } first)
                {
                    understood.Add((file, source!));
                    diagnostics.Add(new Diagnostic(
                        DiagnosticSeverity.Warning,
                        "library.second-of-language",
                        file.Path,
                        0,
                        $"'{first.Path}' is the episode's edition in this language already; this file is not shown."));
                }
                else if ((bytes += length) > limits.EpisodeBytes)
                {
                    diagnostics.Add(new Diagnostic(
                        DiagnosticSeverity.Error,
                        "file.too-large",
                        file.Path,
                        0,
                        FormattableString.Invariant(
                            $"The editions of this episode together have more than {limits.EpisodeBytes} bytes; this one was not taken.")));
                }
                else
                {
                    understood.Add((file, source!));
                    editions.Add(transcript with { Diagnostics = diagnostics });
                    editions.AddRange(transcript.Translations.Where(
                        translation => !editions.Exists(edition => edition.Language == translation.Language)));
                }
            }

            var report = new FileReport(file.Path, read.Edition?.Format, read.Edition?.Turns.Count ?? 0, diagnostics) { Fault = read.Fault };
            reports.Add(report);
            if (read.Edition is null && !report.Failed && report.Skipped is { } skipped && source is not null)
            {
                inVain.Add((file, source, skipped));
            }
        }

        return new EpisodeReading(
            editions,
            reports,
            understood.Count == episode.Files.Count,
            HashOf(understood),
            [.. understood.Select(file => file.Source)],
            inVain.Count < episode.Files.Count
                ? null
                : new PassedOverFiles(
                    episode.Slug,
                    HashOf(inVain.Select(file => (file.File, file.Source))),
                    [.. inVain.Select(file => file.Source)],
                    [.. inVain.Select(file => file.Skipped)]));
    }

    private static string HashOf(IEnumerable<(LibraryFile File, SourceFile Source)> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(BitConverter.GetBytes(TranscriptReader.Version));
        foreach (var (file, source) in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\n{source.Digest}\n{file.Catalogued?.Digest}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
