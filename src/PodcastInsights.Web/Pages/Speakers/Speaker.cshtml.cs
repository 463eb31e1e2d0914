using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Browsing;
using PodcastInsights.Web.Rendering.Addresses;
using PodcastInsights.Web.Rendering.Views;
using PodcastInsights.Web.Twins;

namespace PodcastInsights.Web.Pages.Speakers;

internal sealed class SpeakerModel(IEpisodeReader episodes, ILibraryDirectory directory, SiteLinks links) : PageModel, IHasTwin
{
    private const int PageSize = 50;

    // The others are in the list of episodes.
    private const int EpisodesShown = 6;

    public SpeakerProfile Profile { get; private set; } = null!;

    /// <summary>The first of the speaker's episodes; null on later pages.</summary>
    public Page<EpisodeSummary>? Episodes { get; private set; }

    public DateOrder Order { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(
        string slug, [FromQuery(Name = "order")] string? order, [FromQuery(Name = "page")] string? page, CancellationToken cancellationToken)
    {
        Order = DateOrder.Read(Request.Query, links);
        var number = PageNumber.Read(page);
        if (!Paths.TryReadSlug(slug, out var key)
            || await episodes.FindSpeakerAsync(key, number, PageSize, Order.OldestFirst, cancellationToken) is not { } profile)
        {
            return NotFound();
        }

        Profile = profile;
        if (number == 1)
        {
            var chosen = await directory.EpisodesAsync(new EpisodeFilter(Speaker: key), cancellationToken);
            Episodes = await episodes.ListAsync(new EpisodeListQuery(1, EpisodesShown, Order.Episodes, chosen.Among), cancellationToken);
        }

        return Page();
    }

    Task IHasTwin.WriteTwinAsync(Stream output, CancellationToken cancellationToken) =>
        ListTwins.Speaker(Profile, Episodes, links).WriteAsync(output, cancellationToken);
}
