using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Rendering.Views;

/// <summary>A turn with its neighbours, as the turn's page shows them.</summary>
/// <param name="Asked">The id of the link that led here.</param>
/// <param name="Title">Of the episode, without what the page says anyway.</param>
/// <param name="Section">The heading that the turn stands below, and its place in the episode; null for none.</param>
/// <param name="Quote">The words that the link names, or the turn's own.</param>
/// <param name="Words">The words that the link names; null for the whole turn.</param>
/// <param name="Link">The address of the turn as it is now.</param>
/// <param name="InEpisode">The turn's place in the whole episode.</param>
/// <param name="Card">The picture of the quote.</param>
public sealed record TurnPageView(
    TurnMatch Match,
    TurnId Asked,
    LocalText Title,
    string? Language,
    (string Title, string Link)? Section,
    string Quote,
    WordRange? Words,
    string Link,
    string InEpisode,
    string Card,
    TurnView Turn,
    TurnView? Before,
    TurnView? After)
{
    private const int DescriptionLength = 200;

    /// <summary>The words in short, for those who show the link.</summary>
    public string Opening => Excerpt.Of(Quote, DescriptionLength);

    /// <param name="words">Words asked for, which the turn may not have.</param>
    public static TurnPageView Of(TurnMatch match, TurnId asked, SiteLinks links, string? edition, WordRange? words)
    {
        var slug = match.Episode.Slug;
        var chosen = edition == match.Language && match.Episode.Sources[0].Language != edition ? edition : null;
        var marks = words?.In(match.Turn);
        var marked = marks is null ? null : words;
        var spoken = SpokenLanguage.Of([match.Turn], match.Language);
        var views = new TurnViews(links, slug, spoken.Code, chosen, match.Speakers, match.Sponsors, match.Notes, match.TimedMediaUrl);
        return new TurnPageView(
            match,
            asked,
            ShortTitle.Of(match.Episode).Title,
            spoken.Tag,
            SectionOf(match, links.Episode(slug, chosen)),
            marks?.TextOf(match.Turn) ?? match.Turn.Plain,
            marked,
            links.Turn(slug, match.Turn.Id, chosen, marked),
            links.TurnInEpisode(slug, match.Turn.Id, chosen),
            links.Card(slug, match.Turn.Id, chosen, marked),
            views.Of(match.Turn, marks),
            match.Before is { } before ? views.Of(before) : null,
            match.After is { } after ? views.Of(after) : null);
    }

    private static (string Title, string Link)? SectionOf(TurnMatch match, string episode) =>
        match.Sections.At(match.Turn.Number) is { } section
            ? (section.Title, episode + SectionView.Of(match.Sections, null).First(view => view.Section == section).Link)
            : null;
}
