using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Transcripts;

/// <summary>The diagnostics of one file, in the order found. <c>docs/diagnostics.md</c> explains every code.</summary>
/// <param name="path">Path of the file, relative to the library folder.</param>
internal sealed class DiagnosticList(string path)
{
    private readonly List<Diagnostic> items = [];

    public IReadOnlyList<Diagnostic> Items => items;

    public void Info(string code, int line, string message) =>
        items.Add(new Diagnostic(DiagnosticSeverity.Info, code, path, line, message));

    public void Warning(string code, int line, string message) =>
        items.Add(new Diagnostic(DiagnosticSeverity.Warning, code, path, line, message));

    public void Error(string code, int line, string message) =>
        items.Add(new Diagnostic(DiagnosticSeverity.Error, code, path, line, message));
}
