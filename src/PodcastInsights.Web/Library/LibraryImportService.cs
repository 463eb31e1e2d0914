using Microsoft.Extensions.Options;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Stores;
using PodcastInsights.Web.Observability;
using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Library;

/// <summary>Reads the folder of transcripts when the app starts, and again whenever something in it has changed.</summary>
public sealed partial class LibraryImportService(
    IOptions<LibrarySettings> settings,
    LibraryImporter importer,
    ILibraryWriter writer,
    ILibraryStore store,
    LibraryState state,
    LibraryFailures failures,
    LibraryMeter meter,
    TimeProvider clock,
    ILogger<LibraryImportService> logger)
    : BackgroundService
{
    /// <summary>Long enough for an editor's several writes, short enough for someone who waits for the page.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(400);

    /// <summary>A full disk is emptied and a share comes back without any change in the folder that could tell.</summary>
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(10);

    /// <summary>Preparing to search takes about a second for some thousand episodes.</summary>
    private static readonly TimeSpan LongestPreparing = TimeSpan.FromSeconds(3);

    /// <summary>For those who wait for a server or for the turn to import: a question to the store.</summary>
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(0.25);

    /// <summary>A folder full of pictures needs no line in the log for each.</summary>
    private const int MostToldOfSkipped = 1000;

    /// <summary>What the last import logged of files.</summary>
    private HashSet<string> told = new(StringComparer.Ordinal);

    /// <summary>Null while another process imports.</summary>
    private IImportTurn? turn;

    /// <summary>Whether the store has what the folder had when it was last read.</summary>
    private bool done;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await FollowAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host takes it for a failure where it stops because it could not start, and would say so above the true reason.
        }
        finally
        {
            if (turn is not null)
            {
                await turn.DisposeAsync();
            }
        }
    }

    private async Task FollowAsync(CancellationToken stoppingToken)
    {
        var folder = settings.Value.TranscriptsFolder;

        // Watched before it is first read, so that nothing can change unseen in between.
        using var watch = settings.Value.Watch ? new FolderWatch(folder, settings.Value.PollEvery, clock) : null;
        if (watch is { HasEvents: false })
        {
            Log.CannotWatch(logger, folder, settings.Value.PollSeconds);
        }

        await LetReadersStartAsync(stoppingToken);
        var change = default(Task);
        var retry = await ImportInTurnAsync(folder, hasChanged: true, stoppingToken);
        while ((watch is not null || retry != Timeout.InfiniteTimeSpan) && !stoppingToken.IsCancellationRequested)
        {
            change ??= watch?.NextChangeAsync(Settling, stoppingToken) ?? Task.Delay(Timeout.InfiniteTimeSpan, clock, stoppingToken);
            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            await Task.WhenAny(change, Task.Delay(retry, clock, waiting.Token));
            await waiting.CancelAsync();
            stoppingToken.ThrowIfCancellationRequested();
            var hasChanged = change.IsCompleted;
            change = hasChanged ? null : change;
            retry = await ImportInTurnAsync(folder, hasChanged, stoppingToken);
        }
    }

    /// <summary>
    /// Waits while searching is prepared, where there is something to search: whoever has come back to a library wants to read what it has, and
    /// only then what may be new.
    /// </summary>
    private async Task LetReadersStartAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (await store.HasImportAsync(stoppingToken))
            {
                await Task.WhenAny(state.WhenPrepared, Task.Delay(LongestPreparing, clock, stoppingToken));
            }
        }
        catch (UnusableLibraryException)
        {
            // The import meets the same, and reports it.
        }
    }

    /// <summary>Imports where no other process over the same store does, and there is something new to this one or to the store.</summary>
    /// <returns>When to ask again though nothing changes.</returns>
    private async Task<TimeSpan> ImportInTurnAsync(string folder, bool hasChanged, CancellationToken stoppingToken)
    {
        var isOnServers = store.Servers.Count > 0;
        try
        {
            if (isOnServers && !state.IsReady && await store.HasImportAsync(stoppingToken))
            {
                state.IsImportedBefore();
            }

            if (turn is not null && !await turn.IsHeldAsync(stoppingToken))
            {
                // The server was lost, and the next may not have the last that was written.
                await turn.DisposeAsync();
                (turn, done) = (null, false);
            }

            turn ??= await writer.TryTakeTurnAsync(stoppingToken);
            if (turn is null)
            {
                state.Follows();
                return LookAgainAfter;
            }
        }
        catch (UnusableLibraryException unusable)
        {
            return Unusable(unusable);
        }

        if (hasChanged || !done)
        {
            done = false;
            var retry = await ImportAsync(folder, stoppingToken);
            done = retry == Timeout.InfiniteTimeSpan;
            if (!done)
            {
                return retry;
            }
        }

        return isOnServers ? LookAgainAfter : Timeout.InfiniteTimeSpan;
    }

    /// <returns>When to try again; never where the folder was read.</returns>
    private async Task<TimeSpan> ImportAsync(string folder, CancellationToken stoppingToken)
    {
        try
        {
            using var activity = meter.Activities.StartActivity("import");
            var workers = state.IsReady ? LibraryImporter.WorkersBesideReaders : LibraryImporter.MostWorkers;
            Log.Reading(logger, folder);
            var report = await importer.ImportAsync(folder, workers, new ImportWatch(state, clock, logger), stoppingToken);
            meter.Imported(report);
            state.Ended(new LastImport(clock.GetUtcNow(), report, null));
            Log.Imported(
                logger,
                folder,
                report.Written,
                report.Unchanged,
                report.Removed,
                report.Failed,
                report.SkippedCount,
                report.Elapsed.TotalSeconds);
            Tell(report);

            return Timeout.InfiniteTimeSpan;
        }
        catch (UnusableLibraryException unusable)
        {
            return Unusable(unusable);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A folder that has gone away must not take the pages down that can still be shown.
            Log.FolderFailed(logger, error.Message);
            state.Ended(new LastImport(clock.GetUtcNow(), null, "The folder of transcripts cannot be read."));
            return RetryAfter;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Log.ImportFailed(logger, folder, error);
            state.Ended(new LastImport(clock.GetUtcNow(), null, "The import failed; the log says why."));
            return RetryAfter;
        }
    }

    /// <summary>Logs what is new since the last import: a file that stays as it is says so once.</summary>
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

    /// <returns>When to try again; never where the program ends.</returns>
    private TimeSpan Unusable(UnusableLibraryException unusable)
    {
        state.Ended(new LastImport(clock.GetUtcNow(), null, "The database cannot be written."));
        failures.Met(unusable);

        return unusable switch
        {
            { CanBeSetAside: true } => Timeout.InfiniteTimeSpan,
            { Problem: LibraryProblem.Inaccessible } when store.Servers.Count > 0 => LookAgainAfter,
            _ => RetryAfter,
        };
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Reading what is new in {Folder}")]
        public static partial void Reading(ILogger logger, string folder);

        [LoggerMessage(
            LogLevel.Information,
            "Imported {Folder}: {Written} episodes written, {Unchanged} unchanged, {Removed} removed, {Failed} files failed, "
            + "{Skipped} files are no transcripts, in {Seconds:0.00} s")]
        public static partial void Imported(
            ILogger logger, string folder, int written, int unchanged, int removed, int failed, int skipped, double seconds);

        [LoggerMessage(LogLevel.Warning, "{Path}:{Line}: {Message}")]
        public static partial void FileFailed(ILogger logger, string path, int line, string message, Exception? fault);

        [LoggerMessage(LogLevel.Information, "{Path} is no transcript ({Code})")]
        public static partial void FileSkipped(ILogger logger, string path, string code);

        [LoggerMessage(LogLevel.Information, "{Count} more files are no transcripts; /status lists them")]
        public static partial void MoreSkipped(ILogger logger, int count);

        [LoggerMessage(LogLevel.Error, "The import failed: {Reason} What was imported before is still shown, and it is tried again")]
        public static partial void FolderFailed(ILogger logger, string reason);

        [LoggerMessage(LogLevel.Error, "The import of {Folder} failed; what was imported before is still shown, and it is tried again")]
        public static partial void ImportFailed(ILogger logger, string folder, Exception error);

        [LoggerMessage(
            LogLevel.Warning,
            "The system reports no changes in {Folder}; it is looked at every {Seconds} s (Library:PollSeconds, 0: never)")]
        public static partial void CannotWatch(ILogger logger, string folder, int seconds);
    }
}
