using PodcastInsights.Core.Search;
using PodcastInsights.Core.Search.Beginnings;
using PodcastInsights.Core.Search.Naming;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Api;

/// <summary>One page of turns found, best first.</summary>
/// <param name="Total">Turns found altogether.</param>
/// <param name="Page">Number of this page, from 1.</param>
/// <param name="Corrected">What was searched instead, where what was typed finds nothing; else null.</param>
/// <param name="Relaxed">Whether turns that hold most of the words were taken, as none holds all.</param>
/// <param name="Hints">What could not be taken as typed.</param>
/// <param name="Facets">How the turns found spread.</param>
/// <param name="Named">On the first page, the people and episodes whose name or title was typed, in whatever form or one slip away.</param>
/// <param name="Others">Where nothing was found, searches like this one that find something.</param>
public sealed record SearchResponse(
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

/// <summary>Somebody, or an episode, that was named by what was typed.</summary>
/// <param name="Name">The person's name, or the episode's title.</param>
/// <param name="Url">The page, root-relative.</param>
public sealed record NamedResponse(NamedKind Kind, string Name, string Slug, string Url)
{
    public static NamedResponse From(NamedAnswer named, string root) => new(
        named.Kind,
        named.Name,
        Paths.Segment(named.Slug),
        root + (named.Kind == NamedKind.Speaker ? Paths.Speaker(named.Slug) : Paths.Episode(named.Slug)));
}

/// <summary>A search that finds something where this one does not.</summary>
/// <param name="Kind">How it differs.</param>
/// <param name="Query">What to give as `q`; filters are part of it.</param>
/// <param name="Total">Turns that it finds.</param>
public sealed record OtherSearchResponse(OtherSearchKind Kind, string Query, int Total);

/// <summary>A turn found, with its best passage.</summary>
/// <param name="Section">The heading that the turn stands below; null for none.</param>
/// <param name="Paragraph">The paragraph of the passage, from 1.</param>
/// <param name="Snippet">The passage, cut from the original words; the pieces' texts joined give it.</param>
/// <param name="Score">Higher is better; comparable within one answer only.</param>
public sealed record SearchItemResponse(
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

/// <summary>The episode of a turn found.</summary>
public sealed record SearchEpisodeResponse(string Slug, IReadOnlyDictionary<string, string> Titles, DateOnly? PublishedOn);

/// <summary>A turn found, without its words.</summary>
/// <param name="Url">The turn's page, root-relative.</param>
public sealed record SearchTurnResponse(string Id, int Number, string? Speaker, double? StartSeconds, string Url);

/// <summary>A piece of a passage.</summary>
/// <param name="Match">Whether the piece is what was searched for.</param>
public sealed record SnippetResponse(string Text, bool Match);

/// <summary>Something of the query that could not be taken as typed.</summary>
/// <param name="Text">The piece of the query.</param>
public sealed record SearchHintResponse(SearchHintKind Kind, string Text);

/// <summary>How the turns found spread, most first.</summary>
public sealed record SearchFacetsResponse(
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

/// <summary>Turns found in episodes of one year.</summary>
public sealed record YearFacetResponse(int Year, int Count);

/// <summary>How what is being typed may go on.</summary>
/// <param name="Words">The last word, completed; most frequent first.</param>
/// <param name="Topics">Only where a topic is being typed: `topic:gro`.</param>
/// <param name="Start">Where in `q` that begins which a word, or the `filter` of a name, takes the place of; in UTF-16 units.</param>
public sealed record SuggestionsResponse(
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

/// <summary>A speaker, an episode or a topic: every word typed begins a word of the name.</summary>
/// <param name="Filter">The filter that is being typed, completed: `speaker:"Ada Quill"`; null where none is.</param>
public sealed record SuggestedNameResponse(string Name, string Slug, string? Filter)
{
    public static IReadOnlyList<SuggestedNameResponse> From(IEnumerable<SuggestedName> names) =>
        [.. names.Select(name => new SuggestedNameResponse(name.Name, Paths.Segment(name.Slug), name.Filter))];
}

/// <summary>One speaker or episode among the turns found.</summary>
/// <param name="Count">Turns found that have it.</param>
public sealed record FacetResponse(string Name, string Slug, int Count)
{
    public static IReadOnlyList<FacetResponse> From(IEnumerable<Facet> facets) =>
        [.. facets.Select(f => new FacetResponse(f.Name, Paths.Segment(f.Slug), f.Count))];
}
