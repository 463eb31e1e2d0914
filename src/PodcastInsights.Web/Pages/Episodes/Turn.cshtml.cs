using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Rendering.Addresses;
using PodcastInsights.Web.Rendering.Views;

namespace PodcastInsights.Web.Pages.Episodes;

public sealed class TurnModel(IEpisodeReader episodes, SiteLinks links) : PageModel
{
    /// <summary>Null where the turn is gone.</summary>
    public TurnPageView? Shown { get; private set; }

    /// <summary>The words asked for, where the turn has none of that number or the parameter is none; else null.</summary>
    public string? NoSuchWords { get; private set; }

    /// <summary>The episode whose turn is gone, to be offered in its place.</summary>
    public EpisodeSummary? Offered { get; private set; }

    public async Task<IActionResult> OnGetAsync(
        string slug,
        string id,
        [FromQuery(Name = "lang")] string? lang,
        [FromQuery(Name = "w")] string? w,
        CancellationToken cancellationToken)
    {
        if (!Paths.TryReadSlug(slug, out var key))
        {
            return NotFound();
        }

        var edition = EditionLanguage.Wanted(lang);
        if (TurnId.TryParse(id, out var turn) && await episodes.FindTurnAsync(key, turn, edition, cancellationToken) is { } match)
        {
            Shown = TurnPageView.Of(match, turn, links, edition, WordRange.TryParse(w, out var words) ? words : null);
            NoSuchWords = string.IsNullOrEmpty(w) || Shown.Words is not null ? null : w;
            return Page();
        }

        Offered = await episodes.FindSummaryAsync(key, cancellationToken);
        if (Offered is null)
        {
            return NotFound();
        }

        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
