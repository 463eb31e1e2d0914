using System.Net;
using System.Text;
using System.Text.Json;

namespace PodcastInsights.Web.Tests.Api;

/// <summary>Lists and turns of the API as tables.</summary>
public sealed class TablesTests(WebApp app)
{
    [Theory]
    [InlineData("/api/v1/episodes.csv", "title,date,show,guests,time,turnCount,wordCount,mediaUrl,url,episode,languages,apostrophes", "episodes.csv")]
    [InlineData("/api/v1/speakers.csv", "name,episodeCount,hostedCount,turnCount,url,speaker,apostrophes", "speakers.csv")]
    [InlineData("/api/v1/search.csv?q=leak", "title,date,speaker,time,words,url,episode,turn,section,language,apostrophes", "search.csv")]
    [InlineData("/api/v1/search.csv", "title,date,speaker,time,words,url,episode,turn,section,language,apostrophes", "search.csv")]
    [InlineData(
        "/api/v1/episodes/mira-okafor/turns.csv",
        "turn,number,paragraph,speaker,time,words,advertisement,language,section,url,episode,title,apostrophes",
        "mira-okafor.turns.csv")]
    public async Task A_table_is_a_file_whose_columns_keep_their_names(string address, string columns, string name)
    {
        using var answer = await app.Client.GetAsync(address);
        Assert.Equal("text/csv; charset=utf-8; header=present", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal(("attachment", name), (answer.Content.Headers.ContentDisposition?.DispositionType, answer.Content.Headers.ContentDisposition?.FileNameStar));
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        Assert.Equal(columns, string.Join(',', Csv.Parse(Encoding.UTF8.GetString(bytes))[0]));

        using var again = new HttpRequestMessage(HttpMethod.Head, address);
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var unchanged = await app.Client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Theory]
    [InlineData("episodes", "?pageSize=4")]
    [InlineData("episodes", "?pageSize=4&page=2")]
    [InlineData("episodes", "?q=mira&order=title")]
    public async Task Episodes_are_those_of_the_list(string list, string query)
    {
        var items = (await app.GetJsonAsync($"/api/v1/{list}{query}")).GetProperty("items").EnumerateArray().ToList();
        var rows = Csv.Rows(await app.Client.GetStringAsync($"/api/v1/{list}.csv{query}"));
        Assert.Equal(items.Select(item => Unescaped(item, "slug")), rows.Select(row => row["episode"]));
        foreach (var (item, row) in items.Zip(rows))
        {
            Assert.Equal(item.GetProperty("publishedOn").GetString() ?? "", row["date"]);
            Assert.Equal(item.GetProperty("turnCount").GetRawText(), row["turnCount"]);
            Assert.Equal(new Uri(app.Client.BaseAddress!, item.GetProperty("url").GetString()).AbsoluteUri, row["url"]);
            Assert.Equal(string.Join(' ', item.GetProperty("sources").EnumerateArray().Select(source => source.GetProperty("language").GetString())), row["languages"]);
        }
    }

    [Fact]
    public async Task Speakers_are_those_of_the_list()
    {
        var items = (await app.GetJsonAsync("/api/v1/speakers?order=episodes&pageSize=5")).GetProperty("items").EnumerateArray();
        var rows = Csv.Rows(await app.Client.GetStringAsync("/api/v1/speakers.csv?order=episodes&pageSize=5"));
        Assert.Equal(
            items.Select(item => (item.GetProperty("name").GetString()!, Unescaped(item, "slug"), item.GetProperty("turnCount").GetRawText())),
            rows.Select(row => (row["name"], row["speaker"], row["turnCount"])));
    }

    [Fact]
    public async Task Turns_found_are_those_of_the_search_page_by_page()
    {
        foreach (var query in new[] { "q=leak&pageSize=2", "q=leak&pageSize=2&page=2", "q=spoon&speaker=petra" })
        {
            var items = (await app.GetJsonAsync($"/api/v1/search?{query}")).GetProperty("items").EnumerateArray();
            Assert.Equal(
                items.Select(item => item.GetProperty("turn").GetProperty("id").GetString()),
                Csv.Rows(await app.Client.GetStringAsync($"/api/v1/search.csv?{query}")).Select(row => row["turn"]));
        }
    }

    [Theory]
    [InlineData(SampleLibrary.BothEditions, "")]
    [InlineData(SampleLibrary.Timed, "")]
    [InlineData(SampleLibrary.Twins, "?lang=zh")]
    [InlineData(SampleLibrary.Sections, "")]
    [InlineData(SampleLibrary.Chinese, "")]
    [InlineData(SampleLibrary.Umlaut, "")]
    public async Task Every_paragraph_is_a_row_with_its_own_words(string slug, string query)
    {
        var episode = await app.GetJsonAsync($"/api/v1/episodes/{slug}{query}");
        var paragraphs = episode.GetProperty("turns").EnumerateArray()
            .SelectMany(turn => turn.GetProperty("paragraphs").EnumerateArray().Select(paragraph => (Turn: turn, Paragraph: paragraph))).ToList();
        var rows = Csv.Rows(await app.Client.GetStringAsync($"/api/v1/episodes/{slug}/turns.csv{query}"));
        Assert.Equal(paragraphs.Count, rows.Count);
        foreach (var ((turn, paragraph), row) in paragraphs.Zip(rows))
        {
            Assert.Equal((turn.GetProperty("id").GetString(), turn.GetProperty("speaker").GetString() ?? ""), (row["turn"], row["speaker"]));
            Assert.Equal(OneLine(paragraph.GetProperty("text").GetString()!), row["words"]);
            Assert.Equal(paragraph.GetProperty("sponsor").GetRawText(), row["advertisement"]);
            Assert.Equal(paragraph.GetProperty("language").GetString(), row["language"]);
        }

        // A section goes as far as the next one.
        foreach (var section in episode.GetProperty("sections").EnumerateArray())
        {
            Assert.Equal(section.GetProperty("title").GetString(), rows.First(row => row["turn"] == section.GetProperty("turnId").GetString())["section"]);
        }
    }

    [Theory]
    [InlineData("/api/v1/episodes.csv?page=0", 400)]
    [InlineData("/api/v1/episodes.csv?year=23", 400)]
    [InlineData("/api/v1/speakers.csv?pageSize=101", 400)]
    [InlineData("/api/v1/search.csv?q=a&sort=4", 400)]
    [InlineData("/api/v1/episodes/nobody/turns.csv", 404)]
    [InlineData("/api/v1/episodes/mira-okafor/turns.csv?lang=klingon", 400)]
    public async Task What_cannot_be_given_is_a_problem_as_it_is_for_the_list(string address, int status)
    {
        using var answer = await app.Client.GetAsync(address);
        Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        using var list = await app.Client.GetAsync(address.Replace("/turns.csv", "", StringComparison.Ordinal).Replace(".csv", "", StringComparison.Ordinal));
        Assert.Equal(await list.Content.ReadAsStringAsync(), await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Words_that_would_begin_a_formula_are_marked_and_that_is_said()
    {
        await using var own = await EditedLibrary.StartAsync("=Sums.md", "# =Sums\n\n**Ada Quill:** =1+1 is what I typed.\n\n**Bo Lantern:** And what came of it?\n\n**Ada Quill:** Well; -2 in the end.\n");
        var rows = Csv.Rows(await own.Client.GetStringAsync("/api/v1/episodes/sums/turns.csv"));
        Assert.Equal(["'=1+1 is what I typed.", "And what came of it?", "Well; '-2 in the end."], rows.Select(row => row["words"]));
        Assert.All(rows, row => Assert.DoesNotContain(row.Where(cell => cell.Key != "apostrophes"), cell => cell.Value.StartsWith('=')));
        Assert.Equal(["words", "", "words"], rows.Select(row => row["apostrophes"].Replace(" title", "", StringComparison.Ordinal).Replace("title", "", StringComparison.Ordinal)));
        Assert.Equal("words", Csv.Rows(await own.Client.GetStringAsync("/search.csv?q=typed"))[0]["apostrophes"].Split(' ')[^1]);
    }

    private static string Unescaped(JsonElement item, string member) => Uri.UnescapeDataString(item.GetProperty(member).GetString()!);

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
