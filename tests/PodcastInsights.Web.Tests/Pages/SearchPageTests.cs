namespace PodcastInsights.Web.Tests.Pages;

public sealed class SearchPageTests(WebApp app)
{
    [Fact]
    public async Task A_hit_marks_the_words_and_leads_to_its_turn()
    {
        var page = await app.GetPageAsync("/search?q=%22copper%20ketch%22%20spoon");
        Assert.Contains(page.All("mark"), mark => mark.Value.Contains("copper", StringComparison.OrdinalIgnoreCase));
        var link = page.Links().First(l => l.Contains("#t-", StringComparison.Ordinal));
        Assert.NotNull((await app.GetPageAsync(link[..link.IndexOf('#', StringComparison.Ordinal)])).ById(link[(link.IndexOf('#', StringComparison.Ordinal) + 1)..]));
    }

    [Fact]
    public async Task What_was_typed_stays_in_the_box() =>
        Assert.Equal("a \"b c\" <d>", (string?)(await app.GetPageAsync("/search?q=a+%22b+c%22+%3Cd%3E")).ById("q")!.Attribute("value"));

    [Theory]
    [InlineData("/search", "Type what you remember of a conversation.")]
    [InlineData("/search?q=%20%20", "Type what you remember of a conversation.")]
    [InlineData("/search?q=%3F%21%2A", "There is no word to search for in what you typed.")]
    [InlineData("/zh/search?q=%3F", "输入的内容里没有可搜索的词语。")]
    [InlineData("/search?q=xylophonist", "Nothing was found for “xylophonist”.")]
    public async Task A_search_that_finds_nothing_says_why(string url, string message) =>
        Assert.Contains(message, (await app.GetPageAsync(url)).Value, StringComparison.Ordinal);
}
