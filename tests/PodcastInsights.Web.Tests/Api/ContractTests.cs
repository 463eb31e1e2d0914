using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace PodcastInsights.Web.Tests.Api;

public sealed class ContractTests(WebApp app)
{
    private static readonly string[] Summary =
    [
        "slug", "titles", "show", "guests", "publishedOn", "durationSeconds", "mediaUrl", "turnCount", "wordCount", "url", "sources",
    ];

    private static readonly string[] Turn = ["id", "number", "speaker", "speakerInferred", "startSeconds", "url", "paragraphs"];

    [Fact]
    public async Task The_list_has_the_shape_of_the_contract()
    {
        var list = await app.GetJsonAsync("/api/v1/episodes");
        AssertMembers(list, "total", "page", "pageSize", "items");
        Assert.Equal(SampleLibrary.EpisodeCount, list.GetProperty("total").GetInt32());
        Assert.Equal((1, 50), (list.GetProperty("page").GetInt32(), list.GetProperty("pageSize").GetInt32()));
        var items = list.GetProperty("items").EnumerateArray().ToList();
        Assert.All(items, item => AssertMembers(item, Summary));
        var both = items.Single(item => item.GetProperty("slug").GetString() == SampleLibrary.BothEditions);
        Assert.Equal("Mira Okafor.md", both.GetProperty("sources")[0].GetProperty("path").GetString());
        Assert.Equal(["en", "zh"], both.GetProperty("titles").EnumerateObject().Select(t => t.Name).Order());
        Assert.Equal(JsonValueKind.Null, both.GetProperty("mediaUrl").ValueKind);
    }

    [Fact]
    public async Task An_episode_has_the_shape_of_the_contract()
    {
        var episode = await app.GetJsonAsync($"/api/v1/episodes/{SampleLibrary.BothEditions}");
        AssertMembers(
            episode,
            [.. Summary, "about", "speakers", "takeaways", "sponsors", "turns", "notes", "sections", "diagnostics", "metadata"]);
        AssertItems(episode, "speakers", "name", "slug", "role", "turnCount", "wordCount");
        Assert.Contains(episode.GetProperty("speakers").EnumerateArray(), s => s.GetProperty("role").GetString() == "guest");
        AssertItems(episode, "takeaways", "number", "heading", "text", "turnId");
        AssertItems(episode, "sponsors", "name", "url", "turnId", "firstParagraph", "lastParagraph");
        AssertItems(episode, "turns", Turn);
        Assert.All(
            episode.GetProperty("turns").EnumerateArray(),
            turn => AssertItems(turn, "paragraphs", "text", "startSeconds", "sponsor", "language"));
        AssertItems(episode, "diagnostics", "severity", "code", "path", "line", "message");
        Assert.Contains(
            episode.GetProperty("diagnostics").EnumerateArray(),
            d => d.GetProperty("severity").GetString() is "info" or "warning");
    }

    [Fact]
    public async Task A_checked_quotation_has_the_shape_of_the_contract()
    {
        var report = await CheckAsync("We found the leak on a lighthouse island, in the rain, with a fork.", "mira");
        AssertMembers(report, "verdict", "matches", "quotations");
        Assert.Equal("near", report.GetProperty("verdict").GetString());
        AssertItems(report, "quotations", "text", "speaker", "verdict", "matches", "more");
        AssertItems(report, "matches", "episode", "turn", "given", "quote", "differences", "cautions");
        var match = report.GetProperty("matches")[0];
        AssertMembers(match.GetProperty("episode"), "slug", "titles", "publishedOn");
        AssertMembers(match.GetProperty("turn"), "id", "number", "speaker", "startSeconds", "url");
        AssertMembers(match.GetProperty("quote"), "text", "url");
        Assert.Equal("""[{"given":"fork","source":"spoon"}]""", match.GetProperty("differences").GetRawText());
        Assert.Equal("[]", match.GetProperty("cautions").GetRawText());
        var page = await app.GetPageAsync(match.GetProperty("quote").GetProperty("url").GetString()!);
        Assert.Equal(match.GetProperty("quote").GetProperty("text").GetString(), page.All("blockquote").First().Text());
    }

    [Theory]
    [InlineData("The copper ketch is still afloat, and so is the spoon.", "Petra", "misattributed")]
    [InlineData("Purple umbrellas dance over quiet mountains", null, "not-found")]
    [InlineData("The copper ketch … and so is the spoon", "Mira Okafor", "elided")]
    [InlineData("木船會說話，它漏水的地方", null, "exact")]
    [InlineData("A slow leak tells you where the wood is thirsty. So which leak was the worst of them all?", null, "exact")] // a sponsor read between
    public async Task Verdicts_are_written_as_in_the_contract(string text, string? speaker, string verdict) =>
        Assert.Equal(verdict, (await CheckAsync(text, speaker)).GetProperty("verdict").GetString());

