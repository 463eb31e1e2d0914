using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search;
using PodcastInsights.Core.Search.Naming;
using PodcastInsights.Core.Search.Querying;
using PodcastInsights.Web.Citing;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Rendering.Views;

/// <summary>The data of the search page.</summary>
/// <param name="Searched">The query by which results are highlighted: what was typed, or its correction.</param>
/// <param name="Hints">Sentences about parts of the query that could not be applied.</param>
/// <param name="Chips">The active filters, each with a link that removes it.</param>
/// <param name="Files">Downloads of the results.</param>
internal sealed record SearchView(
    SearchAddress Address,
    SearchResults Results,
    string Searched,
    IReadOnlyList<string> Hints,
    IReadOnlyList<SearchLink> Chips,
    IReadOnlyList<SearchLink> Sorts,
    IReadOnlyList<SearchFacetView> Facets,
    IReadOnlyList<SearchGroup> Groups,
    IReadOnlyList<SearchLink> Files,
    IReadOnlyList<NamedView> Named,
    IReadOnlyList<OtherSearchView> Others)
{
    private const int MostChoices = 25;

    /// <summary>A feed of what is found; null where nothing is searched.</summary>
    public FeedLink? Feed => Address.Query.IsEmpty ? null : (Address with { Typed = Searched }).Feed;

    public static SearchView Of(SearchAddress address, SearchResults results, SiteLinks links)
    {
        var facets = results.Facets;
        return new SearchView(
            address,
            results,
            results.Corrected ?? address.Typed,
            [.. (results.Hints ?? []).Select(Wording.Hint).Distinct()],
            [.. address.Filters.Select(filter => new SearchLink(NameOf(filter, facets), address.Without(filter).Link(links), null, true))],
            [
                new(Texts.SortBest, (address with { Sort = null }).Link(links), null, address.Order == SearchSort.Relevance),
                new(Texts.SortDate, (address with { Sort = "date" }).Link(links), null, address.Order == SearchSort.Date),
                new(Texts.SortPlace, (address with { Sort = "place" }).Link(links), null, address.Order == SearchSort.Place),
            ],
            [.. FacetsOf(address, facets, links).Where(facet => facet.Choices.Count > 1)],
            [
                .. results.Items.GroupBy(hit => hit.Episode)
                    .Select(hits => SearchGroup.Of([.. hits], address.With(FilterField.Episode, hits.Key.Value).Link(links))),
            ],
            [.. SearchFiles.All.Select(file => new SearchLink(file.Name, address.FileLink(links, file.Suffix), null, false))],
            [.. results.Named.Select(named => NamedView.Of(named, links))],
            [.. results.Others.Select(other => new OtherSearchView(Wording.How(other.Kind), other.Text, links.Search(other.Text), other.Total))]);
    }

    private static string NameOf(GivenFilter filter, SearchFacets facets)
    {
        if (filter.Field == FilterField.Speaker)
        {
            return NameOf(facets.Speakers, filter.Value);
        }

        if (filter.Field == FilterField.Topic)
        {
            return NameOf(facets.Topics ?? [], filter.Value);
        }

        if (filter.Field == FilterField.Episode && EpisodeSlug.TryParse(filter.Value, out var slug))
        {
            return TitleOf(NameOf(facets.Episodes, filter.Value), slug);
        }

        return filter.Field == FilterField.Year ? filter.Value : $"{Wording.Name(filter.Field)}:{filter.Value}";
    }

    private static string NameOf(IReadOnlyList<Facet> facets, string slug) =>
        facets.FirstOrDefault(f => f.Slug.Value == slug)?.Name ?? slug;

    private static string TitleOf(string name, EpisodeSlug slug) => ShortTitle.Of(new LocalText(name, null), slug).Text;

    private static IEnumerable<SearchFacetView> FacetsOf(SearchAddress address, SearchFacets facets, SiteLinks links)
    {
        yield return new(Texts.Speakers, Choices(facets.Speakers, FilterField.Speaker));
        var titles = facets.Episodes.Select(f => f with { Name = TitleOf(f.Name, f.Slug) });
        yield return new(
            Texts.Episodes,
            [.. Choices(titles, FilterField.Episode).Select(title => title with { Language = LanguageTag.UnlessPages(TextLanguage.OfTitle(title.Name), title.Name) })]);
        yield return new(Texts.Topics, Choices(facets.Topics ?? [], FilterField.Topic));
        yield return new(
            Texts.FilterYear,
            [
                .. (facets.Years ?? [])
                    .Select(f => new SearchLink(f.Year.ToText(), address.With(FilterField.Year, f.Year.ToText()).Link(links), f.Count, false)),
            ]);

        IReadOnlyList<SearchLink> Choices(IEnumerable<Facet> all, FilterField field) =>
            [.. all.Take(MostChoices).Select(f => new SearchLink(f.Name, address.With(field, f.Slug.Value).Link(links), f.Count, false))];
    }
}

/// <param name="Count">Number of turns found; null where unknown.</param>
/// <param name="Chosen">Whether it is the current choice.</param>
internal sealed record SearchLink(string Name, string Link, int? Count, bool Chosen)
{
    /// <summary>Tag of the name's language; null for the page's, or for a name that has none.</summary>
    public string? Language { get; init; }
}

/// <summary>A person or episode named by the query.</summary>
/// <param name="Kind">Its kind, with the number of episodes or the date.</param>
internal sealed record NamedView(LocalText Title, string Link, string Kind)
{
    public static NamedView Of(NamedAnswer named, SiteLinks links) => named.Kind == NamedKind.Speaker
        ? new(
            new LocalText(named.Name, null),
            links.Speaker(named.Slug),
            Wording.List([Texts.CompletionSpeaker, Wording.Episodes(named.EpisodeCount)]))
        : new(
            ShortTitle.Of(LocalText.Best(named.Titles!, named.Name), named.Slug),
            links.Episode(named.Slug),
            Wording.List(new[]
            {
                Texts.CompletionEpisode, named.PublishedOn is { } date ? Wording.Date(date) : null, Wording.Editions(named.EpisodeLanguages),
            }.OfType<string>()));
}

/// <summary>An alternative search with results.</summary>
/// <param name="How">How it differs.</param>
internal sealed record OtherSearchView(string How, string Text, string Link, int Total);

/// <summary>A facet with its choices.</summary>
internal sealed record SearchFacetView(string Name, IReadOnlyList<SearchLink> Choices);

/// <summary>The turns found in one episode, on one page of results.</summary>
/// <param name="Editions">See <see cref="Wording.Editions"/>.</param>
/// <param name="AllLink">Link to all results in the episode.</param>
internal sealed record SearchGroup(
    EpisodeSlug Episode,
    LocalText Title,
    DateOnly? PublishedOn,
    string? Editions,
    string AllLink,
    IReadOnlyList<SearchHit> First,
    IReadOnlyList<SearchHit> More)
{
    private const int Shown = 3;

    public static SearchGroup Of(IReadOnlyList<SearchHit> hits, string allLink) => new(
        hits[0].Episode,
        ShortTitle.Of(LocalText.Best(hits[0].EpisodeTitles, hits[0].Episode.Value), hits[0].Episode),
        hits[0].PublishedOn,
        Wording.Editions(hits[0].EpisodeLanguages),
        allLink,
        [.. hits.Take(Shown)],
        [.. hits.Skip(Shown)]);
}
