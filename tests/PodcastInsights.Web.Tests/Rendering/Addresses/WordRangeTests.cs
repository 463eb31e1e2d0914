using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Tests.Rendering.Addresses;

public sealed class WordRangeTests
{
    [Theory]
    [InlineData("1", "One")]
    [InlineData("2-3", "two three")] // to the end of the first paragraph
    [InlineData("3-4", "three four")] // over two paragraphs
    [InlineData("5-7", "五个字")]
    public void A_range_names_words_over_all_paragraphs(string range, string words)
    {
        Assert.True(WordRange.TryParse(range, out var parsed));
        Assert.Equal(words, parsed.In(Turn("One, two three!", "four 五个字"))!.TextOf(Turn("One, two three!", "four 五个字")));
    }

    [Fact]
    public void A_range_beyond_the_last_word_names_nothing()
    {
        Assert.True(WordRange.TryParse("2-4", out var range));
        Assert.Null(range.In(Turn("One two three.")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0-3")]
    [InlineData("3-2")]
    [InlineData("1-2-3")]
    [InlineData(" 1")]
    [InlineData("99999999999")]
    public void Other_text_is_no_range(string? text) => Assert.False(WordRange.TryParse(text, out _));

    private static Turn Turn(params string[] paragraphs) => new(
        TurnId.Of(1, paragraphs[0]), 1, "Petra", false, null, [.. paragraphs.Select(text => new Paragraph(text, null, false, "en"))]);
}
