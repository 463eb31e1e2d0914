using CsCheck;

namespace PodcastInsights.Core.Tests.Text;

public sealed class ExcerptTests
{
    [Theory]
    [InlineData("The oars are in the shed.", 25, "The oars are in the shed.")]
    [InlineData("The oars are in the shed.", 20, "The oars are in the…")]
    [InlineData("The oars are in the shed.", 18, "The oars are in…")]
    [InlineData("Supercalifragilistic oars", 12, "Supercalifr…")] // half the room is better filled than empty
    [InlineData("桨在棚子里，船也在。", 6, "桨在棚子里…")]
    [InlineData("노는 헛간에 있어요 그렇죠", 9, "노는 헛간에…")] // Korean words stay whole
    [InlineData("เรืออยู่ในโรงเก็บ", 6, "เรืออ…")]
    [InlineData("🙂🙂🙂🙂", 6, "🙂🙂…")]
    [InlineData("a\u0301a\u0301a\u0301a\u0301a\u0301", 6, "a\u0301a\u0301…")] // a mark belongs to its letter
    [InlineData("", 6, "")]
    public void A_text_is_cut_behind_a_word_or_a_character(string text, int length, string excerpt) =>
        Assert.Equal(excerpt, Excerpt.Of(text, length));

    [Fact]
    public void An_excerpt_is_short_and_begins_the_text() => Gen.Select(Gen.String, Gen.Int[4, 40]).Sample(static (text, length) =>
    {
        var excerpt = Excerpt.Of(text, length);
        Assert.InRange(excerpt.Length, 0, Math.Max(length, 0));
        Assert.True(excerpt == text || (excerpt[^1] == '…' && text.StartsWith(excerpt[..^1], StringComparison.Ordinal)));
        Assert.False(excerpt.Length > 1 && excerpt != text && char.IsHighSurrogate(excerpt[^2]) && char.IsLowSurrogate(text[excerpt.Length - 1]));
    });

    [Theory]
    [InlineData("The oars.", "", "")]
    [InlineData("and the oars", "…", "…")]
    [InlineData("The oars, and", "", "…")]
    [InlineData("The oars,", "", "…")]
    [InlineData("She said: “The oars.”", "", "")]
    [InlineData("桨在棚子里。", "", "")]
    [InlineData("桨在棚子里", "", "…")]
    [InlineData("नाव यहाँ है।", "", "")]
    [InlineData("Well…", "", "")]
    [InlineData("", "", "")]
    public void A_passage_is_led_and_trailed_by_an_ellipsis_where_it_is_cut(string passage, string lead, string trail) =>
        Assert.Equal((lead, trail), (Excerpt.Lead(passage), Excerpt.Trail(passage)));
}
