using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Browsing;
using PodcastInsights.Web.Rendering.Addresses;
using PodcastInsights.Web.Rendering.Views;
using PodcastInsights.Web.Twins;

namespace PodcastInsights.Web.Pages.Topics;

internal sealed class TopicModel(IEpisodeReader episodes, ILibraryDirectory directory, SiteLinks links) : PageModel, IHasTwin
{
    private const int PageSize = 50;

    public Topic Topic { get; private set; } = null!;

    public Page<EpisodeSummary> List { get; private set; } = null!;

    public DateOrder Order { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(
        string slug, [FromQuery(Name = "order")] string? order, [FromQuery(Name = "page")] string? page, CancellationToken cancellationToken)
    {
        Order = DateOrder.Read(Request.Query, links);
        if (!Paths.TryReadSlug(slug, out var key)
            || await episodes.FindTopicAsync(key, cancellationToken) is not { } topic)
        {
            return NotFound();
        }

        Topic = topic;
        var chosen = await directory.EpisodesAsync(new EpisodeFilter(Topic: key.Value), cancellationToken);
        List = await episodes.ListAsync(new EpisodeListQuery(PageNumber.Read(page), PageSize, Order.Episodes, chosen.Among), cancellationToken);
        return Page();
    }

    Task IHasTwin.WriteTwinAsync(Stream output, CancellationToken cancellationToken) =>
        ListTwins.Episodes(Topic.Name, List, links).WriteAsync(output, cancellationToken);
}
