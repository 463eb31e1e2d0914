using Microsoft.Extensions.Options;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Stores;
using PodcastInsights.Web.Observability;
using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Library;

/// <summary>
/// Imports the folder of transcripts when the app starts, and again after each change in it. Of several processes over one store, one
/// imports and the others follow.
/// </summary>
internal sealed partial class LibraryImportService(
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
    /// <summary>
    /// The time without changes after which an import starts: longer than an editor's pauses between writes, too short to notice.
    /// </summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(400);

    /// <summary>
    /// The time after which a failed import is tried again: a full disk or a missing share may recover without a change in the folder.
    /// </summary>
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(10);

    /// <summary>The longest wait for searching to be prepared, which takes about a second for some thousand episodes.</summary>
    private static readonly TimeSpan LongestPreparing = TimeSpan.FromSeconds(3);

    /// <summary>How often a process that waits for a server or for its turn to import asks the store.</summary>
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(0.25);

    private readonly ImportLog log = new(logger);

    /// <summary>The right to import; null while another process has it.</summary>
    private IImportTurn? turn;

    /// <summary>Whether the last import of this process completed.</summary>
    private bool done;

    private bool hasRehearsed;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await FollowAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Without this, a host that stops because its start failed would also log the cancellation as a failure, before the real
            // reason.
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

        // Watching begins before the first import, so that no change is missed in between.
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
    /// Waits until searching is prepared, where the store has episodes: readers of a known library come before new files.
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
            // The import fails in the same way, and reports it.
        }
    }

    /// <summary>Imports, if no other process over the same store does and there may be changes.</summary>
    /// <returns>Time after which to call it again without a change.</returns>
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
                // The server was lost, and its successor may lack the last transaction.
                await turn.DisposeAsync();
                (turn, done) = (null, false);
            }

            turn ??= await writer.TryTakeTurnAsync(stoppingToken);
            if (turn is null)
            {
                state.Follows();
                await RehearseAsync(folder, stoppingToken);
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

    /// <summary>Prepares, once, for taking over from the process that imports.</summary>
    private async Task RehearseAsync(string folder, CancellationToken stoppingToken)
    {
        if (hasRehearsed)
        {
            return;
        }

        hasRehearsed = true;
        try
        {
            await importer.RehearseAsync(folder, stoppingToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The import fails in the same way, and reports it.
        }
    }

    /// <returns>Time after which to try again; infinite where the import completed.</returns>
    private async Task<TimeSpan> ImportAsync(string folder, CancellationToken stoppingToken)
    {
        try
        {
            using var activity = meter.Activities.StartActivity("import");
            var workers = state.IsReady ? LibraryImporter.WorkersBesideReaders : LibraryImporter.MostWorkers;
            if (state.Last?.Failure is null)
            {
                // What is tried again four times a second is told once.
                Log.Reading(logger, folder);
            }

            var report = await importer.ImportAsync(folder, workers, new ImportWatch(state, clock, logger), stoppingToken);
            meter.Imported(report);
            state.Ended(new LastImport(clock.GetUtcNow(), report, null));
            log.Imported(folder, report);

            return Timeout.InfiniteTimeSpan;
        }
        catch (UnusableLibraryException unusable)
        {
            return Unusable(unusable);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A missing folder must not end the site, which still has the stored episodes.
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

    /// <returns>Time after which to try again; infinite where the program ends.</returns>
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
        [LoggerMessage(LogLevel.Information, "Importing changes from {Folder}")]
        public static partial void Reading(ILogger logger, string folder);

        [LoggerMessage(LogLevel.Error, "The import failed: {Reason} The stored episodes are still shown, and the import is tried again")]
        public static partial void FolderFailed(ILogger logger, string reason);

        [LoggerMessage(LogLevel.Error, "The import of {Folder} failed. The stored episodes are still shown, and the import is tried again")]
        public static partial void ImportFailed(ILogger logger, string folder, Exception error);

        [LoggerMessage(
            LogLevel.Warning,
            "The system reports no changes in {Folder}; it is polled every {Seconds} s (Library:PollSeconds, 0: never)")]
        public static partial void CannotWatch(ILogger logger, string folder, int seconds);
    }
}
