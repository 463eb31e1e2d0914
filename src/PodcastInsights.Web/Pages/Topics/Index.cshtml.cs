using Microsoft.AspNetCore.Mvc.RazorPages;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Web.Pages.Topics;

public sealed class IndexModel(IEpisodeReader episodes) : PageModel
{
    public IReadOnlyList<Topic> Topics { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Topics = await episodes.TopicsAsync(cancellationToken);
}
