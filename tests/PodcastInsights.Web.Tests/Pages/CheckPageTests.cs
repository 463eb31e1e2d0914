namespace PodcastInsights.Web.Tests.Pages;

public sealed class CheckPageTests(WebApp app)
{
    [Theory]
    [InlineData("/check", "/episodes", "Check a quotation")]
    [InlineData("/zh/check", "/zh/episodes", "核对引文")]
    public async Task The_form_asks_its_own_page_and_every_page_leads_to_it(string url, string elsewhere, string title)
    {
        var page = await app.GetPageAsync(url);
        Assert.Equal(title, page.All("h1").Single().Value);
        var form = page.ById("text")!.Parent!;
        Assert.Equal(("get", url), ((string?)form.Attribute("method"), (string?)form.Attribute("action")));
        Assert.Contains(url, (await app.GetPageAsync(elsewhere)).Links());
    }

    [Theory]
    [InlineData("/check", "A few words differ", "“never” was not said.", "A negation differs")]
    [InlineData("/zh/check", "个别词语不同", "原话没有“never”。", "否定词不同")]
    public async Task The_verdict_its_differences_and_its_cautions_are_said_in_words(
        string url, string verdict, string difference, string caution)
    {
        var page = await GetAsync(url, "I have never mended wooden boats for twenty years and every one of them leaked");
        Assert.Equal(verdict, page.All("h2").First().Value);
        Assert.Contains(difference, page.All("li").Select(Html.Text));
        Assert.Contains(caution, page.Value, StringComparison.Ordinal);
        Assert.Equal("I have mended wooden boats for twenty years and every one of them leaked", page.All("blockquote").Single().Text());
        Assert.Single(page.All("p"), line => (string?)line.Attribute("role") == "status");
    }

    [Fact]
    public async Task A_place_leads_to_its_words_in_their_edition()
    {
        var link = (await GetAsync("/check", "主要賣蠟燭")).Links().Single(l => l.Contains("w=", StringComparison.Ordinal));
        Assert.Equal("主要卖蜡烛", (await app.GetPageAsync(link)).All("blockquote").First().Text());
    }

    [Fact]
    public async Task Several_quotations_are_judged_one_by_one()
    {
        var page = await GetAsync(
            "/check",
            "Mira Okafor once said: “The copper ketch is still afloat, and so is the spoon.” And later on somebody else went on to claim: "
            + "“A slow leak tells you where the moon is thirsty.”");
        Assert.Equal(["Exact", "A few words differ"], page.All("section").Select(section => section.Element("h2")!.Value));
        Assert.Contains("Quotation 2 of 2", page.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_nobody_said_are_reported_and_can_be_searched()
    {
        var page = await GetAsync("/check", "Purple umbrellas dance");
        Assert.Equal("Not found", page.All("h2").First().Value);
        Assert.Contains("Looked for: “Purple umbrellas dance”", page.Value, StringComparison.Ordinal);
        Assert.Contains("/search?q=Purple%20umbrellas%20dance", page.Links());
        Assert.Contains(page.All("meta"), meta => (string?)meta.Attribute("name") == "robots");
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_told_so_and_kept()
    {
        var page = await app.GetPageAsync($"/check?text={new string('a', 4001)}", 400);
        Assert.Contains("more than 4,000 characters", page.Value, StringComparison.Ordinal);
        Assert.Equal(4001, page.ById("text")!.Value.Trim().Length);
    }

    [Fact]
    public async Task Whatever_is_pasted_is_shown_as_words()
    {
        var page = await app.GetPageAsync(
            $"/check?text={Uri.EscapeDataString(SampleLibrary.Hostile)}&speaker={Uri.EscapeDataString(SampleLibrary.Hostile)}");
        Assert.Empty(page.All("img"));
        Assert.Contains(SampleLibrary.Hostile, page.ById("text")!.Value, StringComparison.Ordinal);
    }

    private Task<System.Xml.Linq.XElement> GetAsync(string url, string text) => app.GetPageAsync($"{url}?text={Uri.EscapeDataString(text)}");
}
