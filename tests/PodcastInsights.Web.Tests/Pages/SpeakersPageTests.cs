namespace PodcastInsights.Web.Tests.Pages;

public sealed class SpeakersPageTests(WebApp app)
{
    [Fact]
    public async Task Everybody_who_speaks_is_named_and_linked_with_what_they_said()
    {
        var people = await PeopleAsync("/speakers");

        Assert.Equal(
            ["Jürgen Holm", "Mira Okafor", "Nils", "Nora Field", "Odile Varga", "Petra", "Rosa Lind"],
            people.Select(person => person.Name).Where(name => name.All(letter => letter < '\u2e80')));
        Assert.Contains(people, person => person.Name == SampleLibrary.Chinese);
        Assert.Contains(("Rosa Lind", "/speakers/rosa-lind", "1 episode 3 turns"), people);
        Assert.Contains(("Petra", "/speakers/petra", "4 episodes 11 turns Host of 2"), people);
    }

    [Fact]
    public async Task Those_of_most_episodes_come_first_where_that_is_asked_for() =>
        Assert.Equal("Petra", (await PeopleAsync("/speakers?order=episodes"))[0].Name);

    [Theory]
    [InlineData("/speakers?q=HOLM", "Jürgen Holm", "1 speaker")]
    [InlineData("/zh/speakers?q=晓", SampleLibrary.Chinese, "1 位发言者")]
    [InlineData("/speakers?q=xylophonist", "", "No speaker has this name.")]
    [InlineData("/speakers?q=okafro", "Mira Okafor", "1 speaker")]            // a slip
    [InlineData("/speakers?q=林曉雨", SampleLibrary.Chinese, "1 speaker")]      // the other script form
    [InlineData("/speakers?q=odile&role=host", "", "No speaker has this name.")]
    [InlineData("/speakers?q=odile&role=guest", "Odile Varga", "1 speaker")]
    [InlineData("/speakers?q=odile&role=queen", "Odile Varga", "“role=queen” is not valid here and was ignored.")]
    [InlineData("/speakers?page=2", "", "There is no page 2; the last one is page 1.")]
    public async Task They_are_found_by_a_part_of_the_name(string url, string names, string said)
    {
        Assert.Equal(names, string.Join('|', (await PeopleAsync(url)).Select(person => person.Name)));
        Assert.Contains(said, (await app.GetPageAsync(url)).Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_speakers_page_is_searched_within_and_ordered_by_date()
    {
        var page = (await app.GetPageAsync("/speakers/petra")).ById("content")!;
        var form = page.Descendants("form").Single();
        Assert.Equal("/search", (string?)form.Attribute("action"));
        Assert.Equal(("speaker", "petra"), form.Descendants("input").Where(input => (string?)input.Attribute("type") == "hidden")
            .Select(input => ((string)input.Attribute("name")!, (string)input.Attribute("value")!)).Single());
        Assert.Contains("/speakers/petra?order=oldest", page.Links());
        Assert.Contains("“order=x” is not valid here", (await app.GetPageAsync("/speakers/petra?order=x")).Value, StringComparison.Ordinal);
        Assert.Equal(4, page.Descendants("ol").First().Elements("li").Count());
    }

    [Fact]
    public async Task A_topics_page_is_searched_within_and_a_list_of_its_own()
    {
        var page = (await app.GetPageAsync("/zh/topics/bread")).ById("content")!;
        Assert.Equal("/zh/search", (string?)page.Descendants("form").Single().Attribute("action"));
        Assert.Contains("“order=x” is not valid here", (await app.GetPageAsync("/topics/bread?order=x")).Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_as_somebody_filtered_it_is_kept_by_no_search_engine()
    {
        Assert.Contains("noindex", await app.Client.GetStringAsync("/speakers?q=holm"), StringComparison.Ordinal);
        Assert.DoesNotContain("noindex", await app.Client.GetStringAsync("/speakers?page=1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_speakers_page_leads_back_to_all() =>
        Assert.Contains("/zh/speakers", (await app.GetPageAsync("/zh/speakers/mira-okafor")).ById("content")!.Links());

    private async Task<List<(string Name, string Link, string Facts)>> PeopleAsync(string url) =>
        (await app.GetPageAsync(url)).All("ol").Single(list => (string?)list.Attribute("class") == "people").All("li")
            .Select(person => (
                person.All("a").Single().Value,
                (string)person.All("a").Single().Attribute("href")!,
                string.Join(' ', person.All("span").Select(fact => fact.Value))))
            .ToList();
}
