using PodcastInsights.Core.Search;
using PodcastInsights.Core.Search.Beginnings;
using PodcastInsights.Core.Search.Naming;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Api;

/// <summary>One page of search results, best first.</summary>
/// <param name="Total">Total number of results.</param>
/// <param name="Page">Number of this page, from 1.</param>
/// <param name="Corrected">The query that was searched instead, where the given one finds nothing; else null.</param>
/// <param name="Relaxed">Whether turns with most of the words are included, because none has all.</param>
/// <param name="Hints">Parts of the query that could not be used as given.</param>
/// <param name="Facets">Counts of the results by speaker, episode and year.</param>
/// <param name="Named">
/// On the first page, the people and episodes whose name or title is the query, in any form or with one typing error.
/// </param>
/// <param name="Others">If nothing was found, similar searches with results.</param>
internal sealed record SearchResponse(
    int Total,
    int Page,
    int PageSize,
    string? Corrected,
    bool Relaxed,
    IReadOnlyList<SearchHintResponse> Hints,
    IReadOnlyList<SearchItemResponse> Items,
    SearchFacetsResponse Facets,
    IReadOnlyList<NamedResponse> Named,
    IReadOnlyList<OtherSearchResponse> Others) : IPage
{
    public static SearchResponse From(SearchResults results, string root) => new(
        results.Total,
        results.Page,
        results.PageSize,
        results.Corrected,
        results.Relaxed,
        [.. (results.Hints ?? []).Select(hint => new SearchHintResponse(hint.Kind, hint.Text))],
        [.. results.Items.Select(hit => SearchItemResponse.From(hit, root))],
        SearchFacetsResponse.From(results.Facets),
        [.. results.Named.Select(named => NamedResponse.From(named, root))],
        [.. results.Others.Select(other => new OtherSearchResponse(other.Kind, other.Text, other.Total))]);
}

/// <summary>A person or an episode that the query names.</summary>
/// <param name="Name">The person's name, or the episode's title.</param>
/// <param name="Url">The page, root-relative.</param>
internal sealed record NamedResponse(NamedKind Kind, string Name, string Slug, string Url)
{
    public static NamedResponse From(NamedAnswer named, string root) => new(
        named.Kind,
        named.Name,
        Paths.Segment(named.Slug),
        root + (named.Kind == NamedKind.Speaker ? Paths.Speaker(named.Slug) : Paths.Episode(named.Slug)));
}

/// <summary>An alternative search with results.</summary>
/// <param name="Kind">How it differs.</param>
/// <param name="Query">The value for `q`, including filters.</param>
/// <param name="Total">Number of its results.</param>
internal sealed record OtherSearchResponse(OtherSearchKind Kind, string Query, int Total);

/// <summary>A search result: a turn with its best passage.</summary>
/// <param name="Section">The section of the turn; null for none.</param>
/// <param name="Paragraph">The paragraph of the passage, from 1.</param>
/// <param name="Snippet">The passage in the original words, in pieces that can be concatenated.</param>
/// <param name="Score">Higher is better. Comparable only within one response.</param>
internal sealed record SearchItemResponse(
    SearchEpisodeResponse Episode,
    SearchTurnResponse Turn,
    SectionNameResponse? Section,
    int Paragraph,
    IReadOnlyList<SnippetResponse> Snippet,
    double Score)
{
    public static SearchItemResponse From(SearchHit hit, string root) => new(
        new SearchEpisodeResponse(Paths.Segment(hit.Episode), hit.EpisodeTitles, hit.PublishedOn),
        new SearchTurnResponse(
            hit.TurnId.ToString(),
            hit.TurnId.Number,
            hit.Speaker,
            hit.Start?.Seconds,
            root + Paths.Turn(hit.Episode, hit.TurnId, hit.Edition)),
        SectionNameResponse.From(hit.Section),
        hit.Paragraph,
        [.. hit.Snippet.Select(part => new SnippetResponse(part.Text, part.Match))],
        hit.Score);
}

/// <summary>The episode of a search result.</summary>
internal sealed record SearchEpisodeResponse(string Slug, IReadOnlyDictionary<string, string> Titles, DateOnly? PublishedOn);

/// <summary>The turn of a search result, without its text.</summary>
/// <param name="Url">The turn's page, root-relative.</param>
internal sealed record SearchTurnResponse(string Id, int Number, string? Speaker, double? StartSeconds, string Url);

/// <summary>A piece of a passage.</summary>
/// <param name="Match">Whether the piece matches the query.</param>
internal sealed record SnippetResponse(string Text, bool Match);

/// <summary>A part of the query that could not be used as given.</summary>
/// <param name="Text">The part of the query.</param>
internal sealed record SearchHintResponse(SearchHintKind Kind, string Text);

/// <summary>Counts of the results, the largest first.</summary>
internal sealed record SearchFacetsResponse(
    IReadOnlyList<FacetResponse> Speakers,
    IReadOnlyList<FacetResponse> Episodes,
    IReadOnlyList<FacetResponse> Topics,
    IReadOnlyList<YearFacetResponse> Years)
{
    public static SearchFacetsResponse From(SearchFacets facets) => new(
        FacetResponse.From(facets.Speakers),
        FacetResponse.From(facets.Episodes),
        FacetResponse.From(facets.Topics ?? []),
        [.. (facets.Years ?? []).Select(year => new YearFacetResponse(year.Year, year.Count))]);
}

/// <summary>Number of results in episodes of one year.</summary>
internal sealed record YearFacetResponse(int Year, int Count);

/// <summary>Completions of a query that is being typed.</summary>
/// <param name="Words">Completions of the last word, the most frequent first.</param>
/// <param name="Topics">Only if a topic is being typed: `topic:gro`.</param>
/// <param name="Start">Index in `q`, in UTF-16 code units, of the part that a word or the `filter` of a name replaces.</param>
internal sealed record SuggestionsResponse(
    IReadOnlyList<string> Words,
    IReadOnlyList<SuggestedNameResponse> Speakers,
    IReadOnlyList<SuggestedNameResponse> Episodes,
    IReadOnlyList<SuggestedNameResponse> Topics,
    int Start)
{
    public static SuggestionsResponse From(SearchSuggestions suggestions) => new(
        suggestions.Words,
        SuggestedNameResponse.From(suggestions.Speakers),
        SuggestedNameResponse.From(suggestions.Episodes),
        SuggestedNameResponse.From(suggestions.Topics),
        suggestions.Start);
}

/// <summary>A speaker, an episode or a topic in whose name every typed word begins a word.</summary>
/// <param name="Filter">The completed filter: `speaker:"Ada Quill"`; null if none is being typed.</param>
internal sealed record SuggestedNameResponse(string Name, string Slug, string? Filter)
{
    public static IReadOnlyList<SuggestedNameResponse> From(IEnumerable<SuggestedName> names) =>
        [.. names.Select(name => new SuggestedNameResponse(name.Name, Paths.Segment(name.Slug), name.Filter))];
}

/// <summary>A speaker or an episode among the results.</summary>
/// <param name="Count">Number of its results.</param>
internal sealed record FacetResponse(string Name, string Slug, int Count)
{
    public static IReadOnlyList<FacetResponse> From(IEnumerable<Facet> facets) =>
        [.. facets.Select(f => new FacetResponse(f.Name, Paths.Segment(f.Slug), f.Count))];
}
