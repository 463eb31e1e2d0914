using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Rendering;

/// <summary>A turn with its neighbours, as the turn's page shows them.</summary>
/// <param name="Asked">The id of the link that led here.</param>
/// <param name="Opening">The turn's first words, for the page's description.</param>
/// <param name="Link">The address of the turn as it is now.</param>
/// <param name="InEpisode">The turn's place in the whole episode.</param>
public sealed record TurnPageView(
    TurnMatch Match,
    TurnId Asked,
    LocalText Title,
    string? Language,
    string Opening,
    string Link,
    string InEpisode,
    TurnView Turn,
    TurnView? Before,
    TurnView? After)
{
    private const int OpeningLength = 180;

    public static TurnPageView Of(TurnMatch match, TurnId asked, SiteLinks links, string? edition)
    {
        var slug = match.Episode.Slug;
        var chosen = edition == match.Language && match.Episode.Sources[0].Language != edition ? edition : null;
        return new TurnPageView(
            match,
            asked,
            LocalText.Best(match.Episode.Titles, slug.Value),
            SiteLanguage.TagUnless(match.Language, SiteLanguage.Current.Code),
            Cut(string.Join(' ', match.Turn.Paragraphs.Select(p => p.Text))),
            links.Turn(slug, match.Turn.Id, chosen),
            links.TurnInEpisode(slug, match.Turn.Id, chosen),
            View(match.Turn, match.Role),
            match.Before is { } before ? View(before, null) : null,
            match.After is { } after ? View(after, null) : null);

        TurnView View(Turn turn, SpeakerRole? role) => new(
            turn,
            role,
            links.Turn(slug, turn.Id, chosen),
            turn.Speaker is { } name ? links.Speaker(EpisodeSlug.From(name)) : null,
            match.Language,
            TurnBlock.Of(turn, [], []));
    }

    private static string Cut(string text)
    {
        if (text.Length <= OpeningLength)
        {
            return text;
        }

        var space = text.LastIndexOf(' ', OpeningLength);
        var end = space > OpeningLength / 2 ? space : OpeningLength;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[end - 1]) ? end - 1 : end), "…");
    }
}
