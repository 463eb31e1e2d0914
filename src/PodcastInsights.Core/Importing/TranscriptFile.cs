using System.Text;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts;

namespace PodcastInsights.Core.Importing;

/// <summary>A file that was read: its transcript, or the diagnostics that say why there is none.</summary>
/// <param name="Edition">Null where the file holds none.</param>
/// <param name="Votes">What each format made of the lines, the best first; empty where the file is no text.</param>
public sealed record TranscriptFile(
    string Path, Edition? Edition, IReadOnlyList<(string Format, FormatVote Vote)> Votes, IReadOnlyList<Diagnostic> Diagnostics)
{
    private const int MostDiagnostics = 1000;

    /// <summary>A text with a few damaged places is still worth reading; one in twenty characters is no damage.</summary>
    private const int MostInvalid = 20;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static TranscriptFile Read(LibraryFile file, byte[] bytes) => Read(file, bytes, ImportLimits.Default);

    /// <summary>Understands the bytes of a file. Odd content gives diagnostics, never an exception.</summary>
    public static TranscriptFile Read(LibraryFile file, byte[] bytes, ImportLimits limits)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(limits);
        var diagnostics = new List<Diagnostic>();
        if (TextOf(file, bytes, diagnostics) is not { } text)
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

        var source = new SourceText(file.Path, text);
        var recognition = TranscriptReader.Recognise(source);
        var votes = recognition.Votes;
        var transcript = TranscriptReader.Read(source, recognition, file.Language);
        if (transcript is null)
        {
            diagnostics.Add(new Diagnostic(
                DiagnosticSeverity.Warning,
                "file.not-a-transcript",
                file.Path,
                0,
                votes is [{ Vote.Share: > 0 } best, ..]
                    ? $"No turns found: the nearest format, {best.Format}, explains {best.Vote.Explained} of {best.Vote.Lines} lines."
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

    /// <summary>The first so many, the worst before the others: a file that is odd in every line says no more by its millionth.</summary>
    private static List<Diagnostic> Bounded(LibraryFile file, List<Diagnostic> diagnostics)
    {
        if (diagnostics.Count <= MostDiagnostics)
        {
            return diagnostics;
        }

        var kept = diagnostics
            .OrderByDescending(diagnostic => diagnostic.Severity)
            .Take(MostDiagnostics)
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

    private static string? TextOf(LibraryFile file, byte[] bytes, List<Diagnostic> diagnostics)
    {
        if (bytes.Length == 0)
        {
            diagnostics.Add(new Diagnostic(DiagnosticSeverity.Warning, "file.empty", file.Path, 0, "The file is empty."));
            return null;
        }

        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            var text = (bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(bytes, 2, bytes.Length - 2);
            return text.Contains('\0', StringComparison.Ordinal)
                ? Refuse(1 + text.AsSpan(0, text.IndexOf('\0', StringComparison.Ordinal)).Count('\n'))
                : text;
        }

        if (bytes.AsSpan().IndexOf((byte)0) is >= 0 and var nul)
        {
            return Refuse(LineAt(bytes, nul));
        }

        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException invalid)
        {
            var text = Encoding.UTF8.GetString(bytes);
            var line = LineAt(bytes, invalid.Index);
            if (PlacesOf('\uFFFD', text) > text.Length / MostInvalid)
            {
                diagnostics.Add(new Diagnostic(
                    DiagnosticSeverity.Error,
                    "file.not-utf8",
                    file.Path,
                    line,
                    "The file is no text in UTF-8: it is binary or in another encoding. It was not read."));
                return null;
            }

            diagnostics.Add(new Diagnostic(
                DiagnosticSeverity.Warning,
                "file.invalid-utf8",
                file.Path,
                line,
                "The file is not valid UTF-8 here; such bytes are shown as \uFFFD."));
            return text;
        }

        string? Refuse(int line)
        {
            diagnostics.Add(new Diagnostic(
                DiagnosticSeverity.Error, "file.binary", file.Path, line, "The file holds NUL bytes, so it is no text; it was not read."));
            return null;
        }
    }

    /// <summary>How many runs of the character there are: one damaged letter can make several of it.</summary>
    private static int PlacesOf(char character, string text)
    {
        var places = 0;
        for (var i = 0; i < text.Length; i++)
        {
            places += text[i] == character && (i == 0 || text[i - 1] != character) ? 1 : 0;
        }

        return places;
    }

    private static int LineAt(byte[] bytes, int index) => 1 + bytes.AsSpan(0, Math.Clamp(index, 0, bytes.Length)).Count((byte)'\n');
}
