using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Importing;

/// <summary>Of how many files something is said, and how often in all.</summary>
public sealed record DiagnosticCount(DiagnosticSeverity Severity, string Code, int Files, int Count);

/// <summary>What is kept of the last import that found something new in the folder.</summary>
/// <param name="EndedAt">In UTC.</param>
/// <param name="Files">In the folder, those included that are no transcripts.</param>
/// <param name="Failed">Files that could not be read.</param>
/// <param name="Skipped">Files that are no part of an episode, though nothing went wrong with them.</param>
public sealed record StoredImport(
    DateTime EndedAt, double Seconds, int Written, int Unchanged, int Removed, int Files, int Failed, int Skipped, IReadOnlyList<DiagnosticCount> Counts);
