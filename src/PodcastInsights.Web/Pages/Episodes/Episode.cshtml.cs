using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using PodcastInsights.Core.Citation;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Exports;
using PodcastInsights.Core.Search;
using PodcastInsights.Core.Search.Browsing;
using PodcastInsights.Web.Library;
using PodcastInsights.Web.Rendering.Addresses;
using PodcastInsights.Web.Rendering.Marks;
using PodcastInsights.Web.Rendering.Views;
using PodcastInsights.Web.Settings;
using PodcastInsights.Web.Twins;

namespace PodcastInsights.Web.Pages.Episodes;

internal sealed class EpisodeModel(
    IEpisodeReader episodes,
    ISearchIndex index,
    ILibraryDirectory directory,
    LibraryState library,
    SiteLinks links,
    IOptions<RecordingSettings> recordings) : PageModel, IHasTwin
{
    public EpisodeView Shown { get; private set; } = null!;

    /// <summary>The player; null for none.</summary>
    public PlayerView? Player { get; private set; }

    /// <summary>Episodes to read next.</summary>
    public EpisodeSurroundings Around { get; private set; } = EpisodeSurroundings.None;

    public async Task<IActionResult> OnGetAsync(
        string slug,
        [FromQuery(Name = "lang")] string? lang,
        [FromQuery(Name = "q")] string? q,
        [FromQuery(Name = "view")] string? view,
        [FromQuery(Name = "turn")] string? turn,
        [FromQuery(Name = "w")] string? w,
        CancellationToken cancellationToken)
    {
        // An address with a turn and no language means the default edition.
        var asked = EditionLanguage.Wanted(lang);
        var wanted = string.IsNullOrEmpty(lang) && turn is null ? EditionLanguage.OfSite : asked;
        if (!Paths.TryReadSlug(slug, out var key) || await episodes.FindAsync(key, wanted, cancellationToken) is not { } episode)
        {
            return NotFound();
        }

        var hits = await EpisodeHits.FindAsync(index, episode, q, cancellationToken);
        Shown = EpisodeView.Of(episode, links, asked, hits);
        if (TurnId.TryParse(turn, out var id) && CitedWords.TryParse(w, out var words)
            && await episodes.FindTurnAsync(key, id, words, EditionLanguage.Wanted(lang), cancellationToken) is { } match)
        {
            Shown = Shown.WithQuotation(match, links);
        }

        if (view == "both" && episode.Twins.Count > 0 && await episodes.FindAsync(key, episode.Twins[0], cancellationToken) is { } twin)
        {
            var beside = EpisodeView.Of(twin, links, twin.Language, await EpisodeHits.FindAsync(index, twin, q, cancellationToken));
            Shown = Shown with { Twin = TwinView.Of(Shown, beside) };
        }

        Player = PlayerView.Of(Shown, links, recordings.Value);
        if (library.IsSettled)
        {
            // Right after a start the search data may not be loaded; the page is then shown without, and not cached.
            Around = await directory.AroundAsync(key, episode.Relatives, cancellationToken);
        }

        return Page();
    }

    /// <remarks>The file that one downloads, which is the same episode where it is imported; it holds what was said and not what was searched.</remarks>
    Task IHasTwin.WriteTwinAsync(Stream output, CancellationToken cancellationToken) =>
        new MarkdownExport().WriteAsync(Shown.Episode, output, cancellationToken);
}
