using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PodcastInsights.Core.Citation;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Rendering.Addresses;
using PodcastInsights.Web.Rendering.Views;
using PodcastInsights.Web.Twins;

namespace PodcastInsights.Web.Pages.Episodes;

internal sealed class TurnModel(IEpisodeReader episodes, SiteLinks links) : PageModel, IHasTwin
{
    /// <summary>Null where the turn was not found.</summary>
    public TurnPageView? Shown { get; private set; }

    /// <summary>The requested range of words where it is invalid or out of range; else null.</summary>
    public string? NoSuchWords { get; private set; }

    /// <summary>The episode to be offered where the turn was not found.</summary>
    public EpisodeSummary? Offered { get; private set; }

    /// <summary>The former turn where it was removed; null where it is not known.</summary>
    public RememberedTurn? Earlier { get; private set; }

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
        CitedWords? words = CitedWords.TryParse(w, out var cited) ? cited : null;
        if (TurnId.TryParse(id, out var turn) && await episodes.FindTurnAsync(key, turn, words, edition, cancellationToken) is { } match)
        {
            Shown = TurnPageView.Of(match, turn, links, edition);
            NoSuchWords = string.IsNullOrEmpty(w) || match.Quote is not null ? null : w;
            return Page();
        }

        Offered = await episodes.FindSummaryAsync(key, cancellationToken);
        if (Offered is null)
        {
            return NotFound();
        }

        Earlier = turn == default ? null : await episodes.RecallTurnAsync(key, turn, cancellationToken);
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }

    Task IHasTwin.WriteTwinAsync(Stream output, CancellationToken cancellationToken) =>
        (Shown is { } shown ? TurnTwin.Of(shown, NoSuchWords, links) : TurnTwin.Gone(Offered!, links)).WriteAsync(output, cancellationToken);
}
