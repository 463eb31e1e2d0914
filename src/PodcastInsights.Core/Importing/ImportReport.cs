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
    public bool Failed => Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}

/// <summary>What an import did, in episodes, and the files that it read for it.</summary>
/// <param name="Unchanged">Episodes whose files are as they were; these were not read.</param>
/// <param name="Removed">Episodes whose files are gone.</param>
public sealed record ImportReport(int Written, int Unchanged, int Removed, TimeSpan Elapsed, IReadOnlyList<FileReport> Files)
{
    /// <summary>Files that could not be read; their episodes are as they were before.</summary>
    public int Failed => Files.Count(file => file.Failed);

    /// <summary>For a console: the counts, then every file with something to say, errors first within it.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{Written} episodes written, {Unchanged} unchanged, {Removed} removed, {Failed} files failed, "
            + $"in {Elapsed.TotalSeconds:0.00} s.");
        foreach (var file in Files)
        {
            var kinds = file.Diagnostics
                .GroupBy(diagnostic => (diagnostic.Severity, diagnostic.Code))
                .OrderByDescending(kind => kind.Key.Severity)
                .Select(kind => kind.Key.Severity == DiagnosticSeverity.Info
                    ? string.Create(CultureInfo.InvariantCulture, $"{kind.Key.Code} ×{kind.Count()}")
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"{kind.Key.Severity}: {kind.Key.Code}, line {kind.First().Line}: {kind.First().Message}"))
                .ToList();
            text.AppendLine(CultureInfo.InvariantCulture, $"{file.Path}: {file.Format ?? "no format"}, {file.Turns} turns");
            foreach (var kind in kinds)
            {
                text.Append("    ").AppendLine(kind);
            }
        }

        return text.ToString();
    }
}
