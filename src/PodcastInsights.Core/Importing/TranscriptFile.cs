using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts;

namespace PodcastInsights.Core.Importing;

/// <summary>A file that was read: its edition, or the diagnostics that say why there is none.</summary>
/// <param name="Edition">Null where the file holds no transcript.</param>
/// <param name="Votes">The vote of each format, the highest first; empty where the file is not text.</param>
public sealed record TranscriptFile(
    string Path, Edition? Edition, IReadOnlyList<(string Format, FormatVote Vote)> Votes, IReadOnlyList<Diagnostic> Diagnostics)
{
    private const int MostDiagnostics = 1000;

    /// <summary>The parser's exception, for developers; null where there was none. It must not be shown on pages.</summary>
    public Exception? Fault { get; init; }

    public static TranscriptFile Read(LibraryFile file, byte[] bytes) => Read(file, bytes, ImportLimits.Default);

    /// <summary>Parses the bytes of a file. Malformed content gives diagnostics, never an exception.</summary>
    public static TranscriptFile Read(LibraryFile file, byte[] bytes, ImportLimits limits)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(limits);
        var diagnostics = new List<Diagnostic>();
        if (bytes.Length == 0)
        {
            diagnostics.Add(new Diagnostic(DiagnosticSeverity.Warning, "file.empty", file.Path, 0, "The file is empty."));
            return new TranscriptFile(file.Path, null, [], diagnostics);
        }

        var (text, doubt) = DecodedText.Of(file.Path, bytes);
        if (doubt is not null)
        {
            diagnostics.Add(doubt);
        }

        if (text is null)
        {
            return new TranscriptFile(file.Path, null, [], diagnostics);
        }

        if (LinesOf(text) is var lines && lines > limits.FileLines)
        {
            return Beyond(
                "file.too-many-lines",
                $"The file has {lines} lines and may have {limits.FileLines} (Import:FileLines); it was not read.",
                []);
        }

        var source = new SourceText(file.Path, text) { Catalogued = file.Catalogued?.Metadata };
        var recognition = TranscriptReader.Recognise(source);
        var votes = recognition.Votes;
        var transcript = TranscriptReader.Read(source, recognition, file.Language, diagnostics);
        if (transcript is null && diagnostics.Exists(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            return new TranscriptFile(file.Path, null, votes, diagnostics);
        }

        if (transcript is null)
        {
            diagnostics.Add(new Diagnostic(
                DiagnosticSeverity.Warning,
                "file.not-a-transcript",
                file.Path,
                0,
                votes is [{ Vote.Share: > 0 } best, ..]
                    ? $"No turns found: the nearest format, {best.Format}, explains {best.Vote.Explained} of {Counted.Of(best.Vote.Lines, "line")}."
                    : "No turns found: the file is in none of the known formats."));
            return new TranscriptFile(file.Path, null, votes, diagnostics);
        }

        if (transcript.Turns.Count > limits.FileTurns)
        {
            return Beyond(
                "file.too-many-turns",
                $"The file has {transcript.Turns.Count} turns and may have {limits.FileTurns} (Import:FileTurns).",
                votes);
        }

        diagnostics.AddRange(transcript.Diagnostics);
        diagnostics = Bounded(file, diagnostics);
        return new TranscriptFile(file.Path, transcript with { Diagnostics = diagnostics }, votes, diagnostics);

        TranscriptFile Beyond(string code, FormattableString message, IReadOnlyList<(string Format, FormatVote Vote)> votes) =>
            new(
                file.Path,
                null,
                votes,
                [.. diagnostics, new Diagnostic(DiagnosticSeverity.Error, code, file.Path, 0, FormattableString.Invariant(message))]);
    }

    private static int LinesOf(string text)
    {
        var lines = 0;
        foreach (var _ in text.AsSpan().EnumerateLines())
        {
            lines++;
        }

        return lines;
    }

    /// <summary>Limits the diagnostics of a file: the first of each code is kept, then the most severe.</summary>
    private static List<Diagnostic> Bounded(LibraryFile file, List<Diagnostic> diagnostics)
    {
        if (diagnostics.Count <= MostDiagnostics)
        {
            return diagnostics;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var kept = diagnostics
            .Select(diagnostic => (diagnostic, IsFirst: seen.Add(diagnostic.Code)))
            .OrderByDescending(one => one.IsFirst)
            .ThenByDescending(one => one.diagnostic.Severity)
            .Take(MostDiagnostics)
            .Select(one => one.diagnostic)
            .OrderBy(diagnostic => diagnostic.Line)
            .ToList();
        kept.Add(new Diagnostic(
            DiagnosticSeverity.Info,
            "file.more-diagnostics",
            file.Path,
            0,
            FormattableString.Invariant($"{diagnostics.Count - MostDiagnostics} more like these.")));
        return kept;
    }
}
