using PodcastInsights.Web.Rendering;

namespace PodcastInsights.Web.Tests.Rendering;

public sealed class SentencesTests
{
    private const string Sentence = "We asked Dr. Holm about the oars, and he said \"Row!\" before anyone else could speak. ";

    [Fact]
    public void A_long_paragraph_is_shown_in_parts_that_hold_every_character()
    {
        var text = string.Concat(Enumerable.Repeat(Sentence, 20)).TrimEnd();
        var parts = Sentences.PartsOf(text, "en");
        Assert.True(parts.Count > 1);
        Assert.Equal(text, string.Concat(parts.Select(p => text[p.Start..p.End])));
        Assert.All(parts.SkipLast(1), p => Assert.EndsWith("speak. ", text[p.Start..p.End], StringComparison.Ordinal));
    }

    [Fact]
    public void A_long_Chinese_paragraph_is_shown_in_parts_too()
    {
        var text = string.Concat(Enumerable.Repeat("木船会说话，它漏水的地方就是它想告诉你的事情。", 30));
        var parts = Sentences.PartsOf(text, "zh");
        Assert.True(parts.Count > 1);
        Assert.Equal(text, string.Concat(parts.Select(p => text[p.Start..p.End])));
    }

    [Fact]
    public void A_short_paragraph_stays_whole() => Assert.Single(Sentences.PartsOf(Sentence, "en"));

    [Theory]
    [InlineData("Fine. And you? I was glad. What came next, then? Tell me.", "What came next, then?")]
    [InlineData("那你后来为什么开始修木船呢？", "那你后来为什么开始修木船呢？")]
    [InlineData("She asked, \"Is it yours?\" So I asked her: whose boat is it, then? Hers.", "So I asked her: whose boat is it, then?")]
    [InlineData("(Or was it?) [Who knows?] Did anyone look under the sail?", "Did anyone look under the sail?")]
    [InlineData("He asked. \"Why does it leak?\" I left.", "\"Why does it leak?\"")] // a quote behind a blank opens
    [InlineData("They said, \"We are full. Why not wait a year?\" We left.", "Why not wait a year?")] // opened before it
    [InlineData("You did what?! And it floats??", "And it floats??")]
    [InlineData("他问：“船在哪里？”你怎么回答的呢？我忘了。", "你怎么回答的呢？")]
    [InlineData("No question here.", null)]
    public void The_last_question_is_a_whole_sentence(string text, string? question) =>
        Assert.Equal(question, Sentences.LastQuestion(text));
}
