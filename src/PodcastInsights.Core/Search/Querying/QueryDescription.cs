namespace PodcastInsights.Core.Search.Querying;

public enum QueryPartKind
{
    /// <summary>Any form of the word, or of the compound.</summary>
    Word,
    Phrase,

    /// <summary>Words that begin so.</summary>
    Prefix,

    /// <summary>Its parts near each other; the value is the greatest distance in words.</summary>
    Near,

    /// <summary>One of its parts at least.</summary>
    AnyOf,

    /// <summary>All of its parts.</summary>
    AllOf,

    /// <summary>None of its parts.</summary>
    Without,
    Filter,
}

/// <summary>One thing that a query asks for, to be put into a reader's language.</summary>
/// <param name="Value">The words as typed, or a filter's value; empty where the parts say all.</param>
/// <param name="Field">Of a filter; else null.</param>
public sealed record QueryPart(QueryPartKind Kind, string Value, IReadOnlyList<QueryPart> Parts, FilterField? Field = null);

/// <summary>Tells a reader how a query was understood.</summary>
public static class QueryDescription
{
    /// <summary>What the query asks for: the filters first, then what is wanted, then what is not.</summary>
    public static IReadOnlyList<QueryPart> Describe(this SearchQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var nodes = query.Root switch
        {
            null => [],
            AllOf all => all.Nodes,
            var one => [one],
        };
        return
        [
            .. query.Filters.OrderBy(static filter => filter.Excluded).Select(FilterPart),
            .. nodes.OrderBy(static node => node is Not).Select(PartOf),
        ];
    }

    private static QueryPart FilterPart(SearchFilter filter)
    {
        var part = new QueryPart(QueryPartKind.Filter, filter.Value, [], filter.Field);
        return filter.Excluded ? new QueryPart(QueryPartKind.Without, "", [part]) : part;
    }

    private static QueryPart PartOf(SearchNode node) => node switch
    {
        SearchTerm term => new QueryPart(KindOf(term.Match), term.Typed, []),
        NearGroup near => new QueryPart(
            QueryPartKind.Near, near.Distance.ToString(System.Globalization.CultureInfo.InvariantCulture), [.. near.Terms.Select(PartOf)]),
        AnyOf any => new QueryPart(QueryPartKind.AnyOf, "", [.. any.Nodes.Select(PartOf)]),
        AllOf all => new QueryPart(QueryPartKind.AllOf, "", [.. all.Nodes.Select(PartOf)]),
        Not not => new QueryPart(QueryPartKind.Without, "", [PartOf(not.Node)]),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    private static QueryPartKind KindOf(TermMatch match) => match switch
    {
        TermMatch.Exact => QueryPartKind.Phrase,
        TermMatch.Prefix => QueryPartKind.Prefix,
        _ => QueryPartKind.Word,
    };
}
