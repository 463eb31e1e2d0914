using PodcastInsights.Core.Search;
using PodcastInsights.Core.Search.Querying;

namespace PodcastInsights.Web.Tests.Pages;

public sealed class SearchPageTests(WebApp app)
{
    [Fact]
    public async Task A_hit_marks_the_words_and_leads_to_its_turn()
    {
        var page = await app.GetPageAsync("/search?q=%22copper%20ketch%22%20spoon");
        Assert.Contains(page.All("mark"), mark => mark.Value.Contains("copper", StringComparison.OrdinalIgnoreCase));
        var link = page.Links().First(l => l.Contains("#t-", StringComparison.Ordinal));
        var parts = link.Split('#');
        Assert.NotNull((await app.GetPageAsync(parts[0])).ById(parts[1]));
    }

    [Fact]
    public async Task A_hit_in_another_edition_opens_that_edition_at_the_turn()
    {
        var page = await app.GetPageAsync($"/search?q={Uri.EscapeDataString("蜡烛")}");
        var link = page.Links().Single(l => l.Contains("#t-2-", StringComparison.Ordinal)).Split('#');
        var turn = (await app.GetPageAsync(link[0])).ById(link[1])!;
        Assert.Contains("主要卖蜡烛", turn.Value, StringComparison.Ordinal);
        Assert.NotEmpty(turn.All("mark"));
    }

    [Fact]
    public async Task Misspelt_words_are_corrected_with_a_way_back_to_what_was_typed()
    {
        var page = await app.GetPageAsync("/search?q=lighthuose");
        Assert.Contains("these are the results for “lighthouse”", page.Value, StringComparison.Ordinal);
        var literal = page.Links().Single(l => l.Contains("literal=true", StringComparison.Ordinal));
        Assert.Contains("Nothing was found for “lighthuose”", (await app.GetPageAsync(literal)).Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_can_be_had_in_the_order_spoken_and_a_page_that_is_not_there_says_so()
    {
        var page = await app.GetPageAsync("/search?q=leak");
        var spoken = await app.GetPageAsync(page.Links().Single(l => l.Contains("sort=place", StringComparison.Ordinal)));
        var numbers = spoken.Links().Where(l => l.Contains("mira-okafor?q=leak#t-", StringComparison.Ordinal))
            .Select(l => int.Parse(l.Split("#t-")[1].Split('-')[0], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.True(numbers.Count > 1);
        Assert.Equal(numbers.Order(), numbers);
        var beyond = await app.GetPageAsync("/search?q=leak&page=9");
        Assert.Contains("There is no page 9; the last one is page 1.", beyond.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("Page 9 of 1", beyond.Value, StringComparison.Ordinal);
        Assert.Equal("Last page", beyond.All("a").Single(a => (string?)a.Attribute("rel") == "prev").Value);
    }

    [Theory]
    [InlineData("spoon")]
    [InlineData("oven")]
    [InlineData("flour sacks")]
    public async Task A_passage_cut_within_a_sentence_says_so(string typed)
    {
        var quotes = (await app.GetPageAsync($"/search?q={typed}")).All("blockquote").Select(quote => quote.Text()).ToList();
        Assert.NotEmpty(quotes);
        Assert.All(quotes, quote => Assert.False(char.IsLower(quote[0]) || char.IsLetterOrDigit(quote[^1]), quote));
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
    public async Task Every_filter_is_a_parameter_of_page_and_data_alike()
    {
        var document = await File.ReadAllTextAsync(Path.Combine(Artifacts.Root, "docs", "api.md"));
        foreach (var field in FilterField.All)
        {
            var typed = await app.GetJsonAsync($"/api/v1/search?q={field.Name}:{field.Example}+the");
            var given = await app.GetJsonAsync($"/api/v1/search?q=the&{field.Name}={field.Example}");
            Assert.Equal(typed.GetProperty("total").GetInt32(), given.GetProperty("total").GetInt32());
            var page = await app.GetPageAsync($"/search?q=the&{field.Name}={field.Example}");
            var chip = page.All("a").Single(a => ((string?)a.Attribute("title"))?.StartsWith("Take off", StringComparison.Ordinal) == true);
            Assert.Equal("/search?q=the", (string)chip.Attribute("href")!);
            Assert.Contains($"`{field.Name}`", document, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_parameter_given_twice_takes_either_value()
    {
        var one = await app.GetJsonAsync("/api/v1/search?q=the&year=2024");
        var other = await app.GetJsonAsync("/api/v1/search?q=the&year=2023");
        var both = await app.GetJsonAsync("/api/v1/search?q=the&year=2024&year=2023");
        Assert.Equal(Total(one) + Total(other), Total(both));

        static int Total(System.Text.Json.JsonElement answer) => answer.GetProperty("total").GetInt32();
    }

    [Fact]
    public async Task A_parameter_that_makes_no_sense_is_left_out_and_that_is_said() => Assert.Contains(
        "“year:soon” is no such filter and was left out.", (await app.GetPageAsync("/search?q=leak&year=soon")).Value, StringComparison.Ordinal);

    [Fact]
    public async Task What_cannot_be_taken_as_typed_is_said()
    {
        var page = await app.GetPageAsync("/search?q=%22copper");
        Assert.Contains("A quotation mark is never closed", page.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/zh")]
    public async Task An_empty_search_shows_how_to_search(string prefix)
    {
        var examples = (await app.GetPageAsync($"{prefix}/search/help")).All("dt").Select(example => example.Value);
        var results = (await app.GetPageAsync($"{prefix}/search")).ById("results")!;
        var shown = results.Descendants("dt").Select(example => example.Value).ToList();
        Assert.NotEmpty(shown);
        Assert.Equal(examples.Take(shown.Count), shown);
    }

    [Fact]
    public async Task Every_example_of_the_help_is_a_search_that_is_understood()
    {
        foreach (var prefix in new[] { "", "/zh" })
        {
            var help = await app.GetPageAsync($"{prefix}/search/help");
            var examples = help.All("dt").Select(d => d.Element("a")).Where(a => a is not null).ToList();
            Assert.NotEmpty(examples);
            foreach (var example in examples)
            {
                Assert.Empty(SearchQuery.Parse(example!.Value).Hints);
                await app.GetPageAsync((string)example.Attribute("href")!);
            }
        }
    }
}
