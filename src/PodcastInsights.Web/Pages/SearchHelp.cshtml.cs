using Microsoft.AspNetCore.Mvc.RazorPages;
using PodcastInsights.Core.Search.Beginnings;
using PodcastInsights.Core.Search.Browsing;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Pages;

internal sealed class SearchHelpModel(ILibraryDirectory directory) : PageModel
{
    public IReadOnlyList<ExampleSearch> Examples { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Examples = await directory.ExamplesAsync(SiteLanguage.Current.Code, cancellationToken);
}
