using Microsoft.Extensions.Options;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;
using PodcastInsights.Storage.Sqlite;
using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Library;

/// <summary>Reads the folder of transcripts when the app starts, and again whenever something in it has changed.</summary>
public sealed partial class LibraryImportService(
    IOptions<LibrarySettings> settings,
    LibraryImporter importer,
    LibraryState state,
    IHostApplicationLifetime lifetime,
    TimeProvider clock,
    ILogger<LibraryImportService> logger)
    : BackgroundService
{
    /// <summary>Long enough for an editor's several writes, short enough for someone who waits for the page.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(400);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var folder = settings.Value.TranscriptsFolder;

        // Watched before it is first read, so that nothing can change unseen in between.
        using var watch = settings.Value.Watch ? TryWatch(folder) : null;
        await ImportAsync(folder, stoppingToken);
        while (watch is not null && !stoppingToken.IsCancellationRequested)
        {
            await watch.NextChangeAsync(Settling, stoppingToken);
            await ImportAsync(folder, stoppingToken);
        }
    }

    private FolderWatch? TryWatch(string folder)
    {
        try
        {
            return new FolderWatch(folder, clock);
        }
        catch (IOException error)
        {
            // The system allows only so many watches; the library can still be read.
            Log.CannotWatch(logger, folder, error);
            return null;
        }
    }

    private async Task ImportAsync(string folder, CancellationToken stoppingToken)
    {
        try
        {
            var report = await importer.ImportAsync(folder, progress: null, stoppingToken);
            state.MarkReady();
            Log.Imported(logger, folder, report.Written, report.Unchanged, report.Removed, report.Failed, report.Elapsed.TotalSeconds);
            foreach (var file in report.Files.Where(file => file.Failed))
            {
                var error = file.Diagnostics.First(d => d.Severity == DiagnosticSeverity.Error);
                Log.FileFailed(logger, error.Path, error.Line, error.Message);
            }
        }
        catch (UnusableDatabaseException unusable)
        {
            // No page can be shown without it, and only the owner of the file can decide what becomes of it.
            Log.DatabaseUnusable(logger, unusable.Message);
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // A full disk or a folder that has gone away must not take the pages down that can still be shown.
            Log.ImportFailed(logger, folder, error);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Information,
            "Imported {Folder}: {Written} episodes written, {Unchanged} unchanged, {Removed} removed, {Failed} files failed, in {Seconds:0.00} s")]
        public static partial void Imported(ILogger logger, string folder, int written, int unchanged, int removed, int failed, double seconds);

        [LoggerMessage(LogLevel.Warning, "{Path}:{Line}: {Message}")]
        public static partial void FileFailed(ILogger logger, string path, int line, string message);

        [LoggerMessage(LogLevel.Error, "The import of {Folder} failed; what was imported before is still shown")]
        public static partial void ImportFailed(ILogger logger, string folder, Exception error);

        [LoggerMessage(LogLevel.Critical, "{Reason}")]
        public static partial void DatabaseUnusable(ILogger logger, string reason);

        [LoggerMessage(LogLevel.Warning, "Changes in {Folder} cannot be watched; a restart reads them")]
        public static partial void CannotWatch(ILogger logger, string folder, Exception error);
    }
}
