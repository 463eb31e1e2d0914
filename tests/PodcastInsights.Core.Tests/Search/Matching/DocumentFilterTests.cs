using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Search.Matching;

public sealed class DocumentFilterTests
{
    private static readonly SearchCorpus Corpus = MatchingCorpus.Build();

    [Theory]
    [InlineData("", "1 2 4 6")]                           // neither sponsor reads nor what is gone
    [InlineData("speaker:ada", "1")]
    [InlineData("speaker:bo-lantern", "2 4")]             // by slug
    [InlineData("speaker:ada speaker:bo", "1 2 4")]       // alternatives
    [InlineData("-speaker:ada", "2 4")]                   // nobody knows who says the sixth
    [InlineData("guest:quill", "1 2")]
    [InlineData("guest:林小明", "6")]
    [InlineData("episode:lamps", "4")]
    [InlineData("episode:lamps speaker:ada", "")]         // both
    [InlineData("topic:craft -topic:looms", "4 6")]
    [InlineData("after:2023", "4")]
    [InlineData("before:2023", "1 2")]
    [InlineData("after:2021 after:2023", "4")]            // the narrower
    [InlineData("year:2022 year:2024", "1 2 4")]
    [InlineData("-year:2022", "4 6")]
    [InlineData("in:takeaways", "2")]
    [InlineData("-in:takeaways", "1 4 6")]
    [InlineData("ad:any", "1 2 4 5 6")]
    [InlineData("ad:only", "5")]
    [InlineData("lang:zh", "6")]
    public void What_is_kept(string typed, string documents)
    {
        var filter = Filter(typed);

        Assert.Equal(documents, string.Join(' ', Enumerable.Range(1, 7).Where(filter.Keeps)));
        Assert.All(Enumerable.Range(1, 7).Where(filter.Keeps), document => Assert.InRange(document, filter.Range().First, filter.Range().End - 1));
        Assert.Empty(filter.Hints);
    }

    [Theory]
    [InlineData("speaker:nobody", "speaker:nobody")]
    [InlineData("topic:tides guest:ada", "topic:tides")]
    [InlineData("lang:fr", "lang:fr")]
    public void A_filter_without_matches_is_reported(string typed, string called)
    {
        var hint = Assert.Single(Filter(typed).Hints);

        Assert.Equal((SearchHintKind.NothingCalled, called), (hint.Kind, hint.Text));
    }

    [Fact]
    public void One_episode_is_told_by_its_slug_alone()
    {
        var filter = new DocumentFilter(Corpus, SearchQuery.Parse("topic:craft").Filters, EpisodeSlug.From("Lamps"));

        Assert.Equal([4], Enumerable.Range(1, 7).Where(filter.Keeps));
        Assert.Equal(new DocumentRange(4, 6), filter.Range());
        Assert.DoesNotContain(Enumerable.Range(1, 7), new DocumentFilter(Corpus, [], EpisodeSlug.From("Lamp")).Keeps);
    }

    private static DocumentFilter Filter(string typed) => new(Corpus, SearchQuery.Parse(typed).Filters);
}
