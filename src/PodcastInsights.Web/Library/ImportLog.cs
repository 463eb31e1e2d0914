using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;

namespace PodcastInsights.Web.Library;

/// <summary>
/// Logs what imports did, and which files failed or were skipped. A message about a file is logged only if the last import did not log it.
/// </summary>
internal sealed partial class ImportLog(ILogger logger)
{
    /// <summary>The largest number of skipped files that an import logs.</summary>
    private const int MostToldOfSkipped = 1000;

    /// <summary>The messages about files that the last import logged.</summary>
    private HashSet<string> told = new(StringComparer.Ordinal);

    public void Imported(string folder, ImportReport report)
    {
        Log.Imported(
            logger,
            folder,
            report.Elapsed.TotalSeconds,
            report.Written,
            report.Unchanged,
            report.Removed,
            report.Failed,
            report.SkippedCount);
        Tell(report);
    }

    private void Tell(ImportReport report)
    {
        var before = told;
        told = [];
        foreach (var file in report.Files.Where(file => file.Failed))
        {
            var error = file.Diagnostics.First(d => d.Severity == DiagnosticSeverity.Error);
            if (IsNew(error.Path, error.Code, error.Message))
            {
                Log.FileFailed(logger, error.Path, error.Line, error.Message, file.Fault);
            }
        }

        var untold = 0;
        foreach (var file in report.Skipped)
        {
            if (IsNew(file.Path, file.Code, "") && untold++ < MostToldOfSkipped)
            {
                Log.FileSkipped(logger, file.Path, file.Code);
            }
        }

        if (untold > MostToldOfSkipped)
        {
            Log.MoreSkipped(logger, untold - MostToldOfSkipped);
        }

        bool IsNew(string path, string code, string message)
        {
            var line = $"{path}\n{code}\n{message}";
            told.Add(line);
            return !before.Contains(line);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Information,
            "Imported {Folder} in {Seconds:0.00} s. Episodes written: {Written}, unchanged: {Unchanged}, removed: {Removed}. "
            + "Files that failed: {Failed}, that are not transcripts: {Skipped}")]
        public static partial void Imported(
            ILogger logger, string folder, double seconds, int written, int unchanged, int removed, int failed, int skipped);

        [LoggerMessage(LogLevel.Warning, "{Path}:{Line}: {Message}")]
        public static partial void FileFailed(ILogger logger, string path, int line, string message, Exception? fault);

        [LoggerMessage(LogLevel.Information, "{Path} is not a transcript ({Code})")]
        public static partial void FileSkipped(ILogger logger, string path, string code);

        [LoggerMessage(LogLevel.Information, "Further files that are not transcripts: {Count}; /status lists them")]
        public static partial void MoreSkipped(ILogger logger, int count);
    }
}
