using PodcastInsights.Web.Rendering.Marks;

namespace PodcastInsights.Web.Tests.Rendering.Marks;

public sealed class ParagraphPartsTests
{
    private const string Sentence = "We asked Dr. Holm about the oars, and he said \"Row!\" before anyone else could speak. ";

    [Fact]
    public void A_long_paragraph_is_shown_in_parts_that_hold_every_character()
    {
        var text = string.Concat(Enumerable.Repeat(Sentence, 20)).TrimEnd();
        var parts = ParagraphParts.Of(text, "en");
        Assert.True(parts.Count > 1);
        Assert.Equal(text, string.Concat(parts.Select(p => text[p.Start..p.End])));
        Assert.All(parts.SkipLast(1), p => Assert.EndsWith("speak. ", text[p.Start..p.End], StringComparison.Ordinal));
    }

    [Fact]
    public void A_long_Chinese_paragraph_is_shown_in_parts_too()
    {
        var text = string.Concat(Enumerable.Repeat("木船会说话，它漏水的地方就是它想告诉你的事情。", 30));
        var parts = ParagraphParts.Of(text, "zh");
        Assert.True(parts.Count > 1);
        Assert.Equal(text, string.Concat(parts.Select(p => text[p.Start..p.End])));
    }

    [Fact]
    public void A_short_paragraph_stays_whole() => Assert.Single(ParagraphParts.Of(Sentence, "en"));
}
