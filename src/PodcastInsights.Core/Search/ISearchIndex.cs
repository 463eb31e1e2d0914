using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Search;

/// <summary>Finds turns. What was typed is parsed before it comes here; an engine only prints it.</summary>
public interface ISearchIndex
{
    Task<SearchResults> SearchAsync(SearchRequest request, CancellationToken cancellationToken);
}

/// <param name="Page">From 1.</param>
public sealed record SearchRequest(SearchQuery Query, int Page = 1, int PageSize = 20);

/// <param name="Total">Exact number of turns found.</param>
/// <param name="Corrected">The words searched instead, where what was typed finds nothing; else null.</param>
public sealed record SearchResults(int Total, int Page, int PageSize, string? Corrected, IReadOnlyList<SearchHit> Items, SearchFacets Facets)
{
    public static SearchResults Empty(SearchRequest request) => new(0, request.Page, request.PageSize, null, [], SearchFacets.None);
}

/// <param name="Paragraph">The turn's best passage, from 1.</param>
/// <param name="Snippet">Cut from the original words; pieces joined give the text.</param>
/// <param name="Score">Higher is better; comparable within one answer only.</param>
public sealed record SearchHit(
    EpisodeSlug Episode,
    IReadOnlyDictionary<string, string> EpisodeTitles,
    DateOnly? PublishedOn,
    TurnId TurnId,
    string? Speaker,
    Timestamp? Start,
    int Paragraph,
    string Language,
    IReadOnlyList<SnippetPart> Snippet,
    double Score);

public readonly record struct SnippetPart(string Text, bool Match);

public sealed record SearchFacets(IReadOnlyList<Facet> Speakers, IReadOnlyList<Facet> Episodes)
{
    public static SearchFacets None { get; } = new([], []);
}

/// <param name="Name">As shown.</param>
/// <param name="Count">Turns found that have it.</param>
public sealed record Facet(string Name, EpisodeSlug Slug, int Count);
