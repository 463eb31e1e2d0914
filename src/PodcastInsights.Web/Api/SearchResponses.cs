using PodcastInsights.Core.Search;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Api;

/// <summary>One page of turns found, best first.</summary>
/// <param name="Total">Turns found altogether.</param>
/// <param name="Page">Number of this page, from 1.</param>
/// <param name="Corrected">What was searched instead, where what was typed finds nothing; else null.</param>
/// <param name="Relaxed">Whether turns that hold most of the words were taken, as none holds all.</param>
/// <param name="Hints">What could not be taken as typed.</param>
/// <param name="Facets">How the turns found spread.</param>
public sealed record SearchResponse(
    int Total,
    int Page,
    int PageSize,
    string? Corrected,
    bool Relaxed,
    IReadOnlyList<SearchHintResponse> Hints,
    IReadOnlyList<SearchItemResponse> Items,
    SearchFacetsResponse Facets)
{
    public static SearchResponse From(SearchResults results, string root) => new(
        results.Total,
        results.Page,
        results.PageSize,
        results.Corrected,
        results.Relaxed,
        [.. (results.Hints ?? []).Select(hint => new SearchHintResponse(hint.Kind, hint.Text))],
        [.. results.Items.Select(hit => SearchItemResponse.From(hit, root))],
        SearchFacetsResponse.From(results.Facets));
}

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
public sealed record SuggestionsResponse(
    IReadOnlyList<string> Words, IReadOnlyList<SuggestedNameResponse> Speakers, IReadOnlyList<SuggestedNameResponse> Episodes)
{
    public static SuggestionsResponse From(SearchSuggestions suggestions) => new(
        suggestions.Words,
        [.. suggestions.Speakers.Select(speaker => new SuggestedNameResponse(speaker.Name, Paths.Segment(speaker.Slug)))],
        [.. suggestions.Episodes.Select(episode => new SuggestedNameResponse(episode.Name, Paths.Segment(episode.Slug)))]);
}

/// <summary>A speaker or an episode whose name begins so.</summary>
public sealed record SuggestedNameResponse(string Name, string Slug);

/// <summary>One speaker or episode among the turns found.</summary>
/// <param name="Count">Turns found that have it.</param>
public sealed record FacetResponse(string Name, string Slug, int Count)
{
    public static IReadOnlyList<FacetResponse> From(IEnumerable<Facet> facets) =>
        [.. facets.Select(f => new FacetResponse(f.Name, Paths.Segment(f.Slug), f.Count))];
}
