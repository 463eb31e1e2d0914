using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using PodcastInsights.Web.Embedding;

namespace PodcastInsights.Web.Tests.Embedding;

public sealed class OEmbedTests(WebApp app)
{
    private const string Turn = $"/episodes/{SampleLibrary.BothEditions}/turns/{{id}}";

    private string Site => app.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

    [Theory]
    [InlineData(Turn + "?w=2-3")]
    [InlineData("/zh" + Turn)]
    [InlineData($"/episodes/{SampleLibrary.BothEditions}")]
    [InlineData($"/zh-Hant/episodes/{SampleLibrary.Twins}?view=both")]
    public async Task A_page_leads_to_the_answer_and_the_answer_back_to_the_very_turn(string path)
    {
        var page = await app.GetPageAsync(path.Replace("{id}", await KetchAsync(), StringComparison.Ordinal));
        var discovery = page.All("link").Single(link => (string?)link.Attribute("type") == "application/json+oembed");
        var answer = await app.GetJsonAsync((string)discovery.Attribute("href")!);

        Assert.Equal("alternate", (string?)discovery.Attribute("rel"));
        Assert.Equal(("1.0", "rich"), (Text(answer, "version"), Text(answer, "type")));
        var quotation = XElement.Parse(Text(answer, "html")!);
        var link = (string?)quotation.Descendants("a").Single().Attribute("href");
        Assert.Equal((string?)quotation.Attribute("cite"), link);
        Assert.StartsWith(Site, link, StringComparison.Ordinal);
        Assert.Contains("/turns/", link, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await app.Client.GetAsync(link)).StatusCode);
        Assert.StartsWith(Site, Text(answer, "author_url") ?? Site, StringComparison.Ordinal);
        Assert.True(answer.GetProperty("width").GetInt32() > 0 && answer.GetProperty("height").GetInt32() > 0);
    }

    [Fact]
    public async Task The_words_of_a_link_are_quoted_with_who_said_them_where()
    {
        var answer = await AskAsync($"{Site}{Turn}?w=2-3");
        var quotation = XElement.Parse(Text(answer, "html")!);

        Assert.Equal("blockquote", quotation.Name.LocalName);
        Assert.Equal(("en", "ltr"), ((string?)quotation.Attribute("lang"), (string?)quotation.Attribute("dir")));
        Assert.Equal("copper ketch", quotation.Element("p")!.Value);
        Assert.Equal("— Mira Okafor, Mira Okafor - Tide Table Insights, Tide Table", quotation.Element("footer")!.Value);
        Assert.Matches(@"\?w=2-3-[0-9a-z]+$", (string?)quotation.Attribute("cite"));
        Assert.Equal(("Mira Okafor", $"{Site}/speakers/mira-okafor"), (Text(answer, "author_name"), Text(answer, "author_url")));
        Assert.Equal(("PodcastInsights", Site + "/"), (Text(answer, "provider_name"), Text(answer, "provider_url")));
    }

    [Fact]
    public async Task The_answer_is_the_piece_that_one_copies_from_the_page()
    {
        var turn = Turn.Replace("{id}", await KetchAsync(), StringComparison.Ordinal);
        var copied = (await app.GetPageAsync(turn)).All("pre").Select(form => form.Value);
        Assert.Contains(Text(await AskAsync(Site + turn), "html"), copied);
    }

    [Theory]
    [InlineData("", "en", "en")]
    [InlineData("/zh", "en", "zh-Hans")]
    [InlineData("/zh-Hant", "en", "zh-Hant")]
    public async Task The_words_keep_their_language_and_what_is_said_of_them_has_the_pages(string prefix, string words, string around)
    {
        using var response = await app.Client.GetAsync(Address($"{Site}{prefix}{Turn}".Replace("{id}", await KetchAsync(), StringComparison.Ordinal)));
        var quotation = XElement.Parse(Text(JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement, "html")!);
        Assert.Equal((words, around), ((string?)quotation.Attribute("lang"), (string?)quotation.Element("footer")!.Attribute("lang")));
        Assert.Equal([around], response.Content.Headers.ContentLanguage);
    }

    [Fact]
    public async Task Hostile_words_are_text_in_the_answer_however_often_it_is_decoded()
    {
        var id = await app.TurnIdAsync(SampleLibrary.Umlaut, "and nothing else");
        var html = Text(await AskAsync($"{Site}/episodes/{SampleLibrary.Umlaut}/turns/{id}"), "html")!;

        Assert.Contains(SampleLibrary.Hostile, XElement.Parse(html.Replace("<wbr>", "", StringComparison.Ordinal)).Element("p")!.Value, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?i)<\s*/?\s*(script|img|/p>.*/p>)", html);
        Assert.DoesNotMatch("(?i)<(script|img)", WebUtility.HtmlDecode(html));
    }

    [Theory]
    [InlineData("https://other.example/episodes/mira-okafor", HttpStatusCode.NotFound)]
    [InlineData("{site}/episodes/nobody", HttpStatusCode.NotFound)]
    [InlineData("{site}/episodes/mira-okafor/turns/999-zzzzzz", HttpStatusCode.NotFound)]
    [InlineData("{site}/episodes/mira-okafor/turns/not-an-id", HttpStatusCode.NotFound)]
    [InlineData("{site}/speakers/mira-okafor", HttpStatusCode.NotFound)] // nothing is said there that could be quoted
    [InlineData("{site}/search?q=leak", HttpStatusCode.NotFound)]
    [InlineData("{site}", HttpStatusCode.NotFound)]
    [InlineData("{site}@other.example/episodes/mira-okafor", HttpStatusCode.NotFound)]
    [InlineData("ftp://other.example/episodes/mira-okafor", HttpStatusCode.BadRequest)]
    [InlineData("/episodes/mira-okafor", HttpStatusCode.BadRequest)]
    [InlineData("javascript:alert(1)", HttpStatusCode.BadRequest)]
    [InlineData("http://[::1", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    public async Task What_leads_to_no_words_of_the_site_is_a_problem(string url, HttpStatusCode status)
    {
        using var answer = await app.Client.GetAsync(Address(url.Replace("{site}", Site, StringComparison.Ordinal)));
        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains("'url'", JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("&format=json", HttpStatusCode.OK)]
    [InlineData("&format=", HttpStatusCode.OK)]
    [InlineData("&format=xml", HttpStatusCode.NotImplemented)]
    [InlineData("&format=html", HttpStatusCode.NotImplemented)]
    [InlineData("&maxwidth=", HttpStatusCode.OK)]
    [InlineData("&maxwidth=0", HttpStatusCode.BadRequest)]
    [InlineData("&maxheight=-1", HttpStatusCode.BadRequest)]
    [InlineData("&maxheight=many", HttpStatusCode.BadRequest)]
    [InlineData("&maxwidth=99999999999", HttpStatusCode.BadRequest)]
    public async Task Parameters_are_the_specifications(string more, HttpStatusCode status) => Assert.Equal(
        status, (await app.Client.GetAsync(Address($"{Site}/episodes/{SampleLibrary.Timed}") + more)).StatusCode);

    [Theory]
    [InlineData(500, 400)]
    [InlineData(120, 96)]
    [InlineData(1, 1)]
    public async Task What_is_shown_has_the_room_that_is_given(int wide, int high)
    {
        var long_ = await app.TurnIdAsync(SampleLibrary.Timed, "flour sacks");
        var answer = await AskAsync($"{Site}/episodes/{SampleLibrary.Timed}/turns/{long_}", $"&maxwidth={wide}&maxheight={high}");

        Assert.InRange(answer.GetProperty("width").GetInt32(), 1, wide);
        Assert.InRange(answer.GetProperty("height").GetInt32(), 1, high);
        Assert.EndsWith("…", XElement.Parse(Text(answer, "html")!).Element("p")!.Value, StringComparison.Ordinal);
        Assert.False(answer.TryGetProperty("thumbnail_url", out _)); // a card is wider
    }

    [Fact]
    public async Task A_long_turn_is_quoted_and_not_printed_again()
    {
        var id = await app.TurnIdAsync(SampleLibrary.Timed, "flour sacks");
        var answer = await AskAsync($"{Site}/episodes/{SampleLibrary.Timed}/turns/{id}");
        var words = XElement.Parse(Text(answer, "html")!).Element("p")!.Value;

        Assert.InRange(words.Length, OEmbed.MostQuoted / 2, OEmbed.MostQuoted);
        Assert.Equal(HttpStatusCode.OK, (await app.Client.GetAsync(Text(answer, "thumbnail_url"))).StatusCode);
        Assert.Equal((1200, 630), (answer.GetProperty("thumbnail_width").GetInt32(), answer.GetProperty("thumbnail_height").GetInt32()));
    }

    [Theory]
    [InlineData("/turns/2-zzzzzz")] // nobody says these words any more
    [InlineData("/turns/{id}?w=2-999")] // the turn has no such words
    [InlineData("/turns/{id}?w=2-3-zzzzzz")] // these words are other ones now
    public async Task What_may_not_be_quoted_is_a_link(string path)
    {
        var answer = await AskAsync($"{Site}/episodes/{SampleLibrary.BothEditions}{path}");
        Assert.Equal("link", Text(answer, "type"));
        Assert.False(answer.TryGetProperty("html", out _));
    }

    [Theory]
    [InlineData("/EPISODES/mira-okafor")]
    [InlineData("/zh/Episodes/mira-okafor/Turns/{id}")]
    [InlineData("/episodes/mira-okafor#t-{id}")]
    [InlineData("/episodes/mira-okafor?turn={id}&w=2-3#words")]
    [InlineData("/api/v1/episodes/mira-okafor/turns/{id}")]
    [InlineData("/cards/mira-okafor/{id}.png")]
    [InlineData("/episodes/mira-okafor.md")]
    [InlineData("/episodes/mira-okafor/turns/{id}.bib")]
    public async Task Any_address_that_leads_to_words_is_understood(string path) =>
        Assert.Equal("rich", Text(await AskAsync(Site + path), "type"));

    [Fact]
    public async Task Under_a_path_only_the_sites_own_addresses_are_understood()
    {
        await using var pods = new WebApp(new() { ["Site:PathBase"] = "/pods" });
        await pods.InitializeAsync();
        var site = pods.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

        var answer = await pods.GetJsonAsync("/pods" + Address($"{site}/pods/zh/episodes/{SampleLibrary.Timed}"));
        Assert.StartsWith($"{site}/pods/zh/episodes/{SampleLibrary.Timed}/turns/", (string?)XElement.Parse(Text(answer, "html")!).Attribute("cite"), StringComparison.Ordinal);
        await pods.GetJsonAsync("/pods" + Address($"{site}/episodes/{SampleLibrary.Timed}"), HttpStatusCode.NotFound);
    }

    private static string Address(string url) => $"/oembed?url={Uri.EscapeDataString(url)}";

    private static string? Text(JsonElement answer, string name) => answer.TryGetProperty(name, out var value) ? value.GetString() : null;

    private Task<string> KetchAsync() => app.TurnIdAsync(SampleLibrary.BothEditions, "copper ketch, without");

    private async Task<JsonElement> AskAsync(string url, string more = "") =>
        await app.GetJsonAsync(Address(url.Replace("{id}", await KetchAsync(), StringComparison.Ordinal)) + more);
}
