using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Rendering;

namespace PodcastInsights.Web.Pages.Episodes;

public sealed class EpisodeModel(IEpisodeReader episodes, SiteLinks links) : PageModel
{
    public EpisodeView Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, [FromQuery(Name = "lang")] string? lang, CancellationToken cancellationToken)
    {
        if (!Addresses.TryReadSlug(slug, out var key)
            || await episodes.FindAsync(key, EditionLanguage.Wanted(lang), cancellationToken) is not { } episode)
        {
            return NotFound();
        }

        Shown = EpisodeView.Of(episode, links, EditionLanguage.Wanted(lang));
        return Page();
    }
}
