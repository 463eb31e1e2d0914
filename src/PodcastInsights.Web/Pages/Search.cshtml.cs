using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PodcastInsights.Core.Search;
using PodcastInsights.Web.Rendering;

namespace PodcastInsights.Web.Pages;

public sealed class SearchModel(ISearchIndex index, SiteLinks links) : PageModel
{
    private const int PageSize = 30;

    public string Typed { get; private set; } = "";

    public bool IsEmpty { get; private set; }

    public SearchView Shown { get; private set; } = null!;

    public async Task OnGetAsync(
        [FromQuery(Name = "q")] string? q,
        [FromQuery(Name = "speaker")] string? speaker,
        [FromQuery(Name = "episode")] string? episode,
        [FromQuery(Name = "topic")] string? topic,
        [FromQuery(Name = "year")] string? year,
        [FromQuery(Name = "sort")] string? sort,
        [FromQuery(Name = "exact")] string? exact,
        [FromQuery(Name = "page")] string? page,
        CancellationToken cancellationToken)
    {
        var address = new SearchAddress(
            (q ?? "").Trim(),
            Given.Text(speaker),
            Given.Text(episode),
            Given.Text(topic),
            Given.Year(year),
            Given.Text(sort),
            exact == "1");
        var request = new SearchRequest(address.Query, PageNumber.Read(page), PageSize, address.Order, address.Exact);
        Typed = address.Typed;
        IsEmpty = request.Query.IsEmpty;
        Shown = SearchView.Of(address, IsEmpty ? SearchResults.Empty(request) : await index.SearchAsync(request, cancellationToken), links);
    }
}
