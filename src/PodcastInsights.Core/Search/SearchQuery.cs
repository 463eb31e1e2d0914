using PodcastInsights.Core.Search.Querying;

namespace PodcastInsights.Core.Search;

/// <summary>
/// What a person typed, understood. Any text at all is a query: what is odd is taken as words and leaves a hint. One without
/// a letter or digit is the empty query, a state and no error.
/// </summary>
/// <param name="Text">As typed, trimmed; spans of tokens point into it.</param>
/// <param name="Root">What a turn must hold; null where only filters were typed, or nothing.</param>
/// <param name="Filters">All of them apply; several on one field are alternatives.</param>
public sealed record SearchQuery(string Text, SearchNode? Root, IReadOnlyList<SearchFilter> Filters, IReadOnlyList<SearchHint> Hints)
{
    /// <summary>The longest query read, in characters; what follows is left out and a hint says so.</summary>
    public const int MaxLength = 500;

    public bool IsEmpty => Root is null && Filters.Count == 0;

    public static SearchQuery Parse(string? text) => new QueryParser(UnicodeText.WellFormed(text ?? "")).Parse();

    /// <summary>
    /// The query narrowed by a filter that came beside the text, such as an address parameter. A value that the field cannot take leaves a
    /// hint.
    /// </summary>
    public SearchQuery Where(FilterField field, string value)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(value);
        return SearchFilter.TryParse(field, UnicodeText.WellFormed(value), excluded: false) is { } filter
            ? this with { Filters = [.. Filters, filter] }
            : this with { Hints = [.. Hints, new SearchHint(SearchHintKind.IgnoredFilter, $"{field.Name}:{value}")] };
    }
}

/// <summary>A condition on a turn's words.</summary>
public abstract record SearchNode;

/// <summary>One word, or several tokens that stand next to each other in this order.</summary>
/// <param name="Typed">As typed, without quotes.</param>
public sealed record SearchTerm(string Typed, IReadOnlyList<SearchToken> Tokens, TermMatch Match) : SearchNode;

/// <param name="Text">Folded, as indexed.</param>
/// <param name="Start">In the query's text.</param>
/// <param name="Length">In the query's text, in characters.</param>
public readonly record struct SearchToken(string Text, int Start, int Length);

/// <summary>Which words of a document count as a term of the query.</summary>
public enum TermMatch
{
    /// <summary>Other endings of the word match too, after the word itself.</summary>
    Inflected,

    /// <summary>Only these words, in whatever script form they are written.</summary>
    Exact,

    /// <summary>The last token may go on.</summary>
    Prefix,
}

/// <summary>Every term stands within <paramref name="Distance"/> tokens of the others, in any order.</summary>
public sealed record NearGroup(IReadOnlyList<SearchTerm> Terms, int Distance) : SearchNode;

/// <summary>Every one of the nodes holds in one document.</summary>
public sealed record AllOf(IReadOnlyList<SearchNode> Nodes) : SearchNode;

/// <summary>At least one of the nodes holds in a document.</summary>
public sealed record AnyOf(IReadOnlyList<SearchNode> Nodes) : SearchNode;

/// <summary>Only a member of <see cref="AllOf"/>, or the root.</summary>
public sealed record Not(SearchNode Node) : SearchNode;

public enum SearchHintKind
{
    /// <summary>A quote without its partner: what follows was taken as loose words.</summary>
    LoneQuote,

    /// <summary>A filter's value makes no sense for it: taken as words.</summary>
    BadFilter,

    /// <summary>A filter that came beside the text makes no sense: left out.</summary>
    IgnoredFilter,

    /// <summary>Nothing filters by that name: taken as words.</summary>
    UnknownFilter,

    /// <summary>A bracket without its partner.</summary>
    LoneBracket,

    /// <summary>An operator without a word on one side: taken as a word.</summary>
    LoneOperator,

    /// <summary>The text was cut.</summary>
    TooLong,

    /// <summary>No speaker, guest, episode or topic is called that.</summary>
    NothingCalled,
}

/// <param name="Text">The piece of the query that is meant.</param>
public sealed record SearchHint(SearchHintKind Kind, string Text);
