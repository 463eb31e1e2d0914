using System.Xml.Linq;
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
    [InlineData("/search?q=%3F%21%2A", "What you typed has no word to search for.")]
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
        var chip = narrowed.All("a").Single(a => ((string?)a.Attribute("title"))?.StartsWith("Remove filter", StringComparison.Ordinal) == true);
        Assert.Equal("/search?q=leak", (string)chip.Attribute("href")!);
    }

    [Fact]
    public async Task Titles_beside_the_results_are_in_their_own_language()
    {
        var titles = (await app.GetPageAsync("/zh/search?q=the")).All("aside").Single().Elements("details").Skip(1).First().Descendants("a").ToList();
        Assert.Contains(titles, title => (string?)title.Attribute("lang") == "en");
        Assert.All(titles, title => Assert.NotEqual(title.Value.Any(letter => letter is >= '\u4E00' and <= '\u9FFF'), (string?)title.Attribute("lang") == "en"));
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
            var chip = page.All("a").Single(a => ((string?)a.Attribute("title"))?.StartsWith("Remove filter", StringComparison.Ordinal) == true);
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
    public async Task An_invalid_parameter_is_ignored_with_a_hint() => Assert.Contains(
        "“year:soon” is not a valid filter and was ignored.", (await app.GetPageAsync("/search?q=leak&year=soon")).Value, StringComparison.Ordinal);

    [Fact]
    public async Task What_cannot_be_taken_as_typed_is_said()
    {
        var page = await app.GetPageAsync("/search?q=%22copper");
        Assert.Contains("A quotation mark is not closed", page.Value, StringComparison.Ordinal);
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

    [Theory]
    [InlineData("")]
    [InlineData("/zh")]
    public async Task Every_example_finds_something(string prefix)
    {
        var examples = (await app.GetPageAsync($"{prefix}/search/help")).All("dt").Select(term => term.Element("a")).OfType<XElement>().ToList();
        var home = (await app.GetPageAsync($"{prefix}/")).Links().Where(link => link.Contains("/search?q=", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(examples);
        Assert.NotEmpty(home);
        foreach (var link in examples.Select(example => (string)example.Attribute("href")!).Concat(home))
        {
            Assert.NotEmpty((await app.GetPageAsync(link)).ById("results")!.Descendants("blockquote"));
        }

        foreach (var example in examples)
        {
            Assert.Empty(SearchQuery.Parse(example.Value).Hints);
        }
    }

    [Fact]
    public async Task An_empty_library_shows_no_example()
    {
        await using var empty = new WebApp { IsEmpty = true };
        await empty.InitializeAsync();

        Assert.DoesNotContain((await empty.GetPageAsync("/search/help")).All("dt"), term => term.Element("a") is not null);
        Assert.DoesNotContain((await empty.GetPageAsync("/")).Links(), link => link.Contains("/search?q=", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "mira okafor", "Mira Okafor Speaker, 1 episode", "/speakers/mira-okafor")]
    [InlineData("/zh-Hant", "mira okafro", "Mira Okafor 發言者、", "/zh-Hant/speakers/mira-okafor")]
    [InlineData("/zh", "mira okafro", "Mira Okafor 发言者、", "/zh/speakers/mira-okafor")]
    [InlineData("", "how a bakery opens flour before dawm", "How a bakery opens: flour before dawn Episode, 6 May 2024", "/episodes/rosa-lind")]
    [InlineData("", "林曉雨", "林晓雨 Speaker", "/speakers/%E6%9E%97%E6%99%93%E9%9B%A8")]
    public async Task Named_people_and_episodes_are_above_the_passages(string prefix, string typed, string shown, string link)
    {
        var page = await app.GetPageAsync($"{prefix}/search?q={Uri.EscapeDataString(typed)}");
        var first = page.All("ul").Single(list => (string?)list.Attribute("class") == "named").Elements("li").First();

        Assert.StartsWith(shown, first.Text(), StringComparison.Ordinal);
        Assert.Equal(link, (string?)first.Element("a")!.Attribute("href"));
        var named = (await app.GetJsonAsync($"/api/v1/search?q={Uri.EscapeDataString(typed)}")).GetProperty("named")[0];
        Assert.EndsWith(named.GetProperty("url").GetString()!, link, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"copper spoon\"")]
    [InlineData("leak year:1999")]
    [InlineData("\"slow leek tells\" speaker:okafr")]
    [InlineData("ketch -copper -afloat")]
    public async Task Where_nothing_is_found_there_are_searches_that_find_what_they_say(string typed)
    {
        var page = await app.GetPageAsync($"/search?q={Uri.EscapeDataString(typed)}");
        var others = page.All("ul").Single(list => (string?)list.Attribute("class") == "others").Elements("li").ToList();

        Assert.InRange(others.Count, 1, 4);
        foreach (var other in others)
        {
            var total = (await app.GetPageAsync((string)other.Element("a")!.Attribute("href")!)).ById("results")!.Descendants("p")
                .First(line => (string?)line.Attribute("role") == "status").Value;
            Assert.Equal(total, other.Element("span")!.Value);
        }
    }

    [Fact]
    public async Task Parameters_that_narrow_are_left_out_as_filters_are()
    {
        var page = await app.GetPageAsync("/search?q=leak&year=1999");
        Assert.Contains("/search?q=leak", page.All("ul").Single(list => (string?)list.Attribute("class") == "others").Links());
    }
}
