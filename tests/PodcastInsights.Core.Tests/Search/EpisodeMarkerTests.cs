using PodcastInsights.Core.Search.Snippets;

namespace PodcastInsights.Core.Search;

public sealed class EpisodeMarkerTests
{
    private const string Said = "We brought the ladder to the shed, and of the lamps none was lit.";

    private static readonly string[] Long = [.. Enumerable.Repeat("The oars of the boat went to the shed, and the lamp of the shed is out.", 60), Said];

    [Fact]
    public void A_word_that_is_said_all_the_time_is_not_marked_where_it_stands_alone()
    {
        var marker = new EpisodeMarker(Of("the", "of", "ladder"), Long);
        Assert.Equal(["the ladder"], Marked(marker, Said));
        Assert.Equal(["of the ladder"], Marked(marker, "Most of the ladder is in the shed."));
        Assert.Empty(Marked(marker, "None of the lamps."));
    }

    [Fact]
    public void Where_nothing_else_is_searched_it_is_marked() =>
        Assert.Equal(["the", "the", "of the"], Marked(new EpisodeMarker(Of("the", "of"), Long), Said));

    [Fact]
    public void One_word_alone_is_marked_however_often_it_is_said() =>
        Assert.Equal(["the", "the", "the"], Marked(new EpisodeMarker(Of("the"), Long), Said));

    [Fact]
    public void In_a_short_episode_every_word_is_marked() =>
        Assert.Equal(["the ladder", "the", "the"], Marked(new EpisodeMarker(Of("the", "ladder"), [Said]), Said));

    [Fact]
    public void A_phrase_is_marked_whatever_it_is_made_of()
    {
        var phrase = new TermPattern([new TokenForms(["and"]), new TokenForms(["of"])]);
        Assert.Equal(["ladder", "and of"], Marked(new EpisodeMarker(new TermMarker([phrase, Word("to"), Word("ladder")]), Long), "The ladder, and of all to be had."));
    }

    private static TermMarker Of(params string[] words) => new([.. words.Select(Word)]);

    private static TermPattern Word(string word) => new([new TokenForms([word])]);

    private static IEnumerable<string> Marked(EpisodeMarker marker, string text) => marker.RangesIn(text).Select(range => text[range.Start..range.End]);
}
