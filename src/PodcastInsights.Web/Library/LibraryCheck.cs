using PodcastInsights.Core.Stores;

namespace PodcastInsights.Web.Library;

/// <summary>
/// Looks once at the whole store for damage, while the site is served: a large one takes longer than anybody waits for the first page. It
/// begins when the first import is done, which has the processors to itself until then.
/// </summary>
public sealed class LibraryCheck(ILibraryStore store, LibraryState state, LibraryFailures failures, TimeProvider clock)
    : BackgroundService
{
    /// <summary>An import that fails again and again must not put it off for ever.</summary>
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
            // The next start looks again.
        }
    }
}
