namespace PodcastInsights.Core.Search.Querying;

public sealed class QueryTextTests
{
    [Theory]
    [InlineData("salt tides")]
    [InlineData("\"salt of tides\" -\"new salt\"")]
    [InlineData("salt OR (tides bells) nobody")]
    [InlineData("-(salt OR tides) bell*")]
    [InlineData("NEAR(salt tides, 7) go-to-market C# 50%")]
    [InlineData("speaker:\"Bo Lantern\" -topic:salt year:2024 ad:only salt")]
    [InlineData("会议 ai 的问")]
    [InlineData("salt or tides")]
    [InlineData("OR salt")]                 // taken as a word
    [InlineData("speaker:bo")]
    [InlineData("")]
    public void What_is_written_is_read_as_the_same_query(string typed)
    {
        var query = SearchQuery.Parse(typed);
        var text = QueryText.Of(query.Root, query.Filters);
        var again = SearchQuery.Parse(text);

        Assert.Equal(text, QueryText.Of(again.Root, again.Filters));
        Assert.Equal(Shape(query.Root), Shape(again.Root));
        Assert.Equal(query.Filters.Select(Of), again.Filters.Select(Of));
        Assert.Empty(again.Hints);

        static string Of(SearchFilter filter) => $"{filter.Excluded} {filter.Field} {filter.Value}";
    }

    private static string Shape(SearchNode? node) => node switch
    {
        null => "",
        SearchTerm term => $"{term.Match}[{string.Join(' ', term.Tokens.Select(static token => token.Text))}]",
        NearGroup near => $"near{near.Distance}({string.Join(',', near.Terms.Select(Shape))})",
        Not not => $"not({Shape(not.Node)})",
        AnyOf any => $"any({string.Join(',', any.Nodes.Select(Shape))})",
        AllOf all => $"all({string.Join(',', all.Nodes.Select(Shape))})",
        _ => node.ToString()!,
    };
}
