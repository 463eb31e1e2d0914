namespace PodcastInsights.Core.Search.Querying;

/// <summary>Writes a query as text; parsing the text gives the same query.</summary>
internal static class QueryText
{
    public static string Of(SearchNode? root, IEnumerable<SearchFilter> filters) => string.Join(
        ' ',
        filters.Select(static filter => (filter.Excluded ? "-" : "") + FilterSyntax.Write(filter.Field.Name, filter.Value))
            .Append(Of(root, inside: false))
            .Where(static piece => piece.Length > 0));

    private static string Of(SearchNode? node, bool inside) => node switch
    {
        SearchTerm { Match: TermMatch.Exact } term => $"\"{term.Typed}\"",
        SearchTerm { Match: TermMatch.Prefix } term => $"{Word(term)}*",
        SearchTerm term => Word(term),
        NearGroup near => FormattableString.Invariant($"NEAR({string.Join(' ', near.Terms.Select(Word))}, {near.Distance})"),
        Not not => $"-{Of(not.Node, inside: true)}",
        AnyOf any => Bracketed(string.Join(" OR ", any.Nodes.Select(static one => Of(one, inside: true))), inside),
        AllOf all => Bracketed(string.Join(' ', all.Nodes.Select(static one => Of(one, inside: true))), inside),
        _ => "",
    };

    // An operator that was parsed as a word is written in lower case.
    private static string Word(SearchTerm term) => term.Typed is "OR" or "AND" or "NOT" or "NEAR" ? term.Typed.ToLowerInvariant() : term.Typed;

    private static string Bracketed(string text, bool inside) => inside ? $"({text})" : text;
}
