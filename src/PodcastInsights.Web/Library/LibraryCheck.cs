using PodcastInsights.Core.Stores;

namespace PodcastInsights.Web.Library;

/// <summary>
/// Checks the whole store for damage, once and in the background, because that takes longer than a first response may. It starts after the
/// first import, so that it does not compete with it for processors.
/// </summary>
internal sealed class LibraryCheck(ILibraryStore store, LibraryState state, LibraryFailures failures, TimeProvider clock)
    : BackgroundService
{
    /// <summary>The longest time to wait for the first import, which may fail again and again.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.WhenAny(state.WhenSettled, Task.Delay(LongestWait, clock, stoppingToken));
            if (await store.CheckAsync(stoppingToken) is { } unusable)
            {
                failures.Met(unusable);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next start checks again.
        }
    }
}
