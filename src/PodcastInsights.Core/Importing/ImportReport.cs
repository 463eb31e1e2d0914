using System.Globalization;
using System.Text;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Importing;

/// <summary>The progress of an import.</summary>
/// <param name="Path">The file just read, relative to the library folder.</param>
public readonly record struct ImportProgress(int Done, int Total, string Path);

/// <summary>A file that an import read.</summary>
/// <param name="Format">Null where no format matches the file.</param>
public sealed record FileReport(string Path, string? Format, int Turns, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>The parser's exception, for the log; null where there was none.</summary>
    public Exception? Fault { get; init; }

    public bool Failed => Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>The reason why the file is part of no episode, although it did not fail; null where it is part of one.</summary>
    internal SkippedFile? Skipped => Diagnostics
        .Select(diagnostic => diagnostic.Code switch
        {
            "file.not-a-transcript" => SkipReason.NotATranscript,
            "file.empty" => SkipReason.Empty,
            "library.second-of-language" => SkipReason.SecondOfLanguage,
            _ => (SkipReason?)null,
        })
        .OfType<SkipReason>()
        .Select(reason => new SkippedFile(Path, reason))
        .FirstOrDefault();
}

/// <summary>What an import did: counts of episodes, and reports on the files that it read.</summary>
/// <param name="Unchanged">Number of episodes whose files had not changed.</param>
/// <param name="Removed">Number of episodes whose files are gone.</param>
public sealed record ImportReport(int Written, int Unchanged, int Removed, TimeSpan Elapsed, IReadOnlyList<FileReport> Files)
{
    /// <summary>The largest number of skipped files in a report. Reports stay in memory until the next import.</summary>
    internal const int MostSkipped = 10_000;

    /// <summary>The largest number of failed files that a console shows.</summary>
    private const int MostShown = 20;

    /// <summary>Files that are part of no episode although they did not fail, by path; at most <see cref="MostSkipped"/>.</summary>
    public IReadOnlyList<SkippedFile> Skipped { get; init; } = [];

    /// <summary>The number of all skipped files.</summary>
    public int SkippedCount { get; init; }

    /// <summary>Number of episodes in which a name was mapped to another person than before.</summary>
    public int Reassigned { get; init; }

    /// <summary>Number of files that could not be read. Their episodes are as they were before.</summary>
    public int Failed => Files.Count(file => file.Failed);

    /// <summary>Number of episodes in the folder.</summary>
    public int Episodes => Written + Unchanged;

    /// <summary>
    /// A summary for a console, of a few lines whatever the size of the library: the counts, the failed files with their reasons, and the
    /// number of diagnostics by code.
    /// </summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{Counted.Of(Episodes, "episode")}. Files that are not transcripts: {SkippedCount}. Files that failed: {Failed}.");
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{Counted.Of(Written, "episode")} written, {Unchanged} unchanged, {Removed} removed, in {Elapsed.TotalSeconds:0.00} s.");
        if (Reassigned > 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"Speakers were assigned to other people in {Counted.Of(Reassigned, "episode")}.");
        }

        foreach (var file in Files.Where(file => file.Failed).Take(MostShown))
        {
            var error = file.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            text.AppendLine(UnicodeText.OnOneLine(
                string.Create(CultureInfo.InvariantCulture, $"{file.Path}:{error.Line}: {error.Code}: {error.Message}")));
        }

        if (Failed > MostShown)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"and {Failed - MostShown} more that failed");
        }

        AppendCounts(text, "Not transcripts", Skipped.Select(file => file.Code));
        AppendCounts(text, "Warnings", CodesOf(DiagnosticSeverity.Warning));
        AppendCounts(text, "Notes", CodesOf(DiagnosticSeverity.Info));
        return text.ToString();
    }

    private IEnumerable<string> CodesOf(DiagnosticSeverity severity) => Files
        .SelectMany(file => file.Diagnostics)
        .Where(diagnostic => diagnostic.Severity == severity)
        .Select(diagnostic => diagnostic.Code);

    private static void AppendCounts(StringBuilder text, string what, IEnumerable<string> codes)
    {
        var counts = codes
            .CountBy(code => code)
            .OrderByDescending(code => code.Value).ThenBy(code => code.Key, StringComparer.Ordinal)
            .Select(code => string.Create(CultureInfo.InvariantCulture, $"{code.Key} ×{code.Value}"))
            .ToList();
        if (counts.Count > 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{what}: {string.Join(", ", counts)}");
        }
    }
}
