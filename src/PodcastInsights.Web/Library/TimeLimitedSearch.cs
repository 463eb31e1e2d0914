using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search;
using PodcastInsights.Web.Observability;

namespace PodcastInsights.Web.Library;

/// <summary>
/// Measures searches, and lets go of one when its request is over, by its time limit or because nobody waits any more. The engine ends
/// then too, at its next stop; it gets a thread of its own, so that the answer does not wait for that.
/// </summary>
public sealed class TimeLimitedSearch(ISearchIndex engine, LibraryMeter meter, TimeProvider clock) : ISearchIndex
{
    public Task<SearchResults> SearchAsync(SearchRequest request, CancellationToken cancellationToken) =>
        MeasuredAsync(() => engine.SearchAsync(request, cancellationToken), static found => found.Total, cancellationToken);

    public Task<EpisodeMatches> FindInEpisodeAsync(EpisodeSlug episode, SearchQuery query, CancellationToken cancellationToken) =>
        MeasuredAsync(
            () => engine.FindInEpisodeAsync(episode, query, cancellationToken), static found => found.Turns.Count, cancellationToken);

    public Task<SearchSuggestions> SuggestAsync(string typed, CancellationToken cancellationToken) =>
        Task.Run(() => engine.SuggestAsync(typed, cancellationToken), cancellationToken).WaitAsync(cancellationToken);

    private async Task<T> MeasuredAsync<T>(Func<Task<T>> search, Func<T, int> total, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        using var activity = meter.Activities.StartActivity("search");
        var found = await Task.Run(search, cancellationToken).WaitAsync(cancellationToken);
        meter.Searched(clock.GetElapsedTime(started), total(found));
        return found;
    }
}
