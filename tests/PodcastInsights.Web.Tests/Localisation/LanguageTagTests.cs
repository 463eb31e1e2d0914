using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Tests.Localisation;

public sealed class LanguageTagTests
{
    [Theory]
    [InlineData("zh", "zh-Hans", "谢谢大家来到灯塔。", null)] // as the page itself
    [InlineData("zh", "zh-Hant", "謝謝大家來到燈塔。", null)]
    [InlineData("zh", "zh-Hant", "谢谢大家来到灯塔。", "zh-Hans")]
    [InlineData("zh", "en", "谢谢大家来到灯塔。", "zh-Hans")]
    [InlineData("zh", "zh-Hans", "謝謝大家來到燈塔。", "zh-Hant")]
    [InlineData("zh", "en", "謝謝大家來到燈塔。", "zh-Hant")]
    [InlineData("zh", "en", "山水", "zh-Hans")] // written alike
    [InlineData("zh", "zh-Hant", "山水", null)]
    [InlineData("zh", "zh-Hans", "山水", null)]
    [InlineData("en", "en", "燈塔", null)] // a word in an English passage
    [InlineData("en", "zh-Hant", "A tower", "en")]
    [InlineData("ja", "en", "灯台", "ja")]
    public void A_passage_is_named_by_its_language_and_its_characters(string language, string surrounding, string text, string? tag) =>
        Assert.Equal(tag, LanguageTag.Unless(surrounding, language, text));
}
