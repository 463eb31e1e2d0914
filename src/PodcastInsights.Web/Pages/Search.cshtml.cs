using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PodcastInsights.Core.Search;
using PodcastInsights.Core.Search.Beginnings;
using PodcastInsights.Core.Search.Browsing;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Addresses;
using PodcastInsights.Web.Rendering.Views;
using PodcastInsights.Web.Twins;

namespace PodcastInsights.Web.Pages;

[TakesSearch]
internal sealed class SearchModel(ISearchIndex index, ILibraryDirectory directory, SiteLinks links) : PageModel, IHasTwin
{
    private const int PageSize = 30;

    public string Typed { get; private set; } = "";

    public bool IsEmpty { get; private set; }

    /// <summary>Example searches, for an empty query.</summary>
    public IReadOnlyList<ExampleSearch> Examples { get; private set; } = [];

    public SearchView Shown { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery(Name = "page")] string? page, CancellationToken cancellationToken)
    {
        var address = SearchAddress.Read(Request.Query);
        var request = address.ToRequest(PageNumber.Read(page), PageSize);
        Typed = address.Typed;
        IsEmpty = request.Query.IsEmpty;
        Examples = IsEmpty ? await directory.ExamplesAsync(SiteLanguage.Current.Code, cancellationToken) : [];
        Shown = SearchView.Of(address, IsEmpty ? SearchResults.Empty(request) : await index.SearchAsync(request, cancellationToken), links);
    }

    Task IHasTwin.WriteTwinAsync(Stream output, CancellationToken cancellationToken) =>
        SearchTwin.Of(Shown, IsEmpty, links).WriteAsync(output, cancellationToken);
}
