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

/// <summary>The pictures that chat apps show beside a link to a turn or to an episode.</summary>
public static class CardEndpoints
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

    /// <summary>Null where the words have changed: they are no quotation, and whoever has kept the picture's address gets none.</summary>
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

    /// <param name="lang">The language wanted, of which the episode may have no title.</param>
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

        // Those of the conversation; where nobody can be told to be its host or guest, all who are heard.
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

    /// <summary>What the site itself says on a card is in the card's language where the site speaks it: the address of a card names none.</summary>
    private static void SpeakIn(string language) =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = (SiteLanguage.Find(language) ?? SiteLanguage.English).Culture;
}
