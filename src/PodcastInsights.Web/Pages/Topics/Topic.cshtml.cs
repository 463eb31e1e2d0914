using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Pages.Topics;

public sealed class TopicModel(IEpisodeReader episodes) : PageModel
{
    private const int PageSize = 50;

    public Topic Topic { get; private set; } = null!;

    public Page<EpisodeSummary> List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, [FromQuery(Name = "page")] string? page, CancellationToken cancellationToken)
    {
        if (!Paths.TryReadSlug(slug, out var key)
            || await episodes.FindTopicAsync(key, cancellationToken) is not { } topic)
        {
            return NotFound();
        }

        Topic = topic;
        List = await episodes.ListAsync(new EpisodeListQuery(PageNumber.Read(page), PageSize, Topic: key.Value), cancellationToken);
        return Page();
    }
}
