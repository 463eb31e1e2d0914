using System.Diagnostics;
using PodcastInsights.Core.Search.Sessions;
using PodcastInsights.Core.Stores;
using PodcastInsights.Web.Observability;

namespace PodcastInsights.Web.Library;

/// <summary>
/// Opens the store before the first request, and then loads in the background what searching needs. An unusable store is moved aside; if
/// that is not possible, the start fails with a reason.
/// </summary>
internal sealed partial class LibraryStart(ILibraryStore store, LibrarySearch search, LibraryState state, ILogger<LibraryStart> logger) : BackgroundService
{
    /// <exception cref="UnusableLibraryException">The store was made by a later version, or none can be made there.</exception>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        Log.Opening(logger, ProgramVersion.Text, store.Place);
        if (await store.EnsureUsableAsync(cancellationToken) is { } moved)
        {
            Log.SetAside(logger, moved.Reason.Message, moved.Place);
        }

        Log.Opened(logger, store.Size() / 1048576.0, Stopwatch.GetElapsedTime(started).TotalSeconds);

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var started = Stopwatch.GetTimestamp();
            await Task.Run(() => search.PrepareAsync(stoppingToken), stoppingToken);
            Log.Prepared(logger, Stopwatch.GetElapsedTime(started).TotalSeconds);
        }
        catch (Exception)
        {
            // The first search fails in the same way, and is answered and logged then.
        }
        finally
        {
            state.IsPrepared();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "PodcastInsights {Version} opens the database {Place}")]
        public static partial void Opening(ILogger logger, string version, string place);

        [LoggerMessage(LogLevel.Information, "The database is open: {Megabytes:0.0} MiB, in {Seconds:0.00} s")]
        public static partial void Opened(ILogger logger, double megabytes, double seconds);

        [LoggerMessage(LogLevel.Information, "The data for searching are loaded, in {Seconds:0.00} s")]
        public static partial void Prepared(ILogger logger, double seconds);

        [LoggerMessage(LogLevel.Error, "{Reason} It was moved to {Place}, and a new database is made from the folder of transcripts")]
        public static partial void SetAside(ILogger logger, string reason, string place);
    }
}
