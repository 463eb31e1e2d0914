using CsCheck;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Tests.Episodes;

public sealed class TurnIdTests
{
    [Theory]
    [InlineData("We shipped on a Tuesday, and nobody noticed. Not one.", "we SHIPPED on a tuesday and nobody noticed; not two")] // the ninth word on does not count
    [InlineData("Don't look at the calendar, look at me.", "Don’t look at the calendar -- look at me!")]
    [InlineData("Ｗｅ shipped", "we shipped")]
    [InlineData("今天我們講搜尋，還有連結，以及其他的事情。", "今天我們講搜尋、還有連結、以及其他的東西")]
    public void The_same_opening_gives_the_same_hash(string one, string other) => Assert.Equal(TurnId.Of(7, one), TurnId.Of(7, other));

    [Theory]
    [InlineData("We shipped on a Tuesday.", "We shipped on a Thursday.")]
    [InlineData("今天我們講搜尋", "今天我們講連結")]
    [InlineData("Yes", "Yeah")]
    public void Another_opening_gives_another_hash(string one, string other) => Assert.NotEqual(TurnId.Of(7, one).Hash, TurnId.Of(7, other).Hash);

    [Fact]
    public void It_is_the_same_in_every_version()
    {
        // Links in the world hold it: a change of the algorithm must fail here.
        Assert.Equal("12-6j0rby", TurnId.Of(12, "We shipped on a Tuesday.").ToString());
        Assert.Equal("1-scthx8", TurnId.Of(1, "").ToString());
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
