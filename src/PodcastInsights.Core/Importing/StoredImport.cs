using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Importing;

/// <summary>The number of files that have a diagnostic of this code, and the number of such diagnostics.</summary>
public sealed record DiagnosticCount(DiagnosticSeverity Severity, string Code, int Files, int Count);

/// <summary>The stored summary of the last import that found a change in the folder.</summary>
/// <param name="EndedAt">In UTC.</param>
/// <param name="Files">All files in the folder, including those that are no transcripts.</param>
/// <param name="Failed">Files that could not be read.</param>
/// <param name="Skipped">Files that are part of no episode, although they did not fail.</param>
public sealed record StoredImport(
    DateTime EndedAt, double Seconds, int Written, int Unchanged, int Removed, int Files, int Failed, int Skipped, IReadOnlyList<DiagnosticCount> Counts);
