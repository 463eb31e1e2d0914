using System.Text;
using PodcastInsights.Web.Cards.Typesetting;

namespace PodcastInsights.Web.Tests.Cards.Typesetting;

public sealed class CardTextTests
{
    [Theory]
    [InlineData("  The boats\r\n\r\nthat\twaited\u2028for\u00A0it ", "The boats that waited for it")]
    [InlineData("a\0b\u0007c", "a b c")]
    [InlineData("he said \u202Eneven\u202C \u2067odd\u2069", "he said neven odd")] // no override turns a word into another
    [InlineData("e\u0301", "\u00E9")]
    [InlineData("a\uFFFEb\uFDD0c", "abc")]
    [InlineData("شَّ क्षि ཀྵྨླྀ", "شَّ क्षि ཀྵྨླྀ")] // as many marks as a language writes
    [InlineData("👩🏻‍❤️‍💋‍👨🏻", "👩🏻‍❤️‍💋‍👨🏻")]
    [InlineData("", "")]
    public void A_text_is_one_paragraph_of_what_can_be_shown(string text, string shown) => Assert.Equal(shown.Normalize(), CardText.Of(text, 100));

    [Fact]
    public void A_lone_surrogate_is_shown_as_the_replacement_character() =>
        Assert.Equal("x\uFFFDy\uFFFD", CardText.Of(new string(['x', '\ud800', 'y', '\udc00']), 100));

    [Fact]
    public void Marks_without_end_do_not_hide_what_follows() =>
        Assert.EndsWith(" boats", CardText.Of($"a{new string('\u0301', 10_000)} boats", 100), StringComparison.Ordinal);

    [Fact]
    public void Emoji_joined_without_end_are_no_wider_than_a_line() =>
        Assert.InRange(CardText.Of(string.Concat(Enumerable.Repeat("👩\u200D", 100)), 600).Length, 1, 20);

    [Fact]
    public void What_is_cut_ends_with_an_ellipsis() =>
        Assert.Equal("one two…", CardText.Of("one two three", 10));

    [Fact]
    public void Nothing_fails()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var text = new string([.. Enumerable.Range(0, random.Next(60)).Select(_ => (char)random.Next(char.MaxValue + 1))]);
            var shown = CardText.Of(text, 40);
            Assert.True(shown.Length <= 40 && shown.IsNormalized(NormalizationForm.FormC), $"seed {seed}");
        }
    }
}
