using PodcastInsights.Core.Search;
using PodcastInsights.Web.Rendering;

namespace PodcastInsights.Web.Api;

/// <summary>One page of turns found, best first.</summary>
/// <param name="Total">Turns found altogether.</param>
/// <param name="Page">Number of this page, from 1.</param>
/// <param name="Corrected">What was searched instead, where what was typed finds nothing; else null.</param>
/// <param name="Facets">How the turns found spread.</param>
public sealed record SearchResponse(
    int Total, int Page, int PageSize, string? Corrected, IReadOnlyList<SearchItemResponse> Items, SearchFacetsResponse Facets)
{
    public static SearchResponse From(SearchResults results, string root) => new(
        results.Total,
        results.Page,
        results.PageSize,
        results.Corrected,
        [.. results.Items.Select(hit => SearchItemResponse.From(hit, root))],
        new SearchFacetsResponse(FacetResponse.From(results.Facets.Speakers), FacetResponse.From(results.Facets.Episodes)));
}

/// <summary>A turn found, with its best passage.</summary>
/// <param name="Paragraph">The paragraph of the passage, from 1.</param>
/// <param name="Snippet">The passage, cut from the original words; the pieces' texts joined give it.</param>
/// <param name="Score">Higher is better; comparable within one answer only.</param>
public sealed record SearchItemResponse(
    SearchEpisodeResponse Episode, SearchTurnResponse Turn, int Paragraph, IReadOnlyList<SnippetResponse> Snippet, double Score)
{
    public static SearchItemResponse From(SearchHit hit, string root) => new(
        new SearchEpisodeResponse(Addresses.Segment(hit.Episode), hit.EpisodeTitles, hit.PublishedOn),
        new SearchTurnResponse(
            hit.TurnId.ToString(), hit.TurnId.Number, hit.Speaker, hit.Start?.Seconds, root + Addresses.Turn(hit.Episode, hit.TurnId)),
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

/// <summary>How the turns found spread over speakers and episodes.</summary>
public sealed record SearchFacetsResponse(IReadOnlyList<FacetResponse> Speakers, IReadOnlyList<FacetResponse> Episodes);

/// <summary>One speaker or episode among the turns found.</summary>
/// <param name="Count">Turns found that have it.</param>
public sealed record FacetResponse(string Name, string Slug, int Count)
{
    public static IReadOnlyList<FacetResponse> From(IEnumerable<Facet> facets) =>
        [.. facets.Select(f => new FacetResponse(f.Name, Addresses.Segment(f.Slug), f.Count))];
}