    [Theory]
    [InlineData(0, "'text'")]
    [InlineData(4001, "4000")]
    [InlineData(9000, "8000")]
    [InlineData(30000, "8000")]
    public async Task What_cannot_be_checked_is_told_why(int length, string reason)
    {
        using var answer = await app.Client.GetAsync($"/api/v1/check?text={new string('a', length)}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Contains(reason, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private Task<JsonElement> CheckAsync(string text, string? speaker) => app.GetJsonAsync(
        $"/api/v1/check?text={Uri.EscapeDataString(text)}{(speaker is null ? "" : $"&speaker={Uri.EscapeDataString(speaker)}")}");

    [Fact]
    public async Task Words_are_the_file_s_own_letter_by_letter()
    {
        var id = await app.TurnIdAsync(SampleLibrary.Umlaut, SampleLibrary.Hostile);
        var turn = await app.GetJsonAsync($"/api/v1/episodes/{SampleLibrary.Umlaut}/turns/{id}");
        Assert.Equal(
            $"A note that said {SampleLibrary.Hostile} and nothing else. I kept it, of course.",
            turn.GetProperty("paragraphs")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task Letters_of_every_script_are_written_as_they_are_and_markup_is_not()
    {
        var chinese = await app.Client.GetStringAsync($"/api/v1/episodes/{Uri.EscapeDataString(SampleLibrary.Chinese)}");
        Assert.Contains("木船会说话", chinese, StringComparison.Ordinal);
        Assert.DoesNotContain('<', await app.Client.GetStringAsync($"/api/v1/episodes/{SampleLibrary.Umlaut}"));
    }

    [Theory]
    [InlineData("exact", "{0}")]
    [InlineData("moved", "99-{1}")]
    [InlineData("edited", "2-zzzzzz")]
    public async Task A_turn_says_how_its_link_was_matched(string match, string link)
    {
        var id = await app.TurnIdAsync(SampleLibrary.BothEditions, "copper ketch, without");
        var hash = id[(id.IndexOf('-', StringComparison.Ordinal) + 1)..];
        var asked = string.Format(System.Globalization.CultureInfo.InvariantCulture, link, id, hash);
        var turn = await app.GetJsonAsync($"/api/v1/episodes/{SampleLibrary.BothEditions}/turns/{asked}");
        AssertMembers(turn, [.. Turn, "match", "section"]);
        Assert.Equal(match, turn.GetProperty("match").GetString());
    }

    [Theory]
    [InlineData("2-3", "unknown", "copper ketch")]
    [InlineData("2-3-zzzzzz", "edited", "copper ketch")]     // a hash that no words there have
    [InlineData("1-1.2", "unknown", "The copper ketch, without a doubt. We found the leak on a lighthouse island, in the rain, with a spoon\nWith a")]
    public async Task Words_of_a_turn_have_the_shape_of_the_contract(string words, string match, string text)
    {
        var id = await app.TurnIdAsync(SampleLibrary.BothEditions, "copper ketch, without");
        var turn = await app.GetJsonAsync($"/api/v1/episodes/{SampleLibrary.BothEditions}/turns/{id}?w={words}");
        AssertMembers(turn, [.. Turn, "match", "section", "quote"]);
        var quote = turn.GetProperty("quote");
        AssertMembers(quote, "text", "firstWord", "lastWord", "match", "was", "url", "passages", "changes");
        Assert.Equal((match, text), (quote.GetProperty("match").GetString(), quote.GetProperty("text").GetString()));
        AssertItems(quote, "passages", "turnId", "number", "speaker", "text", "firstWord", "lastWord");

        var again = await app.GetJsonAsync("/api/v1" + quote.GetProperty("url").GetString());
        Assert.Equal(("exact", text), (again.GetProperty("quote").GetProperty("match").GetString(), again.GetProperty("quote").GetProperty("text").GetString()));
    }

    [Fact]
    public async Task A_search_has_the_shape_of_the_contract()
    {
        var search = await app.GetJsonAsync("/api/v1/search?q=spoon&pageSize=1");
        AssertMembers(search, "total", "page", "pageSize", "corrected", "relaxed", "hints", "items", "facets", "named", "others");
        AssertMembers(search.GetProperty("facets"), "speakers", "episodes", "topics", "years");
        Assert.Equal(3, search.GetProperty("total").GetInt32());
        var hit = Assert.Single(search.GetProperty("items").EnumerateArray());
        AssertMembers(hit, "episode", "turn", "section", "paragraph", "snippet", "score");
        AssertMembers(hit.GetProperty("episode"), "slug", "titles", "publishedOn");
        AssertMembers(hit.GetProperty("turn"), "id", "number", "speaker", "startSeconds", "url");
        Assert.Contains(hit.GetProperty("snippet").EnumerateArray(), part => part.GetProperty("match").GetBoolean());
        Assert.Equal(HttpStatusCode.OK, (await app.Client.GetAsync(hit.GetProperty("turn").GetProperty("url").GetString())).StatusCode);
    }

    [Theory]
    [InlineData("q=spoon", 3)]
    [InlineData("q=spoon&speaker=nobody", 0)]
    [InlineData("q=spoon&episode=mira-okafor", 3)]
    [InlineData("q=spoon%20-spoon", 0)]
    [InlineData("q=spoon&sort=place&literal=true", 3)]
    public async Task Parameters_narrow_a_search_as_filters_do(string query, int total) =>
        Assert.Equal(total, (await app.GetJsonAsync($"/api/v1/search?{query}")).GetProperty("total").GetInt32());

    [Fact]
    public async Task What_is_being_typed_is_completed()
    {
        var suggestions = await app.GetJsonAsync("/api/v1/suggest?q=spo");
        AssertMembers(suggestions, "words", "speakers", "episodes", "topics", "start");
        Assert.Contains(suggestions.GetProperty("words").EnumerateArray(), word => word.GetString() == "spoon");
        var speaker = (await app.GetJsonAsync("/api/v1/suggest?q=leak+speaker:okaf"));
        Assert.Equal(5, speaker.GetProperty("start").GetInt32());
        AssertMembers(speaker.GetProperty("speakers")[0], "name", "slug", "filter");
        Assert.Equal("speaker:\"Mira Okafor\"", speaker.GetProperty("speakers")[0].GetProperty("filter").GetString());
    }

    [Fact]
    public async Task A_search_without_a_word_is_answered_with_nothing()
    {
        foreach (var q in new[] { "", "?q=", "?q=%22%22", "?q=%3F" })
        {
            Assert.Equal(0, (await app.GetJsonAsync($"/api/v1/search{q}")).GetProperty("total").GetInt32());
        }
    }

    [Theory]
    [InlineData("/api/v1/episodes?page=0", "page")]
    [InlineData("/api/v1/episodes?page=x", "page")]
    [InlineData("/api/v1/episodes?page=", "page")]
    [InlineData("/api/v1/episodes?page=1000001", "page")]
    [InlineData("/api/v1/episodes?pageSize=101", "pageSize")]
    [InlineData("/api/v1/episodes?pageSize=-1", "pageSize")]
    [InlineData("/api/v1/search?q=a&pageSize=0", "pageSize")]
    [InlineData("/api/v1/search?q=a&sort=4", "sort")]
    [InlineData("/api/v1/episodes/mira-okafor?lang=klingon", "lang")]
    [InlineData("/api/v1/episodes/mira-okafor/turns/1-zzzzzz?lang=1", "lang")]
    [InlineData("/api/v1/episodes/mira-okafor/turns/1-zzzzzz?w=5-4", "w")]
    public async Task A_parameter_out_of_bounds_is_refused_by_name(string url, string parameter)
    {
        var problem = await app.GetJsonAsync(url, HttpStatusCode.BadRequest);
        Assert.Equal(400, problem.GetProperty("status").GetInt32());
        Assert.Contains($"'{parameter}'", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/episodes/nobody", "nobody")]
    [InlineData("/api/v1/episodes/mira-okafor/turns/999-zzzzzz", "999-zzzzzz")]
    [InlineData("/api/v1/episodes/mira-okafor/turns/first", "first")]
    [InlineData("/api/v2/episodes", "/api/v2/episodes")]
    public async Task An_unknown_resource_is_a_problem_that_names_it(string url, string name)
    {
        using var response = await app.Client.GetAsync(url);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await app.GetJsonAsync(url, HttpStatusCode.NotFound);
        Assert.Contains(name, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private static void AssertItems(JsonElement element, string list, params string[] names) =>
        Assert.All(element.GetProperty(list).EnumerateArray(), item => AssertMembers(item, names));

    private static void AssertMembers(JsonElement element, params string[] names) =>
        Assert.Equal(names.Order(StringComparer.Ordinal), element.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
}
