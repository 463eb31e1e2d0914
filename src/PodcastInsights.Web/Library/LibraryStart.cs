using System.Diagnostics;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Sessions;
using PodcastInsights.Core.Stores;
using PodcastInsights.Web.Observability;
using PodcastInsights.Web.Pages;

namespace PodcastInsights.Web.Library;

/// <summary>
/// Opens the store before the first request, and loads in the background what searching needs. An unusable store is moved aside; if that
/// is not possible, the start fails with a reason.
/// </summary>
internal sealed partial class LibraryStart(
    ILibraryStore store,
    IEpisodeReader episodes,
    LibrarySearch search,
    LibraryState state,
    IHostApplicationLifetime lifetime,
    ILogger<LibraryStart> logger)
    : IHostedService
{
    private Task? opening;
    private Task preparing = Task.CompletedTask;

    /// <summary>Begins on another thread, once. Called before the pages and addresses are set up, which takes one processor as long.</summary>
    public void Begin()
    {
        opening = Task.Run(OpenAsync);
        preparing = Task.Run(() => PrepareAsync(opening));
    }

    /// <summary>Waits until the store is open.</summary>
    /// <exception cref="UnusableLibraryException">The store was made by a later version, or none can be made there.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (opening is null)
        {
            Begin();
        }

        return opening!.WaitAsync(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken) =>
        await preparing.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task OpenAsync()
    {
        var started = Stopwatch.GetTimestamp();
        Log.Opening(logger, ProgramVersion.Text, store.Place);
        if (await store.EnsureUsableAsync(lifetime.ApplicationStopping) is { } moved)
        {
            Log.SetAside(logger, moved.Reason.Message, moved.Place);
        }

        Log.Opened(logger, store.Size() / 1048576.0, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private async Task PrepareAsync(Task opened)
    {
        try
        {
            await opened;

            // The front page's list first: it is compiled before the first reader asks for it.
            await episodes.ListAsync(IndexModel.Newest, lifetime.ApplicationStopping);
            var started = Stopwatch.GetTimestamp();
            await search.PrepareAsync(lifetime.ApplicationStopping);
            Log.Prepared(logger, Stopwatch.GetElapsedTime(started).TotalSeconds);
        }
        catch (Exception)
        {
            // The first request fails in the same way, and is answered and logged then.
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
