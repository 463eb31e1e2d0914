using PodcastInsights.Core.Search;

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

    [Fact]
    public async Task A_search_is_narrowed_by_a_link_and_widened_by_another()
    {
        var page = await app.GetPageAsync("/search?q=leak");
        var narrow = page.Links().First(l => l.Contains("speaker=mira-okafor", StringComparison.Ordinal));
        var narrowed = await app.GetPageAsync(narrow);
        Assert.NotEqual(page.All("blockquote").Count(), narrowed.All("blockquote").Count());
        var chip = narrowed.All("a").Single(a => ((string?)a.Attribute("title"))?.StartsWith("Take off", StringComparison.Ordinal) == true);
        Assert.Equal("/search?q=leak", (string)chip.Attribute("href")!);
    }

    [Fact]
    public async Task What_cannot_be_taken_as_typed_is_said() =>
        Assert.Contains("A quotation mark is never closed", (await app.GetPageAsync("/search?q=%22copper")).Value, StringComparison.Ordinal);

    [Fact]
    public async Task Every_example_of_the_help_is_a_search_that_is_understood()
    {
        foreach (var prefix in new[] { "", "/zh" })
        {
            var examples = (await app.GetPageAsync($"{prefix}/search/help")).All("dt").Select(d => d.Element("a")).Where(a => a is not null).ToList();
            Assert.NotEmpty(examples);
            foreach (var example in examples)
            {
                Assert.Empty(SearchQuery.Parse(example!.Value).Hints);
                await app.GetPageAsync((string)example.Attribute("href")!);
            }
        }
    }
}
