using System.Text.Json;
using System.Xml.Linq;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Rendering.Views;

namespace PodcastInsights.Web.Tests.Pages;

public sealed class SectionTests(WebApp app)
{
    private const string Episode = $"/episodes/{SampleLibrary.Sections}";

    [Fact]
    public async Task A_heading_stands_right_above_its_turn_with_its_words_and_its_time()
    {
        var page = await app.GetPageAsync(Episode);

        Assert.Equal(
            [
                ("s-how-it-began", "How it began", "0:12", "a key to the tower"),
                ("s-a-pendulum-its-weight", "A pendulum & its <weight>", null, "as much as a calf"),
                ("s-how-it-began-2", "How it began", "9:30", "the beginning once more"),
            ],
            Headings(page).Select(heading => (
                (string?)heading.Element("h2")!.Attribute("id"),
                heading.Element("h2")!.Value,
                heading.Elements("a").SingleOrDefault()?.Value,
                heading.ElementsAfterSelf().First().Value.Contains("key to the tower", StringComparison.Ordinal)
                    ? "a key to the tower"
                    : Words(heading.ElementsAfterSelf().First()))));
        static string Words(XElement turn) =>
            new[] { "as much as a calf", "the beginning once more" }.Single(words => turn.Value.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_time_of_a_heading_leads_to_the_recording() => Assert.Contains(
        "https://www.youtube.com/watch?v=klmnopqrstu&t=570",
        Headings(await app.GetPageAsync(Episode)).SelectMany(heading => heading.Links()));

    [Fact]
    public async Task The_contents_name_the_sections_and_in_each_what_is_asked()
    {
        var outline = (await app.GetPageAsync(Episode)).ById("outline")!;

        Assert.Equal("Sections", outline.Value);
        Assert.Equal(
            [
                ("#s-how-it-began", 1),
                ("#s-a-pendulum-its-weight", 1),
                ("#s-how-it-began-2", 0),
            ],
            outline.ElementsAfterSelf("ol").First().Elements("li").Select(entry => (
                (string?)entry.Element("a")!.Attribute("href"),
                entry.Elements("ol").Elements("li").Count())));
    }

    [Fact]
    public async Task Every_entry_of_the_contents_leads_to_a_place_in_the_page()
    {
        foreach (var url in new[] { Episode, $"{Episode}?lang=zh", $"/zh{Episode}?lang=zh", $"{Episode}?view=both" })
        {
            var page = await app.GetPageAsync(url);
            var links = page.ById("outline")!.ElementsAfterSelf("ol").First().Links().ToList();

            Assert.NotEmpty(links);
            Assert.All(links, link => Assert.NotNull(page.ById(Uri.UnescapeDataString(link[1..]))));
        }
    }

    [Fact]
    public async Task Two_editions_side_by_side_have_each_their_own_headings()
    {
        var page = await app.GetPageAsync($"{Episode}?view=both");

        Assert.Contains("怎么开始的", Headings(page).Select(heading => heading.Value.Trim()).Select(text => text.Split('\n')[0]));
        Assert.NotNull(page.ById("s-怎么开始的"));
        Assert.NotNull(page.ById("s-how-it-began"));
    }

    [Theory]
    [InlineData("/search?q=calf", "A pendulum & its <weight>")]
    [InlineData("/search?q=silent", "How it began")]
    public async Task A_search_hit_names_its_section(string url, string title) => Assert.Equal(
        title,
        (await app.GetPageAsync(url)).All("bdi").Single().Value);

    [Fact]
    public async Task A_hit_above_the_first_heading_names_none()
    {
        var item = (await app.GetJsonAsync("/api/v1/search?q=winds")).GetProperty("items")[0];

        Assert.Equal(JsonValueKind.Null, item.GetProperty("section").ValueKind);
    }

    [Fact]
    public async Task Data_tell_the_sections_and_where_a_hit_and_a_turn_stand()
    {
        var episode = await app.GetJsonAsync($"/api/v1{Episode}");
        var turns = episode.GetProperty("turns").EnumerateArray().Select(turn => turn.GetProperty("id").GetString()).ToList();

        Assert.Equal(
            [(1, "How it began", 12, turns[1]), (2, "A pendulum & its <weight>", -1, turns[3]), (3, "How it began", 570, turns[6])],
            episode.GetProperty("sections").EnumerateArray().Select(section => (
                section.GetProperty("number").GetInt32(),
                section.GetProperty("title").GetString()!,
                section.GetProperty("startSeconds") is { ValueKind: JsonValueKind.Number } start ? start.GetDouble() : -1,
                section.GetProperty("turnId").GetString())));
        var hit = (await app.GetJsonAsync("/api/v1/search?q=calf")).GetProperty("items")[0];
        var turn = await app.GetJsonAsync($"/api/v1{Episode}/turns/{turns[5]}");
        Assert.Equal(
            ["""{"number":2,"title":"A pendulum \u0026 its \u003Cweight\u003E"}"""],
            new[] { hit, turn }.Select(found => found.GetProperty("section").GetRawText()).Distinct());
    }

    [Fact]
    public async Task The_page_of_a_turn_leads_to_its_section_in_the_episode()
    {
        var id = await app.TurnIdAsync(SampleLibrary.Sections, "silent tower");

        var page = await app.GetPageAsync($"{Episode}/turns/{id}");

        Assert.Contains($"{Episode}#s-how-it-began-2", page.Links());
    }

    [Theory]
    [InlineData("s-one s-two", "One", "Two")]
    [InlineData("s-one s-one-2 s-one-3", "One", "One!", "one")]
    [InlineData("s-one-2 s-one s-one-3", "One 2", "One", "One")]      // a title may look like the second of another
    [InlineData("s-1 s-2 s-第三章", "***", "…", "第三章：")]              // without a letter the number must do
    [InlineData("s-1 s-1-2", "?", "1")]
    public void Anchors_come_from_titles_and_no_two_are_the_same(string anchors, params string[] titles) => Assert.Equal(
        anchors.Split(' '),
        SectionView
            .Of([.. titles.Select((title, index) => new Section(index + 1, title, null, TurnId.Of(1, "x")))], null)
            .Select(view => view.Anchor));

    private static IEnumerable<XElement> Headings(XElement page) =>
        page.All("header").Where(header => (string?)header.Attribute("class") == "section");
}
