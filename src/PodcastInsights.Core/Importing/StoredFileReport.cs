using System.Globalization;
using System.IO.Hashing;
using System.Text;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Importing;

/// <summary>The diagnostics of one file that say the same.</summary>
/// <param name="Count">How many they are.</param>
/// <param name="Line">Of the first, as is the message.</param>
public sealed record DiagnosticKind(DiagnosticSeverity Severity, string Code, int Count, int Line, string Message);

/// <summary>What is kept of a file when an import has looked at it, so that its owner can be told of it until the next.</summary>
/// <param name="Path">Relative to the library folder, with forward slashes.</param>
/// <param name="Episode">The episode that it is part of or would be; null where that cannot be told.</param>
/// <param name="Format">Null where no format explains it, or where it was not read.</param>
/// <param name="Skipped">Why it is no part of an episode, though nothing went wrong with it; null where it is one, or where it failed.</param>
/// <param name="Kinds">What is to be said of it, the worst first.</param>
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

    /// <summary>Of a file that was not read.</summary>
    public static StoredFileReport Of(SkippedFile file) => new(file.Path, null, null, 0, file.Reason, []);

    /// <summary>Tells two reports apart without reading them.</summary>
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
