using PodcastInsights.Core.Citation;

namespace PodcastInsights.Core.Tests.Citation;

public sealed class CitedWordsTests
{
    [Theory]
    [InlineData("12", 12, 0, 12, null)]
    [InlineData("12-20", 12, 0, 20, null)]
    [InlineData("12-20-1jc4k0", 12, 0, 20, "1jc4k0")]
    [InlineData("12-12-123456", 12, 0, 12, "123456")]          // a hash of digits alone
    [InlineData("12-1.9-1jc4k0", 12, 1, 9, "1jc4k0")]
    [InlineData("12-2.9", 12, 2, 9, null)]
    public void A_range_is_read_as_it_is_written(string text, int first, int turnsOn, int last, string? hash)
    {
        Assert.True(CitedWords.TryParse(text, out var words));
        Assert.Equal((first, turnsOn, last, hash), (words.First, words.TurnsOn, words.Last, words.Hash));
        Assert.Equal(text, words.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("5-4")]
    [InlineData("4-5-")]
    [InlineData("4-5-abc")]
    [InlineData("4-5-abcdeu")]        // no letter of the alphabet
    [InlineData("4-5-ABCDEF")]
    [InlineData("4-5-abcdef-1")]
    [InlineData("4-0.5")]
    [InlineData("4-21.5")]            // over more turns than one quotation has
    [InlineData("4-1.2.3")]
    [InlineData("1.4-5")]
    [InlineData("4--5")]
    [InlineData("99999999999")]
    [InlineData("٣")]
    public void Other_text_is_no_range(string? text) => Assert.False(CitedWords.TryParse(text, out _));

    [Theory]
    [InlineData("Don't look at the well-known calendar", "don’t LOOK, at the well known calendar!")]
    [InlineData("Ｗｅ shipped", "we shipped")]
    [InlineData("今天我們講搜尋，還有連結", "今天我們講搜尋還有連結。")]
    [InlineData("ﬁne café", "fine cafe\u0301")]
    public void Case_width_and_punctuation_do_not_count(string one, string other) => Assert.Equal(HashOf(one), HashOf(other));

    [Theory]
    [InlineData("I never said", "I always said")]
    [InlineData("It costs $5 now", "It costs €5 now")]
    [InlineData("about 5% more", "about 5 more")]
    [InlineData("in C++ again", "in C# again")]
    [InlineData("1.5 boats", "15 boats")]
    [InlineData("कि नहीं", "की नहीं")]                   // the vowel is a mark
    [InlineData("now here", "nowhere")]
    [InlineData("不會", "會")]
    public void Another_word_has_another_hash(string one, string other) => Assert.NotEqual(HashOf(one), HashOf(other));

    [Fact]
    public void It_is_the_same_in_every_version()
    {
        // Links in the world hold it: a change of the algorithm must fail here.
        var turns = new[] { Talk.Turn(1, "Petra", "Who mends it?", "Don't say nobody."), Talk.Turn(2, "Mira", "我 do, for $5.") };

        Assert.Equal("2-6-hf10d7", CitedWords.Of(turns[0], 2, 6).ToString());
        Assert.Equal("4-1.4-c892h6", CitedWords.Of(turns, 4, 4).ToString());
    }

    [Fact]
    public void A_break_between_turns_belongs_to_what_was_said() => Assert.NotEqual(
        CitedWords.Of([Talk.Turn(1, "Petra", "Do you"), Talk.Turn(2, "Mira", "I do")], 1, 2)!.Value.Hash,
        CitedWords.Of([Talk.Turn(1, "Petra", "Do"), Talk.Turn(2, "Mira", "you I do")], 1, 3)!.Value.Hash);

    private static string? HashOf(string text) => CitedWords.Of(Talk.Turn(1, null, text), 1, WordCount.Of(text))!.Value.Hash;
}
