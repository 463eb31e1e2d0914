namespace PodcastInsights.Core.Search.Naming;

/// <summary>The words of a query without operators and excluded words, in the order typed.</summary>
internal static class QueryWords
{
    public static IEnumerable<string> Of(SearchNode? node) => node switch
    {
        SearchTerm term => [term.Typed],
        NearGroup near => near.Terms.Select(static term => term.Typed),
        AllOf all => all.Nodes.SelectMany(Of),
        AnyOf any => any.Nodes.SelectMany(Of),
        _ => [],
    };

    /// <summary>Whether the query excludes any words.</summary>
    public static bool ExcludesAny(SearchNode? node) => node switch
    {
        Not => true,
        AllOf all => all.Nodes.Any(ExcludesAny),
        AnyOf any => any.Nodes.Any(ExcludesAny),
        _ => false,
    };
}
