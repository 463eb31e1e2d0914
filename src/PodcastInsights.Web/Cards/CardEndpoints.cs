using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using PodcastInsights.Core.Citation;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Branding;
using PodcastInsights.Web.Library;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Addresses;
using PodcastInsights.Web.Rendering.Views;

namespace PodcastInsights.Web.Cards;

/// <summary>Serves the preview pictures for links to turns and episodes.</summary>
internal static class CardEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapCards(this IEndpointRouteBuilder app)
    {
        var cards = app.MapGroup("/cards/{slug}").ExcludeFromDescription().WithMetadata(DerivedFromLibrary.Instance);
        cards.MapMethods("/{id}.png", Methods, DrawQuoteAsync);
        cards.MapMethods("/episode.png", Methods, DrawEpisodeAsync);
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> DrawQuoteAsync(
        IEpisodeReader episodes, Site site, string slug, string id, string? lang, string? w, CancellationToken cancellationToken)
    {
        if (!Paths.TryReadSlug(slug, out var key)
            || !TurnId.TryParse(id, out var asked)
            || await episodes.FindTurnAsync(
                key, asked, CitedWords.TryParse(w, out var words) ? words : null, EditionLanguage.Wanted(lang), cancellationToken) is not { } match)
        {
            return TypedResults.NotFound();
        }

        return QuoteCardOf(match, CardSite.Of(site)) is { } card ? Picture(card.Draw()) : TypedResults.NotFound();
    }

    /// <summary>Null where the words have changed: they must not be shown as a quotation, even at an old address.</summary>
    internal static QuoteCard? QuoteCardOf(TurnMatch match, CardSite site)
    {
        var language = match.Turn.Paragraphs is [var first, ..] ? first.Language : match.Language;
        SpeakIn(language);
        var quotation = QuotationView.Of(match);
        var episode = match.Episode;
        var title = ShortTitle.Of(episode).Text;
        return quotation.Text is not { } quote
            ? null
            : new QuoteCard(
                quote,
                quotation.Speakers,
                episode.Show,
                title == quotation.Speakers ? "" : title,
                string.Join(" · ", new[] { DateOf(episode, language), quotation.Start?.ToString() }.OfType<string>()),
                site,
                LanguageTag.Of(language, quote));
    }

    /// <param name="lang">Requested language; the episode may have no title in it.</param>
    private static async Task<Results<FileContentHttpResult, NotFound>> DrawEpisodeAsync(
        IEpisodeReader episodes, Site site, string slug, string? lang, CancellationToken cancellationToken)
    {
        if (!Paths.TryReadSlug(slug, out var key)
            || await episodes.FindAsync(key, EditionLanguage.Wanted(lang), cancellationToken) is not { } episode)
        {
            return TypedResults.NotFound();
        }

        return Picture(EpisodeCardOf(episode, EditionLanguage.Wanted(lang) ?? episode.Language, CardSite.Of(site)).Draw());
    }

    internal static EpisodeCard EpisodeCardOf(Episode episode, string wanted, CardSite site)
    {
        SpeakIn(wanted);
        var title = ShortTitle.Of(episode.Summary);
        var language = title.Language?.Split('-')[0] ?? SiteLanguage.Current.Code;

        // Hosts and guests; all speakers where no roles are known.
        var talking = episode.Speakers.Where(speaker => speaker.Role != SpeakerRole.Other).ToList();
        return new EpisodeCard(
            title.Text,
            Wording.List((talking.Count > 0 ? talking : episode.Speakers).Select(speaker => speaker.Name)),
            episode.Summary.Show,
            DateOf(episode.Summary, language) ?? "",
            site,
            LanguageTag.Of(language, title.Text));
    }

    private static FileContentHttpResult Picture(byte[] png) => TypedResults.Bytes(png, "image/png");

    private static string? DateOf(EpisodeSummary episode, string language) =>
        episode.PublishedOn is { } date ? Wording.DateIn(language, date) : null;

    /// <summary>Sets the language of the site's own text to that of the card, because the address of a card has no language prefix.</summary>
    private static void SpeakIn(string language) =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = (SiteLanguage.Find(language) ?? SiteLanguage.English).Culture;
}
