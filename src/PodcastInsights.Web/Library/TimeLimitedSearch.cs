using PodcastInsights.Core.Citation.Checking;
using PodcastInsights.Core.Search;
using PodcastInsights.Web.Observability;

namespace PodcastInsights.Web.Library;

/// <summary>
/// Measures searches, and lets go of one when its request is over, by its time limit or because nobody waits any more. The engine ends
/// then too, at its next stop; it gets a thread of its own, so that the answer does not wait for that.
/// </summary>
public sealed class TimeLimitedSearch(ISearchIndex engine, LibraryMeter meter, TimeProvider clock) : ISearchIndex
{
    public async Task<SearchResults> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        using var activity = meter.Activities.StartActivity("search");
        var found = await Task.Run(() => engine.SearchAsync(request, cancellationToken), cancellationToken).WaitAsync(cancellationToken);
        meter.Searched(clock.GetElapsedTime(started), found.Total);
        return found;
    }

    public Task<SearchSuggestions> SuggestAsync(string typed, CancellationToken cancellationToken) =>
        Task.Run(() => engine.SuggestAsync(typed, cancellationToken), cancellationToken).WaitAsync(cancellationToken);

    public Task<QuotationReport> CheckAsync(string text, string? speaker, CancellationToken cancellationToken) =>
        Task.Run(() => engine.CheckAsync(text, speaker, cancellationToken), cancellationToken).WaitAsync(cancellationToken);
}
