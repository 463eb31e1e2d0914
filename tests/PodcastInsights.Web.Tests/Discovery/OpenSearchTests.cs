using System.Text.Json;
using System.Xml.Linq;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Tests.Discovery;

/// <summary>The rules of OpenSearch 1.1, draft 6, for which no schema is given, and what Firefox and Chromium want beyond them.</summary>
public sealed class OpenSearchTests(WebApp app)
{
    private static readonly XNamespace Os = "http://a9.com/-/spec/opensearch/1.1/";

    public static TheoryData<string> Prefixes => [.. SiteLanguage.All.Select(language => language.Prefix)];

    [Theory]
    [MemberData(nameof(Prefixes))]
    public async Task Pages_lead_to_a_description_in_their_language(string prefix)
    {
        var link = (await app.GetPageAsync(prefix + "/")).All("link").Single(link => (string?)link.Attribute("rel") == "search");
        Assert.Equal(("application/opensearchdescription+xml", "PodcastInsights"), ((string?)link.Attribute("type"), (string?)link.Attribute("title")));
        using var answer = await app.Client.GetAsync((string)link.Attribute("href")!);
        Assert.Equal("application/opensearchdescription+xml", answer.Content.Headers.ContentType?.MediaType);
        var description = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;

        Check(description);
        Assert.Equal(SiteLanguage.All.Single(language => language.Prefix == prefix).Tag, description.Element(Os + "Language")!.Value);
        Assert.StartsWith(prefix + "/search", new Uri(Template(description, "text/html")).AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(answer.RequestMessage!.RequestUri!.AbsoluteUri, Template(description, "application/opensearchdescription+xml"));
        var image = description.Element(Os + "Image")!;
        Assert.Equal((string?)image.Attribute("type"), (await app.Client.GetAsync(image.Value)).Content.Headers.ContentType?.MediaType);
        var found = await app.GetPageAsync(new Uri(Template(description, "text/html").Replace("{searchTerms}", "copper+ketch", StringComparison.Ordinal)).PathAndQuery);
        Assert.Equal("copper ketch", (string?)found.ById("q")!.Attribute("value"));
    }

    [Theory]
    [InlineData("A name far longer than sixteen letters, even forty-eight")]
    [InlineData("<b>\"Tide\"</b> & tables 🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十")]
    public async Task Any_name_fits(string name)
    {
        await using var named = new WebApp(new() { ["Site:Name"] = name, ["Site:PathBase"] = "/pods" });
        await named.InitializeAsync();
        var description = XDocument.Parse(await named.Client.GetStringAsync("/pods/opensearch.xml")).Root!;
        Check(description);
        Assert.All(description.Elements(Os + "Url"), url => Assert.StartsWith(
            named.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) + "/pods/", (string?)url.Attribute("template"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ket", "ketch")]
    [InlineData("copper ket", "copper ketch")]
    [InlineData("speaker:mir", "speaker:\"Mira Okafor\"")]
    [InlineData("Mira O", "Mira Okafor")]
    public async Task What_is_typed_comes_back_with_what_it_may_become(string typed, string suggested)
    {
        using var answer = await app.Client.GetAsync("/suggestions?q=" + Uri.EscapeDataString(typed));
        Assert.Equal("application/x-suggestions+json", answer.Content.Headers.ContentType?.MediaType);
        var suggestions = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal((2, typed), (suggestions.GetArrayLength(), suggestions[0].GetString()));
        Assert.Contains(suggested, suggestions[1].EnumerateArray().Select(one => one.GetString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=")]
    [InlineData("?q=%20%20")]
    [InlineData("?q=%22%3C%2Fscript%3E%00%ED%A0%80")]
    [InlineData("?q=speaker%3A%22")]
    public async Task Anything_can_be_typed(string query)
    {
        var suggestions = JsonDocument.Parse(await app.Client.GetStringAsync("/suggestions" + query)).RootElement;
        Assert.Equal((JsonValueKind.String, JsonValueKind.Array), (suggestions[0].ValueKind, suggestions[1].ValueKind));
    }

    private static void Check(XElement description)
    {
        Assert.Equal(Os + "OpenSearchDescription", description.Name);
        Assert.InRange(Single("ShortName").Length, 1, 16);
        Assert.InRange(Single("LongName").Length, 1, 48);
        Assert.InRange(Single("Description").Length, 1, 1024);
        Assert.Equal(("UTF-8", "UTF-8"), (Single("InputEncoding"), Single("OutputEncoding")));
        Assert.DoesNotContain(description.Value, letter => char.IsControl(letter) && letter != '\n');
        var image = description.Element(Os + "Image")!;
        Assert.True((int)image.Attribute("width")! > 0 && (int)image.Attribute("height")! > 0);
        Assert.StartsWith("http", image.Value, StringComparison.Ordinal);
        Assert.Equal(
            ["results", "suggestions", "self"],
            description.Elements(Os + "Url").Select(url => (string?)url.Attribute("rel")));
        Assert.All(description.Elements(Os + "Url"), url =>
        {
            Assert.Null(url.Attribute("method")); // asked with GET
            Assert.True(Uri.IsWellFormedUriString(((string)url.Attribute("template")!).Replace("{searchTerms}", "words", StringComparison.Ordinal), UriKind.Absolute));
        });
        Assert.All(new[] { "text/html", "application/x-suggestions+json" }, type => Assert.EndsWith("?q={searchTerms}", Template(description, type), StringComparison.Ordinal));

        string Single(string name) => Assert.Single(description.Elements(Os + name)).Value;
    }

    private static string Template(XElement description, string type) =>
        (string)description.Elements(Os + "Url").Single(url => (string?)url.Attribute("type") == type).Attribute("template")!;
}
