using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Pages.Speakers;

public sealed class SpeakerModel(IEpisodeReader episodes) : PageModel
{
    private const int PageSize = 50;

    public SpeakerProfile Profile { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(
        string slug, [FromQuery(Name = "page")] string? page, CancellationToken cancellationToken)
    {
        if (!Paths.TryReadSlug(slug, out var key)
            || await episodes.FindSpeakerAsync(key, PageNumber.Read(page), PageSize, cancellationToken) is not { } profile)
        {
            return NotFound();
        }

        Profile = profile;
        return Page();
    }
}
