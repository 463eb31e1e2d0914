using CsCheck;
using PodcastInsights.Core.Search.Querying;

namespace PodcastInsights.Core.Search;

public sealed class QueryParserTests
{
    private static readonly string[] Pieces =
    [
        "\"", "-", "(", ")", " ", " OR ", "OR", "AND ", "NOT ", "NEAR(", ",5)", "*", "|", "speaker:", "before:", "2024", "ad:any", "ship",
        "pages", "數位", "C#", "：", "ship-page",
    ];

    private static readonly Gen<string> Language =
        Gen.Int[0, Pieces.Length - 1].Array[0, 12].Select(static chosen => string.Concat(chosen.Select(static piece => Pieces[piece])));

    [Theory]
    [InlineData("pricing page", "Word(pricing) Word(page)")]
    [InlineData("\"pricing page\"", "Phrase(pricing page)")]
    [InlineData("“pricing page”", "Phrase(pricing page)")]
    [InlineData("「數位政府」", "Phrase(數位政府)")]
    [InlineData("a -b -\"c d\"", "Word(a) Without(Word(b)) Without(Phrase(c d))")]
    [InlineData("a OR b c", "AnyOf(Word(a) Word(b)) Word(c)")]           // OR joins its neighbours alone
    [InlineData("a OR b OR c", "AnyOf(Word(a) Word(b) Word(c))")]
    [InlineData("(a b) OR c", "AnyOf(AllOf(Word(a) Word(b)) Word(c))")]
    [InlineData("a AND b", "Word(a) Word(b)")]
    [InlineData("a NOT b", "Word(a) Without(Word(b))")]
    [InlineData("pric*", "Prefix(pric)")]
    [InlineData("NEAR(a b, 5)", "Near(5 Word(a) Word(b))")]
    [InlineData("NEAR(a b)", "Near(10 Word(a) Word(b))")]
    [InlineData("go-to-market C#", "Word(go-to-market) Word(C#)")]
    [InlineData("one,two", "Word(one) Word(two)")]
    [InlineData("數位，政府", "Word(數位) Word(政府)")]
    [InlineData("speaker:lenny growth", "Filter(speaker lenny) Word(growth)")]
    [InlineData("speaker：\"Logan Kilpatrick\"", "Filter(speaker Logan Kilpatrick)")]
    [InlineData("-topic:hiring", "Without(Filter(topic hiring))")]
    [InlineData("before:2024-06 after:2023", "Filter(before 2024-06) Filter(after 2023)")]
    [InlineData("year:2024 主题：\"數位政府\" 要点", "Filter(year 2024) Filter(topic 數位政府) Word(要点)")]
    [InlineData("范围:要点 广告：仅", "Filter(in takeaways) Filter(ad only)")]
    public void A_query_is_read_as_meant(string typed, string parts) => Assert.Equal(parts, Print(SearchQuery.Parse(typed)));

    [Theory]
    [InlineData("\"half a phrase", SearchHintKind.LoneQuote, "Word(half) Word(a) Word(phrase)")]
    [InlineData("before:tomorrow", SearchHintKind.BadFilter, "Word(before:tomorrow)")]
    [InlineData("ad:never", SearchHintKind.BadFilter, "Word(ad:never)")]
    [InlineData("mood:happy", SearchHintKind.UnknownFilter, "Word(mood:happy)")]
    [InlineData("(a b", SearchHintKind.LoneBracket, "Word(a) Word(b)")]
    [InlineData("a b)", SearchHintKind.LoneBracket, "Word(a) Word(b)")]
    [InlineData("OR a", SearchHintKind.LoneOperator, "Word(OR) Word(a)")]
    [InlineData("a OR", SearchHintKind.LoneOperator, "Word(a)")]
    public void What_makes_no_sense_is_taken_as_words_and_a_hint_says_so(string typed, SearchHintKind hint, string parts)
    {
        var query = SearchQuery.Parse(typed);

        Assert.Equal(hint, Assert.Single(query.Hints).Kind);
        Assert.Equal(parts, Print(query));
    }

    [Theory]
    [InlineData("https://example.com/a?b=c")]
    [InlineData("at 10:30")]
    [InlineData("他说：你好")]
    public void An_address_or_a_time_is_no_filter_that_went_wrong(string typed) => Assert.Empty(SearchQuery.Parse(typed).Hints);

    [Fact]
    public void A_filter_may_come_beside_the_text()
    {
        Assert.Equal("Filter(lang zh) Word(a)", Print(SearchQuery.Parse("a").Where(FilterField.Named("lang")!, "zh-Hant")));
        Assert.Equal(SearchHintKind.IgnoredFilter, SearchQuery.Parse("a").Where(FilterField.Year, "x").Hints.Single().Kind);
    }

    [Fact]
    public void Any_string_parses_and_its_tokens_point_into_it() => Gen.OneOf(Gen.String, Language).Sample(static typed =>
    {
        var query = SearchQuery.Parse(typed);
        Assert.All(TermsOf(query.Root), term => Assert.All(term.Tokens, token =>
            Assert.True(token.Start >= 0 && token.Length >= 0 && token.Start + token.Length <= query.Text.Length)));
    });

    [Fact]
    public void Any_query_has_an_answer()
    {
        var index = new SampleIndex(new SampleTurn("Ada Quill", "we ship a page 數位政府"), new SampleTurn("Bo Lantern", "nobody pays"));
        Language.Sample(typed => Assert.True(index.Search(typed).Total is >= 0 and <= 2));
    }

    private static IEnumerable<SearchTerm> TermsOf(SearchNode? node) => node switch
    {
        SearchTerm term => [term],
        NearGroup near => near.Terms,
        AnyOf any => any.Nodes.SelectMany(TermsOf),
        AllOf all => all.Nodes.SelectMany(TermsOf),
        Not not => TermsOf(not.Node),
        _ => [],
    };

    /// <summary>The filters first, then what is wanted, then what is not.</summary>
    private static string Print(SearchQuery query)
    {
        IReadOnlyList<SearchNode> nodes = query.Root switch { null => [], AllOf all => all.Nodes, var one => [one] };
        return string.Join(' ', query.Filters.Select(Print).Concat(nodes.OrderBy(static node => node is Not).Select(Print)));
    }

    private static string Print(SearchFilter filter) =>
        filter.Excluded ? $"Without({Print(filter with { Excluded = false })})" : $"Filter({filter.Field.Name} {filter.Value})";

    private static string Print(SearchNode node) => node switch
    {
        SearchTerm { Match: TermMatch.Exact } phrase => $"Phrase({phrase.Typed})",
        SearchTerm { Match: TermMatch.Prefix } prefix => $"Prefix({prefix.Typed})",
        SearchTerm word => $"Word({word.Typed})",
        NearGroup near => $"Near({near.Distance} {Print(near.Terms)})",
        AnyOf any => $"AnyOf({Print(any.Nodes)})",
        AllOf all => $"AllOf({Print(all.Nodes)})",
        Not not => $"Without({Print(not.Node)})",
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    private static string Print(IEnumerable<SearchNode> nodes) => string.Join(' ', nodes.Select(Print));
}
