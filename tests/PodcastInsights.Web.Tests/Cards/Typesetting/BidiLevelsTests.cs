using PodcastInsights.Web.Cards.Typesetting;

namespace PodcastInsights.Web.Tests.Cards.Typesetting;

public sealed class BidiLevelsTests
{
    [Theory]
    [InlineData("abc", "000")]
    [InlineData("שלום", "1111")]
    [InlineData("ab שלום", "0001111")]
    [InlineData("שנת 2024!", "111122221")] // a number runs to the right among words that run to the left
    [InlineData("12 א", "2211")] // the first letter says which way the paragraph runs
    [InlineData("א 1-2", "11222")] // a Hebrew range is one number
    [InlineData("ا 1-2", "11212")] // an Arabic one is two
    [InlineData("ا 12.5%", "1122221")] // the point is within the number, the sign is not
    [InlineData("א 12%", "11222")]
    [InlineData("א (ab) ב", "11122111")] // brackets go with the paragraph, whatever is between them
    [InlineData("a (א) b", "0001000")]
    [InlineData("a א (ב) c", "001111100")] // and with both sides where these agree and the inside does
    [InlineData("א\u0301b", "112")] // a mark goes with its letter
    [InlineData("א\u200Db", "112")] // a joiner with what is before it
    [InlineData("12", "22", true)]
    [InlineData("!", "1", true)]
    [InlineData("", "")]
    public void The_direction_of_each_character_is_that_of_Unicode(string text, string levels, bool rightToLeft = false) =>
        Assert.Equal(levels, string.Concat(BidiLevels.Of(text, rightToLeft, out _)));

    [Theory]
    [InlineData("0", "0")]
    [InlineData("010", "012")]
    [InlineData("121", "210")]
    [InlineData("1221", "3120")]
    [InlineData("012210", "042315")] // two runs of a number stay in order among words that do not
    [InlineData("", "")]
    public void Runs_are_drawn_in_the_order_in_which_they_are_seen(string levels, string order)
    {
        var given = levels.Select(level => (byte)(level - '0')).ToList();
        Assert.Equal(order, string.Concat(BidiLevels.VisualOrder(given)));
    }
}
