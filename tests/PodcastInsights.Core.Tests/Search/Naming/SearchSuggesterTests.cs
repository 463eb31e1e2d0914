using PodcastInsights.Core.Search.Matching;
using PodcastInsights.Core.Search.Spelling;

namespace PodcastInsights.Core.Search.Naming;

public sealed class SearchSuggesterTests
{
    private static readonly SearchCorpus Corpus = SampleNames.Corpus(
        new("April rain", "Ada Quill", "Bo Lantern", Date: "2020-01-01") { Topics = ["small business", "Salt"] },
        new("The rain of April", "April Dunmore", "Bo Lantern", Date: "2021-01-01") { Topics = ["salt"] },
        new("數位工坊", "林鳳英", "Bo Lantern", Date: "2022-01-01"),
        new("Dunes", "Di \"Dune\" Marsh", "Bo Lantern", Date: "2023-01-01"));

    private static readonly Vocabulary Said = new([new("during", 90), new("dumb", 50), new("dunes", 20), new("rain", 10)]);

    [Theory]
    [InlineData("apr", "speaker:April Dunmore episode:April rain episode:The rain of April")]    // in the name's order first
    [InlineData("april du", "speaker:April Dunmore word:during word:dumb word:dunes")]
    [InlineData("du april", "speaker:April Dunmore")]                       // any order
    [InlineData("rai apr", "episode:The rain of April episode:April rain")]
    [InlineData("aprl dunmore", "speaker:April Dunmore")]                   // one word with a slip, where no name has them all
    [InlineData("林凤", "speaker:林鳳英")]
    [InlineData("数", "episode:數位工坊")]
    [InlineData("april ", "speaker:April Dunmore episode:April rain episode:The rain of April")]
    [InlineData("zzz", "")]
    [InlineData("", "")]
    [InlineData("?", "")]
    public void People_and_episodes_come_first_then_words(string typed, string suggested) =>
        Assert.Equal(suggested, string.Join(' ', All(typed).Select(static one => $"{one.Kind}:{one.Text}")));

    [Theory]
    [InlineData("speaker:dun", "speaker:\"April Dunmore\"|speaker:\"Di  Dune  Marsh\"")]    // who says most first; quotes cannot be quoted
    [InlineData("rain speaker:ada", "speaker:\"Ada Quill\"")]
    [InlineData("speaker:\"april d", "speaker:\"April Dunmore\"")]
    [InlineData("发言者:林", "发言者:林鳳英")]
    [InlineData("speaker：bo", "speaker:\"Bo Lantern\"")]
    [InlineData("-speaker:bo", "speaker:\"Bo Lantern\"")]
    [InlineData("guest:b", "")]                                                             // a host
    [InlineData("guest:ada", "guest:\"Ada Quill\"")]
    [InlineData("episode:rain", "episode:the-rain-of-april|episode:april-rain")]
    [InlineData("topic:sm", "topic:\"small business\"")]
    [InlineData("topic:", "topic:Salt|topic:\"small business\"")]                           // those of most episodes first
    [InlineData("year:20", "")]
    [InlineData("speaker:zzz", "")]
    public void The_value_of_a_filter_is_completed(string typed, string filters)
    {
        var suggestions = SearchSuggester.Suggest(typed, Corpus, Said);

        Assert.Equal(filters, string.Join('|', Names(suggestions).Select(static name => name.Filter)));
        Assert.Empty(suggestions.Words);
        Assert.All(Names(suggestions), name => Assert.Empty(SearchQuery.Parse(typed[..suggestions.Start] + name.Filter).Hints));
    }

    [Theory]
    [InlineData("rain du", 5)]
    [InlineData("\"rain du", 6)]
    [InlineData("(rain OR du", 9)]
    [InlineData("rain speaker:bo", 5)]
    [InlineData("-speaker:bo", 1)]
    public void It_is_said_where_the_text_goes_on(string typed, int start) =>
        Assert.Equal(start, SearchSuggester.Suggest(typed, Corpus, Said).Start);

    [Fact]
    public void Any_text_is_answered()
    {
        foreach (var typed in (string[])["\ud800", "speaker:\ud800", ":", "::::", "\"\"\"", new string('a', 5000), string.Concat(Enumerable.Repeat("a ", 900)), "speaker:\""])
        {
            Assert.NotNull(SearchSuggester.Suggest(typed, Corpus, Said));
        }
    }

    private static IEnumerable<SuggestedName> Names(SearchSuggestions suggestions) =>
        [.. suggestions.Speakers, .. suggestions.Episodes, .. suggestions.Topics];

    private static IEnumerable<(string Kind, string Text)> All(string typed)
    {
        var suggestions = SearchSuggester.Suggest(typed, Corpus, Said);
        return
        [
            .. suggestions.Speakers.Select(static name => ("speaker", name.Name)),
            .. suggestions.Episodes.Select(static name => ("episode", name.Name)),
            .. suggestions.Words.Select(static word => ("word", word)),
        ];
    }
}
