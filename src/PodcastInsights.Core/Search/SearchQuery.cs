using PodcastInsights.Core.Search.Querying;

namespace PodcastInsights.Core.Search;

/// <summary>
/// A parsed query. Any text is a valid query: what cannot be parsed is taken as words and leaves a hint. A text without a letter or digit
/// is the empty query, which is not an error.
/// </summary>
/// <param name="Text">As typed, trimmed; spans of tokens point into it.</param>
/// <param name="Root">The condition on a turn's words; null where only filters were typed, or nothing.</param>
/// <param name="Filters">All of them apply; several on one field are alternatives.</param>
public sealed record SearchQuery(string Text, SearchNode? Root, IReadOnlyList<SearchFilter> Filters, IReadOnlyList<SearchHint> Hints)
{
    /// <summary>Longest query in characters. The rest is ignored, and a hint says so.</summary>
    public const int MaxLength = 500;

    public bool IsEmpty => Root is null && Filters.Count == 0;

    public static SearchQuery Parse(string? text) => new QueryParser(UnicodeText.WellFormed(text ?? "")).Parse();

    /// <summary>Adds a filter that was given separately, such as an address parameter. An invalid value leaves a hint.</summary>
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

/// <summary>One word, or several adjacent tokens in this order.</summary>
/// <param name="Typed">As typed, without quotes.</param>
internal sealed record SearchTerm(string Typed, IReadOnlyList<SearchToken> Tokens, TermMatch Match) : SearchNode;

/// <param name="Text">Folded, as indexed.</param>
/// <param name="Start">Index in the query's text.</param>
/// <param name="Length">Length in the query's text, in characters.</param>
internal readonly record struct SearchToken(string Text, int Start, int Length);

/// <summary>Which forms of a word match a term.</summary>
internal enum TermMatch
{
    /// <summary>Inflected forms match too, with lower weight.</summary>
    Inflected,

    /// <summary>Only this form matches, in any script form.</summary>
    Exact,

    /// <summary>The last token is a prefix.</summary>
    Prefix,
}

/// <summary>Every term is within <paramref name="Distance"/> tokens of the others, in any order.</summary>
internal sealed record NearGroup(IReadOnlyList<SearchTerm> Terms, int Distance) : SearchNode;

/// <summary>All of the nodes match in one document.</summary>
internal sealed record AllOf(IReadOnlyList<SearchNode> Nodes) : SearchNode;

/// <summary>At least one of the nodes matches.</summary>
internal sealed record AnyOf(IReadOnlyList<SearchNode> Nodes) : SearchNode;

/// <summary>Negation. Occurs only in <see cref="AllOf"/> or as the root.</summary>
internal sealed record Not(SearchNode Node) : SearchNode;

public enum SearchHintKind
{
    /// <summary>An unclosed quotation mark: the text after it was taken as separate words.</summary>
    LoneQuote,

    /// <summary>An invalid value of a filter: taken as words.</summary>
    BadFilter,

    /// <summary>A separate filter with an invalid value: ignored.</summary>
    IgnoredFilter,

    /// <summary>An unknown filter: taken as words.</summary>
    UnknownFilter,

    /// <summary>An unmatched bracket.</summary>
    LoneBracket,

    /// <summary>An operator with no operand on one side: taken as a word.</summary>
    LoneOperator,

    /// <summary>The text was too long and was cut.</summary>
    TooLong,

    /// <summary>The filter's value names no speaker, guest, episode or topic.</summary>
    NothingCalled,
}

/// <param name="Text">The part of the query concerned.</param>
public sealed record SearchHint(SearchHintKind Kind, string Text);
