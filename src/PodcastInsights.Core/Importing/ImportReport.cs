using System.Globalization;
using System.Text;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Importing;

/// <summary>How far an import is.</summary>
/// <param name="Path">The file just read, relative to the library folder.</param>
public readonly record struct ImportProgress(int Done, int Total, string Path);

/// <summary>A file that an import read.</summary>
/// <param name="Format">Null where no format explains it.</param>
public sealed record FileReport(string Path, string? Format, int Turns, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>What the parser threw, for the log; null where it did not.</summary>
    public Exception? Fault { get; init; }

    public bool Failed => Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>Why the file is no part of an episode, though nothing went wrong with it; null where it is one.</summary>
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

/// <summary>What an import did, in episodes, and the files that it read for it.</summary>
/// <param name="Unchanged">Episodes whose files are as they were; these were not read.</param>
/// <param name="Removed">Episodes whose files are gone.</param>
public sealed record ImportReport(int Written, int Unchanged, int Removed, TimeSpan Elapsed, IReadOnlyList<FileReport> Files)
{
    /// <summary>The largest number of skipped files that a report names; it is kept until the next import.</summary>
    internal const int MostSkipped = 10_000;

    /// <summary>Of the files that failed, those that a console names.</summary>
    private const int MostShown = 20;

    /// <summary>Files that are no part of an episode though nothing went wrong with them, by path: the first so many.</summary>
    public IReadOnlyList<SkippedFile> Skipped { get; init; } = [];

    /// <summary>How many there are of them in all.</summary>
    public int SkippedCount { get; init; }

    /// <summary>Episodes in which a name was found at the import's end to be somebody else than was stored.</summary>
    public int Reassigned { get; init; }

    /// <summary>Files that could not be read; their episodes are as they were before.</summary>
    public int Failed => Files.Count(file => file.Failed);

    /// <summary>Episodes whose files are in the folder as they are in the store.</summary>
    public int Episodes => Written + Unchanged;

    /// <summary>
    /// For a console: the counts, the files that failed with their reasons, and how often what is to be said of the others; a few lines, however
    /// large the library.
    /// </summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{Episodes} episodes; {SkippedCount} files are no transcripts; {Failed} failed.");
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{Written} episodes written, {Unchanged} unchanged, {Removed} removed, in {Elapsed.TotalSeconds:0.00} s.");
        if (Reassigned > 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"Names have become other people's in {Reassigned} episodes.");
        }

        foreach (var file in Files.Where(file => file.Failed).Take(MostShown))
        {
            var error = file.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            text.AppendLine(CultureInfo.InvariantCulture, $"{file.Path}:{error.Line}: {error.Code}: {error.Message}");
        }

        if (Failed > MostShown)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"and {Failed - MostShown} more that failed");
        }

        AppendCounts(text, "No transcripts", Skipped.Select(file => file.Code));
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
