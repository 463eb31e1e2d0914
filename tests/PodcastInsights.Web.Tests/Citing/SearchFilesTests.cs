using System.Net;
using System.Text;
using PodcastInsights.Core.Citation.Styles;
using PodcastInsights.Web.Citing;

namespace PodcastInsights.Web.Tests.Citing;

/// <summary>What a search found, as files.</summary>
public sealed class SearchFilesTests(WebApp app)
{
    private static readonly string[] Columns =
        ["title", "date", "speaker", "time", "words", "url", "episode", "turn", "section", "language", "apostrophes"];

    [Theory]
    [InlineData("csv", "text/csv")]
    [InlineData("ris", "application/x-research-info-systems")]
    public async Task What_was_found_is_a_file_under_the_search_s_own_address(string suffix, string mediaType)
    {
        using var response = await app.Client.GetAsync($"/search.{suffix}?q=leak");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(("attachment", $"search.{suffix}"), (
            response.Content.Headers.ContentDisposition?.DispositionType, response.Content.Headers.ContentDisposition?.FileNameStar));
        using var again = new HttpRequestMessage(HttpMethod.Head, $"/search.{suffix}?q=leak");
        again.Headers.IfNoneMatch.Add(response.Headers.ETag!);
        using var unchanged = await app.Client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/zh")]
    public async Task A_row_of_the_table_is_a_turn_found_with_a_link_to_it(string prefix)
    {
        var rows = await TableAsync($"{prefix}/search.csv?q=honey");
        Assert.Equal(Columns, rows[0]);
        var row = Columns.Zip(rows.Skip(1).Single()).ToDictionary(cell => cell.First, cell => cell.Second);
        var id = await app.TurnIdAsync(SampleLibrary.Timed, "with honey");
        Assert.Equal("How a bakery opens: flour before dawn", row["title"]);
        Assert.Equal(("2024-05-06", "Rosa Lind", "0:01:31", "en", ""), (row["date"], row["speaker"], row["time"], row["language"], row["section"]));
        Assert.Equal("I bake it again, with honey. Nobody has complained so far.", row["words"]);
        Assert.Equal((SampleLibrary.Timed, id), (row["episode"], row["turn"]));
        Assert.Matches($@"^https?://[^/]+{prefix}/episodes/{SampleLibrary.Timed}/turns/{id}$", row["url"]);
        await app.GetPageAsync(new Uri(row["url"]).PathAndQuery);
    }

    [Fact]
    public async Task It_takes_the_parameters_of_the_search_and_has_what_the_search_has()
    {
        foreach (var query in new[] { "q=leak", "q=leak&speaker=mira-okafor", "q=leak&sort=place", "q=lighthuose", "q=lighthuose&literal=true", "q=year:2024+bread" })
        {
            var found = (await app.GetJsonAsync($"/api/v1/search?{query}")).GetProperty("items").EnumerateArray()
                .Select(item => item.GetProperty("turn").GetProperty("id").GetString()!);
            Assert.Equal(found, (await TableAsync($"/search.csv?{query}")).Skip(1).Select(row => row[7]));
        }
    }

    [Fact]
    public async Task Chinese_is_read_by_spreadsheets_too()
    {
        var bytes = await app.Client.GetByteArrayAsync($"/zh/search.csv?q={Uri.EscapeDataString("木船")}");
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        Assert.Contains("林晓雨", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_references_are_those_of_the_turns()
    {
        var all = await app.Client.GetStringAsync("/search.ris?q=spoon");
        var ids = (await TableAsync("/search.csv?q=spoon")).Skip(1).Select(row => row[7]).ToList();
        Assert.True(ids.Count > 1);
        var each = await Task.WhenAll(ids.Select(id => app.Client.GetStringAsync($"/episodes/{SampleLibrary.BothEditions}/turns/{id}.ris")));
        Assert.Equal(string.Concat(each), all);
    }

    [Theory]
    [InlineData("/search", "Download these results:")]
    [InlineData("/zh/search", "把这些结果存为文件：")]
    public async Task The_page_offers_both(string address, string offer)
    {
        var page = await app.GetPageAsync($"{address}?q=leak&speaker=mira-okafor");
        Assert.Contains(offer, page.Value, StringComparison.Ordinal);
        Assert.Equal(
            [$"{address}.csv?q=leak&speaker=mira-okafor", $"{address}.ris?q=leak&speaker=mira-okafor"],
            page.Links().Where(link => link.StartsWith($"{address}.", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=%3F")]
    [InlineData("?q=xylophonist")]
    public async Task Where_nothing_is_found_the_files_are_empty_and_not_offered(string query)
    {
        Assert.Equal(Columns, (await TableAsync($"/search.csv{query}")).Single());
        Assert.Empty(await app.Client.GetStringAsync($"/search.ris{query}"));
        Assert.DoesNotContain((await app.GetPageAsync($"/search{query}")).Links(), link => link.StartsWith("/search.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_very_many_the_best_are_taken_and_that_is_said()
    {
        var talk = string.Concat(Enumerable.Range(1, SearchFiles.MostTurns + 5).Select(turn => $"**{(turn % 2 == 0 ? "Petra" : "Mira")}:** Oats of bin {turn}.\n\n"));
        await using var own = await EditedLibrary.StartAsync("Oats.md", $"# Oats\n\n{talk}");
        Assert.Equal(SearchFiles.MostTurns, Csv.Parse(await own.Client.GetStringAsync("/search.csv?q=oats")).Count - 1);
        Assert.Equal(SearchFiles.MostTurns, (await own.Client.GetStringAsync("/search.ris?q=oats")).Split("\r\nER  - \r\n").Length - 1);
        Assert.Contains("Download the first 300 results:", (await own.GetPageAsync("/search?q=oats")).Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'=1")]
    [InlineData(" \r\n=1", "'=1")]
    [InlineData("\"=1", "\"'=1")]
    [InlineData("'=1", "''=1")]                                    // a mark that is there already may be taken off again
    [InlineData("＝1", "'＝1")]
    [InlineData("well; =1;-2", "well; '=1;'-2")]                   // where the semicolon parts cells
    [InlineData("a = b, -5 and x@y.z", "a = b, -5 and x@y.z")]     // within a cell they mean nothing
    [InlineData("say \"no\", twice\nor more", "say \"no\", twice or more")]
    [InlineData("你好，世界", "你好，世界")]
    public void No_cell_is_a_formula(string content, string expected)
    {
        var table = new Table("words", "more");
        table.Add(content, null);
        var rows = Csv.Parse(Encoding.UTF8.GetString(table.ToBytes()));
        Assert.Equal([expected, "", expected == OneLine.Of(content) ? "" : "words"], rows[1]);
    }

    private async Task<List<string[]>> TableAsync(string address) => Csv.Parse(await app.Client.GetStringAsync(address));
}
