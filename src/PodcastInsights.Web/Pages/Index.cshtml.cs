using Microsoft.AspNetCore.Mvc.RazorPages;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Web.Pages;

public sealed class IndexModel(IEpisodeReader episodes) : PageModel
{
    private const int LatestCount = 12;

    public Page<EpisodeSummary> Latest { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Latest = await episodes.ListAsync(new EpisodeListQuery(PageSize: LatestCount), cancellationToken);
}
