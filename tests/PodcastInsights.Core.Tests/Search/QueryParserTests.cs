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
    [InlineData("speaker:lenny growth", "Filter(Speaker lenny) Word(growth)")]
    [InlineData("speaker：\"Logan Kilpatrick\"", "Filter(Speaker Logan Kilpatrick)")]
    [InlineData("-topic:hiring", "Without(Filter(Topic hiring))")]
    [InlineData("before:2024-06 after:2023", "Filter(Before 2024-06) Filter(After 2023)")]
    public void A_query_is_read_as_meant(string typed, string parts) => Assert.Equal(parts, Print(SearchQuery.Parse(typed).Describe()));

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
        Assert.Equal(parts, Print(query.Describe()));
    }

    [Theory]
    [InlineData("https://example.com/a?b=c")]
    [InlineData("at 10:30")]
    public void An_address_or_a_time_is_no_filter_that_went_wrong(string typed) => Assert.Empty(SearchQuery.Parse(typed).Hints);

    [Fact]
    public void A_filter_may_come_beside_the_text()
    {
        Assert.Equal("Filter(Lang zh) Word(a)", Print(SearchQuery.Parse("a").Where("lang", "zh-Hant").Describe()));
        Assert.Equal(SearchHintKind.BadFilter, SearchQuery.Parse("a").Where("before", "x").Hints.Single().Kind);
    }

    [Fact]
    public void Any_string_parses_and_its_tokens_point_into_it() => Gen.OneOf(Gen.String, Language).Sample(static typed =>
    {
        var query = SearchQuery.Parse(typed);
        Assert.All(TermsOf(query.Root), term => Assert.All(term.Tokens, token =>
            Assert.True(token.Start >= 0 && token.Length >= 0 && token.Start + token.Length <= query.Text.Length)));
        query.Describe();
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

    private static string Print(IEnumerable<QueryPart> parts) => string.Join(' ', parts.Select(static part =>
    {
        string[] inside = [part.Field?.ToString() ?? "", part.Value, Print(part.Parts)];
        return $"{part.Kind}({string.Join(' ', inside.Where(static text => text.Length > 0))})";
    }));
}
