using PodcastInsights.Core.Search.Sessions;
using PodcastInsights.Core.Stores;

namespace PodcastInsights.Web.Library;

/// <summary>
/// Opens the library's store before the first request: one that cannot be used is set aside, or ends the start with a reason. What the
/// first search needs is read from then on, beside the first requests.
/// </summary>
public sealed partial class LibraryStart(ILibraryStore store, LibrarySearch search, ILogger<LibraryStart> logger) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private Task preparing = Task.CompletedTask;

    /// <exception cref="UnusableLibraryException">The store is of a later version, or none can be made there.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await store.EnsureUsableAsync(cancellationToken) is { } moved)
        {
            Log.SetAside(logger, moved.Reason.Message, moved.Place);
        }

        preparing = Task.Run(() => search.PrepareAsync(stopping.Token), CancellationToken.None);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();

        // Whatever failed here fails for the next who searches, who tells.
        await preparing.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => stopping.Dispose();

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "{Reason} It was moved to {Place}, and a new database is made from the folder of transcripts")]
        public static partial void SetAside(ILogger logger, string reason, string place);
    }
}
