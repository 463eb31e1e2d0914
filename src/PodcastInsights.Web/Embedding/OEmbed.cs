using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using PodcastInsights.Core.Citation;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Api;
using PodcastInsights.Web.Branding;
using PodcastInsights.Web.Cards;
using PodcastInsights.Web.Library;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Addresses;
using PodcastInsights.Web.Rendering.Views;
using PodcastInsights.Web.Security;

namespace PodcastInsights.Web.Embedding;

/// <summary>
/// The oEmbed 1.0 endpoint: gives the quotation to show for a link to a turn or an episode. An episode is represented by the turn of its
/// first takeaway, or else by its first turn.
/// </summary>
internal static class OEmbed
{
    /// <summary>Maximum length of the quoted words, in characters.</summary>
    public const int MostQuoted = 1000;

    /// <summary>In seconds. One day, so that embedded quotations follow corrections of the transcript.</summary>
    private const int CacheAge = 24 * 60 * 60;

    private static readonly string[] ReadMethods = [HttpMethods.Get, HttpMethods.Head];

    private static readonly JsonSerializerOptions Json = Written();

    public static void MapOEmbed(this IEndpointRouteBuilder app) =>
        ForPrograms.Mark(
            app.MapMethods(Paths.Embedding, ReadMethods, AnswerAsync).ExcludeFromDescription().WithMetadata(DerivedFromLibrary.Instance));

    /// <summary>The language of the page that an oEmbed request is about; null for other requests.</summary>
    public static SiteLanguage? LanguageOf(HttpRequest request) =>
        request.Path == Paths.Embedding
        && LinkPlace.TryRead(request.Query["url"].ToString(), $"{request.Scheme}://{request.Host}{request.PathBase}", out var place)
            ? place.Language
            : null;

    private static async Task<Results<JsonHttpResult<EmbeddingResponse>, ProblemHttpResult>> AnswerAsync(
        IEpisodeReader episodes,
        IFormerAddresses addresses,
        SiteLinks links,
        Site site,
        string? url,
        string? format,
        string? maxwidth,
        string? maxheight,
        CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(format) && !format.Equals("json", StringComparison.OrdinalIgnoreCase))
        {
            return Problems.OnlyJson();
        }

        if (!EmbeddingSize.TryRead(maxwidth, out var wide))
        {
            return Problems.BadParameter("maxwidth", EmbeddingSize.Largest);
        }

        if (!EmbeddingSize.TryRead(maxheight, out var high))
        {
            return Problems.BadParameter("maxheight", EmbeddingSize.Largest);
        }

        if (!Uri.TryCreate(url?.Trim(), UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            return Problems.NoAddress();
        }

        var root = links.Absolute(links.Root);
        return LinkPlace.TryRead(address.AbsoluteUri, root, out var place)
            && await addresses.PresentAsync(place.Given["slug"], cancellationToken) is { } slug
            && await FindAsync(place, slug, episodes, links, cancellationToken) is { } found
            ? TypedResults.Json(Of(found, new EmbeddingSize(wide, high), links, site), Json)
            : Problems.NothingThere(root);
    }

    private static Task<Shown?> FindAsync(
        LinkPlace place, EpisodeSlug slug, IEpisodeReader episodes, SiteLinks links, CancellationToken cancellationToken) => place.Kind switch
        {
            LinkKind.Turn => FindTurnAsync(place.Given, slug, episodes, links, cancellationToken),
            LinkKind.Episode => FindEpisodeAsync(place.Given, slug, episodes, links, cancellationToken),
            _ => Task.FromResult<Shown?>(null),
        };

    private static async Task<Shown?> FindTurnAsync(
        IQueryCollection given, EpisodeSlug slug, IEpisodeReader episodes, SiteLinks links, CancellationToken cancellationToken)
    {
        var edition = EditionLanguage.Wanted(given["lang"]);
        string? w = given["w"];
        CitedWords? words = CitedWords.TryParse(w, out var cited) ? cited : null;
        if (!TurnId.TryParse(given["id"].ToString(), out var id)
            || await episodes.FindTurnAsync(slug, id, words, edition, cancellationToken) is not { } match)
        {
            return null;
        }

        // The link names words that the turn does not have; quoting the whole turn instead would be wrong.
        var isOther = !string.IsNullOrEmpty(w) && match.Quote is null;
        var turn = TurnPageView.Of(match, id, links, edition);
        var title = Wording.Copied(Texts.ShareTitle, string.Join(", ", turn.Turns.Select(one => one.SpeakerName).Distinct()), turn.Title.Text);
        return new Shown(title, turn, isOther ? null : turn.Citation);
    }

    private static async Task<Shown?> FindEpisodeAsync(
        IQueryCollection given, EpisodeSlug slug, IEpisodeReader episodes, SiteLinks links, CancellationToken cancellationToken)
    {
        string? lang = given["lang"];
        var wanted = string.IsNullOrEmpty(lang) ? EditionLanguage.OfSite : EditionLanguage.Wanted(lang);
        if (await episodes.FindAsync(slug, wanted, cancellationToken) is not { Turns: [var first, ..] } episode)
        {
            return null;
        }

        var telling = episode.Takeaways.Select(takeaway => takeaway.TurnId).FirstOrDefault(id => id is not null) ?? first.Id;
        if (await episodes.FindTurnAsync(slug, telling, null, episode.Language, cancellationToken) is not { } match)
        {
            return null;
        }

        var turn = TurnPageView.Of(match, telling, links, episode.Language);
        return new Shown(LocalText.Best(episode.Summary.Titles, slug.Value).Text, turn, turn.Citation);
    }

    private static EmbeddingResponse Of(Shown shown, EmbeddingSize size, SiteLinks links, Site site)
    {
        var turn = shown.Turn;
        var speakers = turn.Turns.Select(one => one.SpeakerName).Distinct().ToList();
        var response = new EmbeddingResponse(
            shown.Quotation is null ? EmbeddingResponse.Link : EmbeddingResponse.Rich,
            "1.0",
            PlainName.Of(shown.Title),
            PlainName.Of(Wording.List(speakers)),
            speakers.Count == 1 && turn.Turns[0].SpeakerLink is { } speaker ? links.Absolute(speaker) : null,
            PlainName.Of(site.Name),
            links.Absolute(links.Home),
            CacheAge);
        if (shown.Quotation is not { } quotation)
        {
            return response;
        }

        var words = quotation.Reference.Quote;
        var most = Math.Min(MostQuoted, size.MostOf(words));
        var hasRoom = !(size.MostWide < Card.Width || size.MostHigh < Card.Height);
        return response with
        {
            Html = quotation.Embedded(most),
            Width = size.Width,
            Height = size.HeightOf(words[..Math.Min(words.Length, most)]),
            ThumbnailUrl = hasRoom ? links.Absolute(turn.Card) : null,
            ThumbnailWidth = hasRoom ? Card.Width : null,
            ThumbnailHeight = hasRoom ? Card.Height : null,
        };
    }

    private static JsonSerializerOptions Written()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
        ApiRegistration.Write(options);
        return options;
    }

    /// <param name="Quotation">Null where nothing may be quoted.</param>
    private sealed record Shown(string Title, TurnPageView Turn, CitationView? Quotation);
}
