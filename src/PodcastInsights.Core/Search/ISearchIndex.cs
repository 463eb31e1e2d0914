using PodcastInsights.Core.Citation.Checking;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Beginnings;
using PodcastInsights.Core.Search.Naming;
using PodcastInsights.Core.Search.Snippets;

namespace PodcastInsights.Core.Search;

/// <summary>
/// Finds turns. What was typed is parsed before it comes here. An answer is of one state of the library: the newest, or, while an import
/// goes on, one that is some seconds old at most.
/// </summary>
public interface ISearchIndex
{
    Task<SearchResults> SearchAsync(SearchRequest request, CancellationToken cancellationToken);

    /// <summary>All turns of one episode that the query matches, to point them out where the episode is read. Nothing is ranked.</summary>
    Task<EpisodeMatches> FindInEpisodeAsync(EpisodeSlug episode, SearchQuery query, CancellationToken cancellationToken);

    /// <summary>How what is being typed may go on.</summary>
    Task<SearchSuggestions> SuggestAsync(string typed, CancellationToken cancellationToken);

    /// <summary>Whether somebody said what a text quotes.</summary>
    /// <param name="text">One quotation, or a text that holds some.</param>
    /// <param name="speaker">Who is said to have said it, a name or a part of one; null where the text alone may tell.</param>
    Task<QuotationReport> CheckAsync(string text, string? speaker, CancellationToken cancellationToken);
}

public enum SearchSort
{
    Relevance,

    /// <summary>Latest episode first, undated ones last; within an episode in the order spoken.</summary>
    Date,

    /// <summary>In the order spoken; episodes by their slug.</summary>
    Place,

    /// <summary>Episodes that an import last found new words in first, then as <see cref="Date"/>. For feeds, which sort further by turn.</summary>
    Latest,
}

/// <param name="Page">From 1.</param>
/// <param name="Sort">Without words there is no relevance, and the date decides.</param>
/// <param name="Literal">Whether to find what was typed and nothing instead: no correction, no leaving words out.</param>
/// <param name="WithFacets">Whether to count what was found.</param>
/// <param name="WithOthers">Whether to look for other searches where this one finds nothing.</param>
public sealed record SearchRequest(
    SearchQuery Query,
    int Page = 1,
    int PageSize = 20,
    SearchSort Sort = SearchSort.Relevance,
    bool Literal = false,
    bool WithFacets = true,
    bool WithOthers = false);

/// <param name="Total">Exact number of turns found.</param>
/// <param name="Corrected">The query searched instead, where words of the one typed are said by nobody; else null.</param>
/// <param name="Relaxed">Whether turns that hold most of the words were taken, for want of such that hold all.</param>
/// <param name="Hints">What could not be taken as typed: those of the query and those of this answer.</param>
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
    /// <summary>On the first page, the people and episodes that the words of the query name, people first.</summary>
    public IReadOnlyList<NamedAnswer> Named { get; init; } = [];

    /// <summary>Where nothing was found and that was asked for, searches like this one that find something, the likest first.</summary>
    public IReadOnlyList<OtherSearch> Others { get; init; } = [];

    public static SearchResults Empty(SearchRequest request) =>
        new(0, request.Page, request.PageSize, null, [], SearchFacets.None, Hints: request.Query.Hints);
}

/// <param name="Paragraph">The turn's best passage, from 1.</param>
/// <param name="Language">Of the passage.</param>
/// <param name="Edition">Language of the edition that has the turn; null where it is in the default one.</param>
/// <param name="Section">The one that the turn stands in; null for none.</param>
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
    string? Edition,
    Section? Section,
    IReadOnlyList<SnippetPart> Snippet,
    double Score)
{
    /// <summary>Languages of the episode's editions, the default one first.</summary>
    public IReadOnlyList<string> EpisodeLanguages { get; init; } = [];
}

/// <summary>What a query finds in one episode.</summary>
/// <param name="Corrected">As in <see cref="SearchResults"/>.</param>
/// <param name="Turns">Each once, in the order spoken; those of all editions.</param>
/// <param name="Marker">Finds in the texts of these turns what was searched.</param>
public sealed record EpisodeMatches(string? Corrected, IReadOnlyList<MatchedTurn> Turns, TermMarker Marker);

/// <param name="Edition">As in <see cref="SearchHit"/>.</param>
public readonly record struct MatchedTurn(TurnId Id, string? Edition);

/// <param name="Text">The original words, not encoded; joined, the parts are a stretch of the paragraph.</param>
/// <param name="Match">Whether these words are what was searched.</param>
public readonly record struct SnippetPart(string Text, bool Match);

/// <summary>How many of all turns found belong to whom and what, most first; at most <see cref="MaxCount"/> of a kind.</summary>
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
/// <param name="Count">Turns found that have it.</param>
public sealed record Facet(string Name, EpisodeSlug Slug, int Count);

/// <summary>Turns found in episodes published in that year.</summary>
public sealed record YearFacet(int Year, int Count);

/// <summary>How what is typed may go on; of each kind what fits best comes first.</summary>
/// <param name="Words">Last words completed, most frequent first; folded, as the index holds them.</param>
/// <param name="Start">Where in the text typed that begins which a word or a filter takes the place of, in characters.</param>
public sealed record SearchSuggestions(
    IReadOnlyList<string> Words,
    IReadOnlyList<SuggestedName> Speakers,
    IReadOnlyList<SuggestedName> Episodes,
    IReadOnlyList<SuggestedName> Topics,
    int Start)
{
    public static SearchSuggestions None { get; } = new([], [], [], [], 0);
}

/// <param name="Filter">The filter that was being typed, whole; null where none was.</param>
public sealed record SuggestedName(string Name, EpisodeSlug Slug, string? Filter = null);
