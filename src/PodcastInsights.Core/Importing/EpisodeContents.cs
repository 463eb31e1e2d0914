using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts;

namespace PodcastInsights.Core.Importing;

/// <summary>The bytes of an episode's files, and the files that could not be opened.</summary>
internal sealed record EpisodeContents(EpisodeFiles Episode, IReadOnlyList<(LibraryFile File, byte[] Bytes)> Files, IReadOnlyList<FileReport> Unreadable)
{
    /// <summary>Of the parser's version and each file's name and bytes, in order.</summary>
    public string Hash { get; } = HashOf(Files);

    public static async Task<EpisodeContents> LoadAsync(EpisodeFiles episode, BoundedReader reader, CancellationToken cancellationToken)
    {
        var files = new List<(LibraryFile File, byte[] Bytes)>();
        var unreadable = new List<FileReport>();
        foreach (var file in episode.Files)
        {
            var (bytes, problem) = await reader.BytesAsync(file, cancellationToken);
            if (bytes is not null)
            {
                files.Add((file, bytes));
            }
            else
            {
                unreadable.Add(new FileReport(file.Path, null, 0, [problem!]));
            }
        }

        return new EpisodeContents(episode, files, unreadable);
    }

    /// <summary>Understands every file; the episode's editions are the first of each language.</summary>
    public async Task<EpisodeReading> ReadAsync(BoundedReader reader, CancellationToken cancellationToken)
    {
        var editions = new List<Transcript>();
        var reports = Unreadable.ToList();
        var understood = new List<(LibraryFile File, byte[] Bytes)>();
        foreach (var content in Files)
        {
            var file = await reader.ReadAsync(content.File, content.Bytes, cancellationToken);
            var diagnostics = file.Diagnostics.Concat(Episode.Diagnostics.Where(diagnostic => diagnostic.Path == file.Path)).ToList();
            if (file.Transcript is { } transcript)
            {
                understood.Add(content);
                if (editions.Find(edition => edition.Language == transcript.Language) is { } first)
                {
                    diagnostics.Add(new Diagnostic(
                        DiagnosticSeverity.Warning, "library.second-of-language", file.Path, 0, $"'{first.Path}' is the episode's edition in this language already; this file is not shown."));
                }
                else
                {
                    editions.Add(transcript with { Diagnostics = diagnostics });
                }
            }

            reports.Add(new FileReport(file.Path, file.Transcript?.Format, file.Transcript?.Turns.Count ?? 0, diagnostics));
        }

        return new EpisodeReading(editions, reports, understood.Count == Episode.Files.Count, HashOf(understood));
    }

    private static string HashOf(IEnumerable<(LibraryFile File, byte[] Bytes)> contents)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(BitConverter.GetBytes(TranscriptReader.Version));
        foreach (var (file, bytes) in contents)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{file.Path}\n{bytes.Length}\n")));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>What an episode's files hold.</summary>
/// <param name="Complete">Whether every file was understood.</param>
/// <param name="Hash">Of the files that were.</param>
internal sealed record EpisodeReading(IReadOnlyList<Transcript> Editions, IReadOnlyList<FileReport> Reports, bool Complete, string Hash)
{
    public IEnumerable<Appearance> Appearances(EpisodeSlug slug) => Editions
        .SelectMany(edition => edition.Speakers.Select(speaker => new Appearance(slug, Editions[0].Show, speaker.Name, speaker.Role)))
        .DistinctBy(appearance => appearance.Name);
}
