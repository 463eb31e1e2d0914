using Microsoft.AspNetCore.Http.HttpResults;
using PodcastInsights.Core.Citation;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Library;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Addresses;
using PodcastInsights.Web.Rendering.Views;

namespace PodcastInsights.Web.Cards;

/// <summary>The pictures that chat apps show beside a link to a turn.</summary>
public static class QuoteCards
{
    private const int QuoteLength = 420;

    public static void MapQuoteCards(this IEndpointRouteBuilder app) =>
        app.MapMethods("/cards/{slug}/{id}.png", [HttpMethods.Get, HttpMethods.Head], DrawAsync)
            .ExcludeFromDescription()
            .WithMetadata(DerivedFromLibrary.Instance);

    private static async Task<Results<FileContentHttpResult, NotFound>> DrawAsync(
        IEpisodeReader episodes, string slug, string id, string? lang, string? w, CancellationToken cancellationToken)
    {
        if (!Paths.TryReadSlug(slug, out var key)
            || !TurnId.TryParse(id, out var asked)
            || await episodes.FindTurnAsync(
                key, asked, CitedWords.TryParse(w, out var words) ? words : null, EditionLanguage.Wanted(lang), cancellationToken) is not { } match)
        {
            return TypedResults.NotFound();
        }

        // Words that have changed are no quotation: whoever has kept the picture's address gets none.
        var quotation = QuotationView.Of(match);
        if (quotation.Text is not { } quote)
        {
            return TypedResults.NotFound();
        }

        var turn = match.Turn;
        var card = new QuoteCard(
            Excerpt.Of(quote, QuoteLength),
            quotation.Speakers,
            ShortTitle.Of(match.Episode).Text,
            match.Episode.PublishedOn is { } date ? Wording.Date(date) : "",
            turn.Paragraphs.Count > 0 ? turn.Paragraphs[0].Language : match.Language);
        return TypedResults.Bytes(card.Draw(), "image/png");
    }
}
