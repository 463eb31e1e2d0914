using System.Globalization;
using System.IO.Hashing;
using System.Text;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Importing;

/// <summary>The diagnostics of one file that have the same code.</summary>
/// <param name="Count">Number of these diagnostics.</param>
/// <param name="Line">Line of the first of them, whose message is given too.</param>
public sealed record DiagnosticKind(DiagnosticSeverity Severity, string Code, int Count, int Line, string Message);

/// <summary>The stored report on one file, from the last import that looked at it.</summary>
/// <param name="Path">Relative to the library folder, with forward slashes.</param>
/// <param name="Episode">The episode that it is or would be part of; null where that is not known.</param>
/// <param name="Format">Null where no format matches the file, or where it was not read.</param>
/// <param name="Skipped">The reason why it is part of no episode, although it did not fail; else null.</param>
/// <param name="Kinds">Its diagnostics by code, the most severe first.</param>
public sealed record StoredFileReport(
    string Path, EpisodeSlug? Episode, string? Format, int Turns, SkipReason? Skipped, IReadOnlyList<DiagnosticKind> Kinds)
{
    public bool Failed => Kinds is [{ Severity: DiagnosticSeverity.Error }, ..];

    public static StoredFileReport Of(FileReport report, EpisodeSlug? episode) => new(
        report.Path,
        episode,
        report.Format,
        report.Turns,
        report.Failed ? null : report.Skipped?.Reason,
        [
            .. report.Diagnostics
                .GroupBy(diagnostic => (diagnostic.Severity, diagnostic.Code))
                .OrderByDescending(kind => kind.Key.Severity).ThenBy(kind => kind.Key.Code, StringComparer.Ordinal)
                .Select(kind => new DiagnosticKind(kind.Key.Severity, kind.Key.Code, kind.Count(), kind.First().Line, kind.First().Message)),
        ]);

    /// <summary>The report on a file that was not read.</summary>
    public static StoredFileReport Of(SkippedFile file) => new(file.Path, null, null, 0, file.Reason, []);

    /// <summary>Hash of the report: equal stamps mean equal reports.</summary>
    public string Stamp()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Episode}\n{Format}\n{Turns}\n{Skipped}\n");
        foreach (var kind in Kinds)
        {
            text.Append(CultureInfo.InvariantCulture, $"{kind.Severity} {kind.Code} {kind.Count} {kind.Line} {kind.Message}\n");
        }

        return Convert.ToHexStringLower(XxHash64.Hash(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
