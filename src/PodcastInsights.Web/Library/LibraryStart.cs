using PodcastInsights.Core.Search.Sessions;
using PodcastInsights.Core.Stores;

namespace PodcastInsights.Web.Library;

/// <summary>
/// Opens the library's store before the first request: one that cannot be used is set aside, or ends the start with a reason. What the
/// first search needs is read from then on, beside the first requests.
/// </summary>
public sealed partial class LibraryStart(ILibraryStore store, LibrarySearch search, ILogger<LibraryStart> logger) : BackgroundService
{
    /// <exception cref="UnusableLibraryException">The store is of a later version, or none can be made there.</exception>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await store.EnsureUsableAsync(cancellationToken) is { } moved)
        {
            Log.SetAside(logger, moved.Reason.Message, moved.Place);
        }

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Run(() => search.PrepareAsync(stoppingToken), stoppingToken);
        }
        catch (Exception)
        {
            // What fails here fails for the next who searches, to whom it is answered, and who has it logged.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "{Reason} It was moved to {Place}, and a new database is made from the folder of transcripts")]
        public static partial void SetAside(ILogger logger, string reason, string place);
    }
}
