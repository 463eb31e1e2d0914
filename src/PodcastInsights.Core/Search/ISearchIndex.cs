using PodcastInsights.Core.Citation.Checking;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Beginnings;
using PodcastInsights.Core.Search.Naming;
using PodcastInsights.Core.Search.Snippets;

namespace PodcastInsights.Core.Search;

/// <summary>
/// The port for searching turns, with parsed queries. An answer is of one version of the library: the newest, or during an import one that
/// is some seconds old at most.
/// </summary>
public interface ISearchIndex
{
    Task<SearchResults> SearchAsync(SearchRequest request, CancellationToken cancellationToken);

    /// <summary>Finds all turns of one episode that match the query, to highlight them on its page. Without ranking.</summary>
    Task<EpisodeMatches> FindInEpisodeAsync(EpisodeSlug episode, SearchQuery query, CancellationToken cancellationToken);

    /// <summary>Completes a text that is being typed.</summary>
    Task<SearchSuggestions> SuggestAsync(string typed, CancellationToken cancellationToken);

    /// <summary>Verifies the quotations in a text.</summary>
    /// <param name="text">One quotation, or a text that holds some.</param>
    /// <param name="speaker">The claimed speaker, a name or a part of one; null to take it from the text.</param>
    Task<QuotationReport> CheckAsync(string text, string? speaker, CancellationToken cancellationToken);
}

public enum SearchSort
{
    Relevance,

    /// <summary>Latest episode first, undated ones last; within an episode in the order spoken.</summary>
    Date,

    /// <summary>In the order spoken; episodes by their slug.</summary>
    Place,

    /// <summary>Episodes with the newest words first, then as <see cref="Date"/>. For feeds, which sort further by turn.</summary>
    Latest,
}

/// <param name="Page">From 1.</param>
/// <param name="Sort">Without words there is no relevance, and the date decides.</param>
/// <param name="Literal">Whether to find only what was typed, without corrections and without leaving out words.</param>
/// <param name="WithFacets">Whether to count what was found.</param>
/// <param name="WithOthers">Whether to look for alternative searches where this one finds nothing.</param>
public sealed record SearchRequest(
    SearchQuery Query,
    int Page = 1,
    int PageSize = 20,
    SearchSort Sort = SearchSort.Relevance,
    bool Literal = false,
    bool WithFacets = true,
    bool WithOthers = false);

/// <param name="Total">Exact number of turns found.</param>
/// <param name="Corrected">The query searched instead, where words of the typed one do not occur; else null.</param>
/// <param name="Relaxed">Whether turns with most of the words were accepted because none has all of them.</param>
/// <param name="Hints">Parts of the query that could not be applied as typed: the parser's hints and those of this answer.</param>
public sealed record SearchResults(
    int Total,
    int Page,
    int PageSize,
    string? Corrected,
    IReadOnlyList<SearchHit> Items,
    SearchFacets Facets,
    bool Relaxed = false,
    IReadOnlyList<SearchHint>? Hints = null)
{
    /// <summary>On the first page: people and episodes that the query names, people first.</summary>
    public IReadOnlyList<NamedAnswer> Named { get; init; } = [];

    /// <summary>Alternative searches with results, the most similar first. Empty where there were results or none were asked for.</summary>
    public IReadOnlyList<OtherSearch> Others { get; init; } = [];

    public static SearchResults Empty(SearchRequest request) =>
        new(0, request.Page, request.PageSize, null, [], SearchFacets.None, Hints: request.Query.Hints);
}

/// <param name="Paragraph">The turn's best passage, from 1.</param>
/// <param name="Language">Language of the passage.</param>
/// <param name="Edition">Language of the edition that has the turn; null where it is in the default one.</param>
/// <param name="Section">Section of the turn; null for none.</param>
/// <param name="Snippet">Parts of the original text; joined they give the snippet.</param>
/// <param name="Score">Higher is better. Comparable within one answer only.</param>
public sealed record SearchHit(
    EpisodeSlug Episode,
    IReadOnlyDictionary<string, string> EpisodeTitles,
    DateOnly? PublishedOn,
    TurnId TurnId,
    string? Speaker,
    Timestamp? Start,
    int Paragraph,
    string Language,
    string? Edition,
    Section? Section,
    IReadOnlyList<SnippetPart> Snippet,
    double Score)
{
    /// <summary>Each language that one reads in the episode's editions, the default edition's first.</summary>
    public IReadOnlyList<string> EpisodeLanguages { get; init; } = [];
}

/// <summary>The turns of one episode that match a query.</summary>
/// <param name="Corrected">As in <see cref="SearchResults"/>.</param>
/// <param name="Turns">Each turn once, in spoken order, of all editions.</param>
/// <param name="Marker">Finds the matches in the texts of these turns.</param>
public sealed record EpisodeMatches(string? Corrected, IReadOnlyList<MatchedTurn> Turns, TermMarker Marker);

/// <param name="Edition">As in <see cref="SearchHit"/>.</param>
public readonly record struct MatchedTurn(TurnId Id, string? Edition);

/// <param name="Text">Original text, not HTML-encoded. Joined, the parts are a passage of the paragraph.</param>
/// <param name="Match">Whether this part matches the query.</param>
public readonly record struct SnippetPart(string Text, bool Match);

/// <summary>Counts of the turns found, by speaker, episode, topic and year; the highest first, at most <see cref="MaxCount"/> of a kind.</summary>
public sealed record SearchFacets(
    IReadOnlyList<Facet> Speakers,
    IReadOnlyList<Facet> Episodes,
    IReadOnlyList<Facet>? Topics = null,
    IReadOnlyList<YearFacet>? Years = null)
{
    public const int MaxCount = 200;

    public static SearchFacets None { get; } = new([], [], [], []);
}

/// <param name="Name">As shown.</param>
/// <param name="Count">Number of turns found.</param>
public sealed record Facet(string Name, EpisodeSlug Slug, int Count);

/// <summary>Number of turns found in episodes of that year.</summary>
public sealed record YearFacet(int Year, int Count);

/// <summary>Completions of what is being typed; for each kind the best first.</summary>
/// <param name="Words">Completions of the last word, the most frequent first; folded as in the index.</param>
/// <param name="Start">Start of the part of the typed text that a word or filter replaces, in characters.</param>
public sealed record SearchSuggestions(
    IReadOnlyList<string> Words,
    IReadOnlyList<SuggestedName> Speakers,
    IReadOnlyList<SuggestedName> Episodes,
    IReadOnlyList<SuggestedName> Topics,
    int Start)
{
    public static SearchSuggestions None { get; } = new([], [], [], [], 0);
}

/// <param name="Filter">The complete filter, where one was being typed; else null.</param>
public sealed record SuggestedName(string Name, EpisodeSlug Slug, string? Filter = null);
