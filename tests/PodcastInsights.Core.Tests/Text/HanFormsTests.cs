namespace PodcastInsights.Core.Tests.Text;

public sealed class HanFormsTests
{
    [Theory]
    [InlineData("发", "發髮")]
    [InlineData("發", "发髮")]
    [InlineData("國", "国")]
    [InlineData("船", "")]
    [InlineData("a", "")]
    [InlineData("", "")]
    public void A_character_is_found_by_its_other_forms(string character, string others) =>
        Assert.Equal(others, string.Concat(HanForms.OthersOf(character)));

    [Theory]
    [InlineData("這艘船會說話", true)]
    [InlineData("这艘船会说话", false)]
    [InlineData("木船", false)] // written alike
    [InlineData("The ship", false)]
    [InlineData("", false)]
    public void A_text_is_traditional_by_most_of_what_tells(string text, bool traditional) => Assert.Equal(traditional, HanForms.IsTraditional(text));
}
