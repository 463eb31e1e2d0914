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
    [InlineData("這艘船會說話", 1)]
    [InlineData("这艘船会说话", -1)]
    [InlineData("木船", 0)] // written alike
    [InlineData("The ship", 0)]
    [InlineData("", 0)]
    public void A_text_is_Traditional_by_the_majority_of_its_distinctive_characters(string text, int sign) =>
        Assert.Equal(sign, Math.Sign(HanForms.TraditionalSurplus(text)));
}
