using System.Buffers.Binary;
using System.Net;

namespace PodcastInsights.Web.Tests.Pages;

public sealed class TurnPageTests(WebApp app)
{
    private const string Episode = $"/episodes/{SampleLibrary.BothEditions}";

    [Fact]
    public async Task An_exact_link_shows_the_turn_with_its_neighbours()
    {
        var id = await app.TurnIdAsync(SampleLibrary.BothEditions, "copper ketch, without");
        var page = await app.GetPageAsync($"{Episode}/turns/{id}");
        Assert.Contains("with a spoon", page.ById($"t-{id}")!.Value, StringComparison.Ordinal);
        var classes = page.All("section").Select(section => (string?)section.Attribute("class"));
        Assert.Equal(3, classes.Count(names => names?.StartsWith("turn ", StringComparison.Ordinal) == true));
        Assert.Contains($"{Episode}#t-{id}", page.Links());
        Assert.DoesNotContain(page.All("p"), p => (string?)p.Attribute("class") == "notice");
    }

    [Fact]
    public async Task A_moved_turn_is_shown_and_its_present_link_is_canonical()
    {
        var id = await app.TurnIdAsync(SampleLibrary.BothEditions, "copper ketch, without");
        var page = await app.GetPageAsync($"{Episode}/turns/99{id[id.IndexOf('-', StringComparison.Ordinal)..]}");
        Assert.NotNull(page.ById($"t-{id}"));
        Assert.Contains("it is turn", Notice(page), StringComparison.Ordinal);
        Assert.EndsWith($"{Episode}/turns/{id}", page.Canonical(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edited_words_are_never_passed_off_as_the_old_ones()
    {
        Assert.Contains("words have changed", Notice(await app.GetPageAsync($"{Episode}/turns/2-zzzzzz")), StringComparison.Ordinal);
        Assert.Contains("文字已有改动", Notice(await app.GetPageAsync($"/zh{Episode}/turns/2-zzzzzz")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("999-zzzzzz")] // a number that no turn has any more
    [InlineData("not-an-id")]
    public async Task A_turn_that_is_gone_offers_its_episode(string id)
    {
        var page = await app.GetPageAsync($"{Episode}/turns/{id}", 404);
        Assert.Equal("This turn no longer exists", page.All("h1").Single().Value);
        Assert.Contains(Episode, page.Links());
    }

    [Fact]
    public async Task A_link_to_words_shows_them_in_context_and_alone()
    {
        var id = await app.TurnIdAsync(SampleLibrary.BothEditions, "copper ketch, without");
        var page = await app.GetPageAsync($"{Episode}/turns/{id}?w=2-3");
        Assert.Equal("copper ketch", page.All("mark").Single().Value);
        Assert.Equal("copper ketch", page.All("blockquote").Single().Text());
        var description = page.All("meta").Single(m => (string?)m.Attribute("name") == "description");
        Assert.Equal("copper ketch", (string?)description.Attribute("content"));
    }

    [Fact]
    public async Task A_sponsor_read_is_folded_and_named_on_its_turns_page_too()
    {
        var id = await app.TurnIdAsync(SampleLibrary.BothEditions, "our sponsor");
        var read = (await app.GetPageAsync($"{Episode}/turns/{id}")).All("details").Single(details => (string?)details.Attribute("class") == "sponsor");
        Assert.Equal("Sponsor: Harbourline, 1 paragraph", read.Element("summary")!.Text());
        Assert.Contains("https://harbourline.example/tide", read.Links());
    }

    [Fact]
    public async Task A_link_to_an_edition_shows_that_edition()
    {
        var page = await app.GetPageAsync($"/episodes/{SampleLibrary.Twins}?lang=zh");
        var turn = page.Links().First(link => link.Contains("/turns/2-", StringComparison.Ordinal));
        Assert.Contains("主要卖蜡烛", (await app.GetPageAsync(turn)).Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2-999")] // more words than the turn has
    [InlineData("9-2")]
    [InlineData("0")]
    [InlineData("<b>")]
    public async Task Words_that_are_not_there_are_said_to_be_missing_and_the_turn_is_shown(string words)
    {
        var id = await app.TurnIdAsync(SampleLibrary.BothEditions, "copper ketch, without");
        var page = await app.GetPageAsync($"{Episode}/turns/{id}?w={Uri.EscapeDataString(words)}");
        Assert.Contains(words, Notice(page), StringComparison.Ordinal);
        Assert.Empty(page.All("mark"));
        Assert.NotNull(page.ById($"t-{id}"));
    }

    [Fact]
    public async Task A_turn_unfurls_as_its_quotation()
    {
        var id = await app.TurnIdAsync(SampleLibrary.BothEditions, "copper ketch, without");
        var page = await app.GetPageAsync($"{Episode}/turns/{id}");
        var said = page.All("meta").Where(m => m.Attribute("property") is not null)
            .ToDictionary(m => (string)m.Attribute("property")!, m => (string)m.Attribute("content")!);
        Assert.Equal("Mira Okafor in “Mira Okafor”", said["og:title"]);
        Assert.StartsWith("The copper ketch, without a doubt.", said["og:description"], StringComparison.Ordinal);
        Assert.EndsWith($"{Episode}/turns/{id}", said["og:url"], StringComparison.Ordinal);
        using var card = await app.Client.GetAsync(new Uri(said["og:image"]));
        Assert.Equal("image/png", card.Content.Headers.ContentType?.MediaType);
        var png = await card.Content.ReadAsByteArrayAsync();
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
        Assert.Equal((1200, 630), (width, height));
    }

    [Fact]
    public async Task A_card_shows_the_words_chosen_in_Chinese_as_in_English()
    {
        var slug = Uri.EscapeDataString(SampleLibrary.Chinese);
        var id = await app.TurnIdAsync(slug, "木船会说话");
        var cards = new HashSet<string>();
        foreach (var words in new[] { "", "?w=3-4", "?w=5-6" })
        {
            cards.Add(Convert.ToBase64String(await app.Client.GetByteArrayAsync($"/cards/{slug}/{id}.png{words}")));
        }

        Assert.Equal(3, cards.Count);
    }

    [Fact]
    public async Task Words_are_described_as_a_quotation()
    {
        var id = await app.TurnIdAsync(SampleLibrary.Timed, "with honey");
        var data = DataOf(await app.GetPageAsync($"/zh/episodes/{SampleLibrary.Timed}/turns/99{id[id.IndexOf('-', StringComparison.Ordinal)..]}?w=1-4"));
        Assert.Null(data); // words of which the link does not tell what they were
        var link = (await app.GetJsonAsync($"/api/v1/episodes/{SampleLibrary.Timed}/turns/{id}?w=1-4")).GetProperty("quote").GetProperty("url").GetString();
        data = DataOf(await app.GetPageAsync($"/zh{link}"));
        Assert.Equal(("https://schema.org", "Quotation", "I bake it again", "en"), (
            Of("@context"), Of("@type"), Of("text"), Of("inLanguage")));
        Assert.EndsWith($"/zh{link}", Of("url"), StringComparison.Ordinal);
        Assert.Equal([("Person", "Rosa Lind")], data!["creator"]!.AsArray().Select(person => ((string?)person!["@type"], (string?)person["name"])));
        var episode = data["isPartOf"]!;
        Assert.Equal(
            ("PodcastEpisode", "How a bakery opens: flour before dawn", "2024-05-06", "The Slow Oven"),
            ((string?)episode["@type"], (string?)episode["name"], (string?)episode["datePublished"], (string?)episode["partOfSeries"]!["name"]));
        Assert.EndsWith($"/zh/episodes/{SampleLibrary.Timed}", (string?)episode["url"], StringComparison.Ordinal);

        string? Of(string member) => (string?)data![member];
    }

    [Fact]
    public async Task A_question_and_its_answer_are_one_quotation_of_both()
    {
        var id = await app.TurnIdAsync(SampleLibrary.BothEditions, "With a spoon?");
        var link = (await app.GetJsonAsync($"/api/v1{Episode}/turns/{id}?w=3-1.2")).GetProperty("quote").GetProperty("url").GetString()!;
        var data = DataOf(await app.GetPageAsync(link))!;
        Assert.Equal("spoon? Would you do it again tomorrow\nEvery time", (string?)data["text"]);
        Assert.Equal(["Petra", "Mira Okafor"], data["creator"]!.AsArray().Select(person => (string?)person!["name"]));
    }

    [Theory]
    [InlineData("{number}-{hash}", true)]
    [InlineData("99-{hash}", true)]                            // moved
    [InlineData("{number}-zzzzzz", false)]                     // edited
    [InlineData("{number}-{hash}?w=2-3-zzzzzz", false)]
    [InlineData("{number}-{hash}?w=2-3", false)]               // the link does not tell
    [InlineData("{number}-zzzzzz?w=2-3", false)]
    public async Task Only_words_that_are_the_link_s_are_described_as_a_quotation(string turn, bool isQuotation)
    {
        var id = (await app.TurnIdAsync(SampleLibrary.BothEditions, "copper ketch, without")).Split('-');
        var path = turn.Replace("{number}", id[0], StringComparison.Ordinal).Replace("{hash}", id[1], StringComparison.Ordinal);
        Assert.Equal(isQuotation, DataOf(await app.GetPageAsync($"{Episode}/turns/{path}")) is not null);
    }

    [Fact]
    public async Task Hostile_words_stay_words_in_the_data()
    {
        var id = await app.TurnIdAsync(SampleLibrary.Umlaut, "and nothing else");
        var page = await app.GetPageAsync($"/episodes/{SampleLibrary.Umlaut}/turns/{id}");
        Assert.DoesNotContain('<', page.All("script").Single(IsData).Value);
        Assert.Contains(SampleLibrary.Hostile, (string?)DataOf(page)!["text"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/cards/no-such-episode/1-000000.png")]
    [InlineData("/cards/mira-okafor/999-zzzzzz.png")]
    public async Task An_unknown_episode_or_turn_has_no_card(string url) =>
        Assert.Equal(HttpStatusCode.NotFound, (await app.Client.GetAsync(url)).StatusCode);

    private static bool IsData(System.Xml.Linq.XElement script) => (string?)script.Attribute("type") == "application/ld+json";

    private static System.Text.Json.Nodes.JsonNode? DataOf(System.Xml.Linq.XElement page) =>
        page.All("script").SingleOrDefault(IsData) is { } data ? System.Text.Json.Nodes.JsonNode.Parse(data.Value) : null;

    private static string Notice(System.Xml.Linq.XElement page) =>
        page.All("p").Single(p => (string?)p.Attribute("class") == "notice").Value;
}
