using System.Xml.Linq;

namespace PodcastInsights.Web.Tests.Pages;

/// <summary>The list of episodes, as page and as data.</summary>
public sealed class EpisodesPageTests(WebApp app)
{
    private static readonly string[] Marks = ["also in Chinese", "in Chinese", "另有英文版", "英文版"];

    [Theory]
    [InlineData("q=okafro", "mira-okafor")]                          // a slip
    [InlineData("q=holm+jurgen", "jurgen-holm")]                     // in any order, without the dots
    [InlineData("q=林曉雨", SampleLibrary.Chinese)]                    // the other script form
    [InlineData("q=集市", "winter-market")]
    [InlineData("q=petra&role=host", "mira-okafor rosa-lind")]
    [InlineData("q=petra&role=guest", "")]
    [InlineData("speaker=nils", "winter-market")]
    [InlineData("show=the+slow+oven", "rosa-lind")]
    [InlineData("year=2024&topic=bread", "rosa-lind")]
    [InlineData("year=1999", "")]
    [InlineData("topic=bread&lang=zh", "")]
    public async Task Page_and_data_list_the_same(string query, string slugs)
    {
        query = Uri.EscapeDataString(query).Replace("%3D", "=").Replace("%26", "&").Replace("%2B", "+");
        var page = await app.GetPageAsync($"/episodes?{query}");
        var data = await app.GetJsonAsync($"/api/v1/episodes?{query}");

        Assert.Equal(slugs, string.Join(' ', SlugsOn(page).Order(StringComparer.Ordinal)));
        Assert.Equal(
            slugs,
            string.Join(' ', data.GetProperty("items").EnumerateArray()
                .Select(item => Uri.UnescapeDataString(item.GetProperty("slug").GetString()!)).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("/episodes?q=holm", "")]
    [InlineData("/episodes?q=okafor", "")]
    [InlineData("/episodes?q=odile", "also in Chinese")]
    [InlineData("/episodes?q=林晓雨", "in Chinese")]
    [InlineData("/zh/episodes?q=okafor", "英文版")]
    [InlineData("/zh/episodes?q=odile", "另有英文版")]
    [InlineData("/zh-Hant/episodes?q=rosa", "英文版")]
    [InlineData("/search?q=silent+tower", "also in Chinese")]
    [InlineData("/search?q=copper+spoon", "")]
    [InlineData("/search?q=odile+varga", "also in Chinese")]
    public async Task Other_languages_of_an_episodes_words_are_said(string path, string said)
    {
        var page = (await app.GetPageAsync(path)).ById("content")!;
        var marks = page.Descendants("span").Select(span => span.Value.Split(", ")[^1].Trim()).Where(text => Marks.Contains(text)).Distinct();
        Assert.Equal(said, string.Join('|', marks));
    }

    [Theory]
    [InlineData("year=23")]
    [InlineData("year=soon")]
    [InlineData("order=upside")]
    [InlineData("role=king")]
    [InlineData("lang=12")]
    [InlineData("speaker=A%20B")]
    public async Task What_cannot_be_used_is_said(string query)
    {
        var given = Uri.UnescapeDataString(query);
        var page = await app.GetPageAsync($"/episodes?{query}");
        Assert.Contains($"“{given}” is not valid here and was ignored.", page.Value, StringComparison.Ordinal);
        Assert.Equal(SampleLibrary.EpisodeCount, SlugsOn(page).Count());
        Assert.Contains("已忽略", (await app.GetPageAsync($"/zh/episodes?{query}")).Value, StringComparison.Ordinal);
        using var answer = await app.Client.GetAsync($"/api/v1/episodes?{query}");
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains(given.Split('=')[0], await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_library_offers_no_way_to_all_of_its_episodes()
    {
        await using var empty = new WebApp([]) { IsEmpty = true };
        Directory.CreateDirectory(empty.Transcripts);
        await empty.InitializeAsync();
        var page = await empty.GetPageAsync("/episodes");
        Assert.Contains("There are no episodes yet.", page.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Show all episodes", page.Text(), StringComparison.Ordinal);
        Assert.Contains("Show all episodes", (await empty.GetPageAsync("/episodes?q=oats")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_there_is_to_choose_is_offered_and_what_was_chosen_stays_chosen()
    {
        var page = await app.GetPageAsync("/episodes?lang=zh&year=1999&order=oldest");

        Assert.Equal(["", "en", "zh"], Options(page, "lang").Select(Value).Order(StringComparer.Ordinal));
        Assert.Equal("zh", Value(Chosen(page, "lang")));
        Assert.Equal("1999", Value(Chosen(page, "year")));
        Assert.Equal("oldest", Value(Chosen(page, "order")));
        Assert.Equal(["host", "guest"], Options(page, "role").Skip(1).Select(Value));

        // One choice is none.
        Assert.Null((await app.GetPageAsync("/episodes")).ById("year"));
    }

    [Fact]
    public async Task The_earliest_come_first_where_that_is_asked_for()
    {
        var newest = SlugsOn(await app.GetPageAsync("/episodes")).ToList();
        var oldest = SlugsOn(await app.GetPageAsync("/episodes?order=oldest")).ToList();

        Assert.Equal(SampleLibrary.Timed, newest[0]);
        Assert.Equal(newest, oldest);       // one has a date; those without stay behind, by title
    }

    [Fact]
    public async Task Episodes_of_a_speaker_name_the_speaker()
    {
        var page = await app.GetPageAsync("/episodes?speaker=rosa-lind");
        Assert.Contains("With Rosa Lind.", page.Value, StringComparison.Ordinal);
        Assert.Contains("/speakers/rosa-lind", page.ById("content")!.Links());
    }

    private static IEnumerable<string> SlugsOn(XElement page) => page.All("h3").Select(heading => heading.Element("a")).OfType<XElement>()
        .Select(link => Uri.UnescapeDataString(((string)link.Attribute("href")!).Split('/')[^1]));

    private static IEnumerable<XElement> Options(XElement page, string select) => page.ById(select)!.Descendants("option");

    private static XElement Chosen(XElement page, string select) => Options(page, select).Single(option => option.Attribute("selected") is not null);

    private static string Value(XElement option) => (string)option.Attribute("value")!;
}
