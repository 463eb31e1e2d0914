using CsCheck;

namespace PodcastInsights.Core.Search;

public sealed class RankingTests
{
    [Fact]
    public void Words_that_stand_together_rank_above_the_same_words_scattered()
    {
        var index = new SampleIndex(
            Turn("A market is a market, and much later in the talk somebody said that shoes, of all things, fit a product."),
            Turn("We looked for product market fit, and after a long while of looking here and there somebody found some."));

        Assert.Equal([2, 1], index.Find("product market fit"));
    }

    [Fact]
    public void The_first_of_a_page_are_the_first_of_all_whatever_is_passed_over_on_the_way()
    {
        var word = Gen.OneOf("loom", "looms", "lamp", "weaver", "of", "the", "tide");
        var turn = word.Array[1, 60].Select(static words => Turn(string.Join(' ', words)));
        Gen.Select(turn.Array[30, 60], word.Array[2, 5]).Sample(
            static (turns, words) =>
            {
                var index = new SampleIndex(turns);
                var typed = string.Join(' ', words);

                Assert.Equal(index.Search(typed).Hits.Take(5), index.Search(typed, pageSize: 5).Hits);
            },
            iter: 200);
    }

    [Fact]
    public void The_form_as_typed_ranks_above_other_endings()
    {
        var index = new SampleIndex(Turn("they run daily"), Turn("she was running daily"), Turn("he runs daily"));

        Assert.Equal(2, index.Find("running").First());
        Assert.Equal(3, index.Find("runs").First());
    }

    [Fact]
    public void The_script_as_typed_ranks_above_the_other_however_often_that_stands_there()
    {
        var index = new SampleIndex(Turn("問題、問題、問題"), Turn("說了很多很多別的話以後才說到问题"));

        Assert.Equal([2, 1], index.Find("问题"));
        Assert.Equal([1, 2], index.Find("問題"));
    }

    [Fact]
    public void A_turn_with_a_takeaway_ranks_above_its_like()
    {
        var index = new SampleIndex(Turn("ship it now"), new SampleTurn("Ada Quill", "ship it now", Takeaway: true));

        Assert.Equal([2, 1], index.Find("ship"));
    }

    [Fact]
    public void A_word_that_does_not_occur_is_corrected_and_the_correction_is_reported()
    {
        var index = new SampleIndex(Turn("the workshop opened"), Turn("nothing of that kind"));

        Assert.Equal("the workshop", index.Search("the worksop").Corrected);
        Assert.Equal([1], index.Find("worksop"));
        Assert.Empty(index.Find("worksop", literal: true));
    }

    [Fact]
    public void Where_nobody_says_all_words_most_of_them_suffice_and_the_answer_says_so()
    {
        var index = new SampleIndex(Turn("the silver lantern hung over the door"), Turn("a zebra"), Turn("a door"));

        var found = index.Search("silver lantern door zebra");

        Assert.True(found.Relaxed);
        Assert.Equal(1, found.Hits[0].Document);
        Assert.Equal(0, index.Search("silver lantern door zebra", literal: true).Total);
    }

    [Fact]
    public void A_quoted_phrase_stays_wanted_where_words_are_left_out()
    {
        var index = new SampleIndex(Turn("the silver lantern hung there"), Turn("a lantern of silver and a zebra"), Turn("a door"));

        Assert.Equal([1], index.Find("\"silver lantern\" hung zebra"));
    }

    [Fact]
    public void A_filter_that_matches_nothing_gives_a_hint() =>
        Assert.Equal(SearchHintKind.NothingCalled, Assert.Single(new SampleIndex(Turn("a word")).Search("speaker:nobody word").Hints).Kind);

    private static SampleTurn Turn(string text) => new("Ada Quill", text);
}
