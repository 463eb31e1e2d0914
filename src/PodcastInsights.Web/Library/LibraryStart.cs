using PodcastInsights.Core.Stores;

namespace PodcastInsights.Web.Library;

/// <summary>
/// Opens the library's store before the first request: one that cannot be used is set aside, or ends the start with a reason.
/// </summary>
public sealed partial class LibraryStart(ILibraryStore store, ILogger<LibraryStart> logger) : IHostedService
{
    /// <exception cref="UnusableLibraryException">The store is of a later version, or none can be made there.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await store.EnsureUsableAsync(cancellationToken) is { } moved)
        {
            Log.SetAside(logger, moved.Reason.Message, moved.Place);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "{Reason} It was moved to {Place}, and a new database is made from the folder of transcripts")]
        public static partial void SetAside(ILogger logger, string reason, string place);
    }
}
