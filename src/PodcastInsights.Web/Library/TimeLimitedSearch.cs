using PodcastInsights.Core.Citation.Checking;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search;
using PodcastInsights.Web.Observability;

namespace PodcastInsights.Web.Library;

/// <summary>
/// Measures searches, and abandons one when its request ends, by its time limit or by disconnect. The engine stops at its next cancellation
/// check; it runs on a thread of its own, so that the response does not wait for that.
/// </summary>
internal sealed class TimeLimitedSearch(ISearchIndex engine, LibraryMeter meter, TimeProvider clock) : ISearchIndex
{
    public Task<SearchResults> SearchAsync(SearchRequest request, CancellationToken cancellationToken) =>
        MeasuredAsync(() => engine.SearchAsync(request, cancellationToken), static found => found.Total, cancellationToken);

    public Task<EpisodeMatches> FindInEpisodeAsync(EpisodeSlug episode, SearchQuery query, CancellationToken cancellationToken) =>
        MeasuredAsync(
            () => engine.FindInEpisodeAsync(episode, query, cancellationToken), static found => found.Turns.Count, cancellationToken);

    public Task<SearchSuggestions> SuggestAsync(string typed, CancellationToken cancellationToken) =>
        Task.Run(() => engine.SuggestAsync(typed, cancellationToken), cancellationToken).WaitAsync(cancellationToken);

    public Task<QuotationReport> CheckAsync(string text, string? speaker, CancellationToken cancellationToken) =>
        Task.Run(() => engine.CheckAsync(text, speaker, cancellationToken), cancellationToken).WaitAsync(cancellationToken);

    private async Task<T> MeasuredAsync<T>(Func<Task<T>> search, Func<T, int> total, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        using var activity = meter.Activities.StartActivity("search");
        var found = await Task.Run(search, cancellationToken).WaitAsync(cancellationToken);
        meter.Searched(clock.GetElapsedTime(started), total(found));
        return found;
    }
}
