using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Rendering;

/// <summary>What a search found, as its page shows it.</summary>
/// <param name="Searched">What the places found are marked by: what was typed, or what was searched in its place.</param>
/// <param name="Hints">What could not be taken as typed, in words.</param>
/// <param name="Chips">What narrows the search, each with the way to take it off.</param>
public sealed record SearchView(
    SearchAddress Address,
    SearchResults Results,
    string Searched,
    IReadOnlyList<string> Hints,
    IReadOnlyList<SearchLink> Chips,
    IReadOnlyList<SearchLink> Sorts,
    IReadOnlyList<SearchFacetView> Facets,
    IReadOnlyList<SearchGroup> Groups)
{
    private const int MostChoices = 25;

    public static SearchView Of(SearchAddress address, SearchResults results, SiteLinks links)
    {
        var facets = results.Facets;
        return new SearchView(
            address,
            results,
            results.Corrected ?? address.Typed,
            [.. (results.Hints ?? []).Select(Wording.Hint).Distinct()],
            [.. ChipsOf(address, facets, links)],
            [
                new(Texts.SortBest, (address with { Sort = null }).Link(links), null, address.Order == SearchSort.Relevance),
                new(Texts.SortDate, (address with { Sort = "date" }).Link(links), null, address.Order == SearchSort.Date),
                new(Texts.SortPlace, (address with { Sort = "place" }).Link(links), null, address.Order == SearchSort.Place),
            ],
            [.. FacetsOf(address, facets, links).Where(facet => facet.Choices.Count > 1)],
            [
                .. results.Items.GroupBy(hit => hit.Episode)
                    .Select(hits => SearchGroup.Of([.. hits], (address with { Episode = hits.Key.Value }).Link(links))),
            ]);
    }

    private static IEnumerable<SearchLink> ChipsOf(SearchAddress address, SearchFacets facets, SiteLinks links)
    {
        if (address.Speaker is { } speaker)
        {
            yield return new(NameOf(facets.Speakers, speaker), (address with { Speaker = null }).Link(links), null, true);
        }

        if (address.Episode is { } episode)
        {
            var title = TitleOf(NameOf(facets.Episodes, episode), EpisodeSlug.From(episode));
            yield return new(title, (address with { Episode = null }).Link(links), null, true);
        }

        if (address.Topic is { } topic)
        {
            yield return new(NameOf(facets.Topics ?? [], topic), (address with { Topic = null }).Link(links), null, true);
        }

        if (address.Year is { } year)
        {
            yield return new(year.ToText(), (address with { Year = null }).Link(links), null, true);
        }
    }

    private static string NameOf(IReadOnlyList<Facet> facets, string slug) =>
        facets.FirstOrDefault(f => f.Slug.Value == slug)?.Name ?? slug;

    private static string TitleOf(string name, EpisodeSlug slug) => ShortTitle.Of(new LocalText(name, null), slug).Text;

    private static IEnumerable<SearchFacetView> FacetsOf(SearchAddress address, SearchFacets facets, SiteLinks links)
    {
        yield return new(Texts.Speakers, Choices(facets.Speakers, f => address with { Speaker = f.Slug.Value }));
        var titles = facets.Episodes.Select(f => f with { Name = TitleOf(f.Name, f.Slug) }).ToList();
        yield return new(Texts.Episodes, Choices(titles, f => address with { Episode = f.Slug.Value }));
        yield return new(Texts.Topics, Choices(facets.Topics ?? [], f => address with { Topic = f.Slug.Value }));
        yield return new(
            Texts.FilterYear,
            [
                .. (facets.Years ?? [])
                    .Select(f => new SearchLink(f.Year.ToText(), (address with { Year = f.Year }).Link(links), f.Count, false)),
            ]);

        IReadOnlyList<SearchLink> Choices(IReadOnlyList<Facet> all, Func<Facet, SearchAddress> narrowed) =>
            [.. all.Take(MostChoices).Select(f => new SearchLink(f.Name, narrowed(f).Link(links), f.Count, false))];
    }
}

/// <param name="Count">Turns found that way; null where it is not known.</param>
/// <param name="Chosen">Whether the search is so already.</param>
public sealed record SearchLink(string Name, string Link, int? Count, bool Chosen);

/// <summary>One way to narrow a search.</summary>
public sealed record SearchFacetView(string Name, IReadOnlyList<SearchLink> Choices);

/// <summary>The turns found in one episode, on one page of results.</summary>
/// <param name="AllLink">All that was found in the episode.</param>
public sealed record SearchGroup(
    EpisodeSlug Episode,
    LocalText Title,
    DateOnly? PublishedOn,
    string AllLink,
    IReadOnlyList<SearchHit> First,
    IReadOnlyList<SearchHit> More)
{
    private const int Shown = 3;

    public static SearchGroup Of(IReadOnlyList<SearchHit> hits, string allLink) => new(
        hits[0].Episode,
        ShortTitle.Of(LocalText.Best(hits[0].EpisodeTitles, hits[0].Episode.Value), hits[0].Episode),
        hits[0].PublishedOn,
        allLink,
        [.. hits.Take(Shown)],
        [.. hits.Skip(Shown)]);
}
