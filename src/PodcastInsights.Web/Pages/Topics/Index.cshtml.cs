using Microsoft.AspNetCore.Mvc.RazorPages;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Rendering.Addresses;
using PodcastInsights.Web.Twins;

namespace PodcastInsights.Web.Pages.Topics;

internal sealed class IndexModel(IEpisodeReader episodes, SiteLinks links) : PageModel, IHasTwin
{
    public IReadOnlyList<Topic> Topics { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Topics = await episodes.TopicsAsync(cancellationToken);

    Task IHasTwin.WriteTwinAsync(Stream output, CancellationToken cancellationToken) =>
        ListTwins.Topics(Topics, links).WriteAsync(output, cancellationToken);
}
