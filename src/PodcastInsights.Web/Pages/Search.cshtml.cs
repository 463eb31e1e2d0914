using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PodcastInsights.Core.Search;
using PodcastInsights.Web.Rendering;

namespace PodcastInsights.Web.Pages;

public sealed class SearchModel(ISearchIndex index) : PageModel
{
    public string Typed { get; private set; } = "";

    public bool IsEmpty { get; private set; }

    public SearchResults Results { get; private set; } = null!;

    public async Task OnGetAsync(
        [FromQuery(Name = "q")] string? q, [FromQuery(Name = "page")] string? page, CancellationToken cancellationToken)
    {
        var request = new SearchRequest(SearchQuery.Parse(q), PageNumber.Read(page));
        Typed = request.Query.Text;
        IsEmpty = request.Query.IsEmpty;
        Results = IsEmpty ? SearchResults.Empty(request) : await index.SearchAsync(request, cancellationToken);
    }
}
