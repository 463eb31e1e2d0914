namespace PodcastInsights.Core.Search.Matching;

public sealed class MatchCollectorTests
{
    private static readonly SearchCorpus Corpus = MatchingCorpus.Build();
    private static readonly PostingList Everywhere = Postings.Of(
        new SortedDictionary<int, SortedSet<int>> { [1] = [1], [2] = [1, 2], [4] = [1, 2, 3], [5] = [1], [6] = [1], [7] = [1], [9] = [1] });

    [Theory]
    [InlineData(SearchSort.Relevance, "4 2 6 1")]     // how often; then by slug
    [InlineData(SearchSort.Date, "4 1 2 6")]          // undated last
    [InlineData(SearchSort.Place, "6 4 1 2")]         // by slug
    public void All_are_counted_in_the_order_asked_for(SearchSort sort, string documents)
    {
        var collected = Collect("", sort: sort);

        Assert.Equal((4, documents), (collected.Total, string.Join(' ', collected.Page())));
    }

    [Fact]
    public void A_page_is_part_of_the_order_and_the_total_is_of_all()
    {
        Assert.Equal((4, "4 2"), Print(Collect("", page: 1, size: 2)));
        Assert.Equal((4, "6 1"), Print(Collect("", page: 2, size: 2)));
        Assert.Equal((4, ""), Print(Collect("", page: int.MaxValue, size: int.MaxValue)));

        static (int, string) Print(MatchCollector collected) => (collected.Total, string.Join(' ', collected.Page()));
    }

    [Fact]
    public void A_turn_with_its_sponsor_read_is_one() => Assert.Equal([4], Collect("episode:lamps ad:any").Page());

    [Fact]
    public void What_is_not_wanted_is_left_out() => Assert.Equal([4, 1], Collect("", without: new() { [2] = [7], [6] = [1] }).Page());

    [Fact]
    public void Facets_count_what_is_found()
    {
        var facets = Collect("").Facets();

        Assert.Equal([("bo-lantern", 2), ("ada-quill", 1)], facets.Speakers.Select(static facet => (facet.Slug.Value, facet.Count)));
        Assert.Equal([new YearFacet(2024, 1), new YearFacet(2022, 2)], facets.Years!);
    }

    [Fact]
    public void Without_words_every_document_of_the_range_is_taken()
    {
        var request = new SearchRequest(SearchQuery.Parse("ad:any"), Sort: SearchSort.Place);
        var collector = new MatchCollector(Corpus, new DocumentFilter(Corpus, request.Query.Filters), [], request, ranked: false, default);

        collector.CollectAll(new DocumentRange(2, 6));

        Assert.Equal([4, 2], collector.Page());
    }

    private static MatchCollector Collect(
        string filters,
        SearchSort sort = SearchSort.Relevance,
        int page = 1,
        int size = 20,
        SortedDictionary<int, SortedSet<int>>? without = null)
    {
        var request = new SearchRequest(SearchQuery.Parse(filters), page, size, sort);
        var collector = new MatchCollector(
            Corpus,
            new DocumentFilter(Corpus, request.Query.Filters),
            without is null ? [] : [Postings.Of(without)],
            request,
            ranked: true,
            default);
        var clause = new Clause(Everywhere, [], Strict: false, OtherScriptForms: false);
        collector.CollectCommon(new DocumentScorer(Corpus, [clause], DocumentRange.All));
        return collector;
    }
}
