using CsCheck;
using PodcastInsights.Web.Embedding;

namespace PodcastInsights.Web.Tests.Embedding;

public sealed class EmbeddingSizeTests
{
    [Theory]
    [InlineData(null, true, null)]
    [InlineData("", true, null)]
    [InlineData("1", true, 1)]
    [InlineData("100000", true, 100000)]
    [InlineData("100001", false, null)]
    [InlineData("0", false, null)]
    [InlineData("+5", false, null)]
    [InlineData(" 5", false, null)]
    [InlineData("5px", false, null)]
    public void A_bound_is_a_whole_number(string? text, bool isOne, int? most) =>
        Assert.Equal((isOne, most), (EmbeddingSize.TryRead(text, out var read), read));

    [Fact]
    public void No_bound_is_passed_and_words_have_room_for_a_letter_at_least() => Gen.Select(
        Gen.Int[1, 3000], Gen.Int[1, 3000], Gen.Int[1, 5000], Gen.OneOf('a', '句')).Sample((wide, high, length, letter) =>
        {
            var size = new EmbeddingSize(wide, high);
            var words = new string(letter, length);
            var most = size.MostOf(words);
            Assert.InRange(most, 1, length);
            Assert.InRange(size.Width, 1, wide);
            Assert.InRange(size.HeightOf(words[..most]), 1, high);
        });

    [Fact]
    public void Words_that_are_twice_as_wide_take_more_lines() =>
        Assert.True(new EmbeddingSize(500, null).HeightOf(new string('句', 500)) > new EmbeddingSize(500, null).HeightOf(new string('a', 500)));
}
