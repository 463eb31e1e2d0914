using CsCheck;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Tests.Episodes;

public sealed class TurnIdTests
{
    [Theory]
    // The ninth word on does not count.
    [InlineData("We shipped on a Tuesday, and nobody noticed. Not one.", "we SHIPPED on a tuesday and nobody noticed; not two")]
    [InlineData("Don't look at the calendar, look at me.", "Don’t look at the calendar -- look at me!")]
    [InlineData("Ｗｅ shipped", "we shipped")]
    [InlineData("今天我們講搜尋，還有連結，以及其他的事情。", "今天我們講搜尋、還有連結、以及其他的東西")]
    public void The_same_opening_gives_the_same_hash(string one, string other) => Assert.Equal(TurnId.Of(7, one), TurnId.Of(7, other));

    [Theory]
    [InlineData("We shipped on a Tuesday.", "We shipped on a Thursday.")]
    [InlineData("今天我們講搜尋", "今天我們講連結")]
    [InlineData("Yes", "Yeah")]
    public void Another_opening_gives_another_hash(string one, string other) =>
        Assert.NotEqual(TurnId.Of(7, one).Hash, TurnId.Of(7, other).Hash);

    [Fact]
    public void It_is_the_same_in_every_version()
    {
        // Links in the world hold it: a change of the algorithm must fail here.
        Assert.Equal("12-6j0rby", TurnId.Of(12, "We shipped on a Tuesday.").ToString());
        Assert.Equal("1-scthx8", TurnId.Of(1, "").ToString());
    }

    [Fact]
    public void Turns_with_the_same_words_are_told_apart_by_how_they_are_written()
    {
        string[] texts = ["Before that?", "Was it rainy?", "Before that.", "Yeah.", "Yeah."];

        var ids = TurnId.OfAll(texts);

        Assert.Equal([1, 2, 3, 4, 5], ids.Select(id => id.Number));
        Assert.Equal(4, ids.Select(id => id.Hash).Distinct().Count());
        Assert.Equal([TurnId.Of(2, texts[1]), TurnId.Of(4, texts[3]), TurnId.Of(5, texts[4])], [ids[1], ids[3], ids[4]]);
        Assert.Equal(["1-af4x1x", "3-ctkm91"], [ids[0].ToString(), ids[2].ToString()]);
    }

    [Fact]
    public void Of_turns_that_read_otherwise_none_is_taken_for_another()
    {
        // Short texts of few letters: many are the same but for case, spaces and punctuation.
        var text = Gen.Char["aB .,"].Array[0, 6].Select(characters => new string(characters));
        text.Array[1, 12].Sample(texts =>
        {
            var ids = TurnId.OfAll(texts);
            return ids.All(
                one => ids.All(other => one.Hash != other.Hash || Spaced(texts[one.Number - 1]) == Spaced(texts[other.Number - 1])));
        });

        static string Spaced(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void What_it_prints_it_reads() => Gen.Select(Gen.Int[1, 100_000], Gen.String).Sample((number, text) =>
    {
        var id = TurnId.Of(number, text);
        return TurnId.TryParse(id.ToString(), out var read) && read == id;
    });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("-abcdef")]
    [InlineData("0-abcdef")]
    [InlineData("12-abc")]
    [InlineData("12-abcdefg")]
    [InlineData("12-ABCDEF")]
    [InlineData("99999999999999999999-abcdef")]
    [InlineData("+1-abcdef")]
    [InlineData("1-abcde<")]
    public void Anything_else_is_no_id(string? text) => Assert.False(TurnId.TryParse(text, out _));
}
