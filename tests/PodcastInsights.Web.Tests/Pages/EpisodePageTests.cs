namespace PodcastInsights.Web.Tests.Pages;

public sealed class EpisodePageTests(WebApp app)
{
    [Fact]
    public async Task Every_turn_has_its_id_and_its_words()
    {
        var page = await app.GetPageAsync($"/episodes/{SampleLibrary.BothEditions}");
        var episode = await app.GetJsonAsync($"/api/v1/episodes/{SampleLibrary.BothEditions}");
        foreach (var turn in episode.GetProperty("turns").EnumerateArray())
        {
            var element = page.ById($"t-{turn.GetProperty("id").GetString()}");
            Assert.NotNull(element);
            foreach (var paragraph in turn.GetProperty("paragraphs").EnumerateArray())
            {
                Assert.Contains(element.All("p"), p => p.Value == paragraph.GetProperty("text").GetString());
            }
        }
    }

    [Fact]
    public async Task A_takeaway_leads_to_its_turn()
    {
        var page = await app.GetPageAsync($"/episodes/{SampleLibrary.BothEditions}");
        var link = Assert.Single(page.Links(), l => l.StartsWith("#t-", StringComparison.Ordinal));
        Assert.Contains("which leak matters", page.ById(link[1..])!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sponsor_reads_are_folded_and_named()
    {
        var page = await app.GetPageAsync($"/episodes/{SampleLibrary.BothEditions}");
        var read = Assert.Single(page.All("details"), d => (string?)d.Attribute("class") == "sponsor");
        Assert.Equal("Sponsor: Harbourline, 1 paragraph", read.Element("summary")!.Text());
        Assert.Contains("a month free", read.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passages_in_another_language_than_the_page_say_which()
    {
        var english = await app.GetPageAsync($"/episodes/{Uri.EscapeDataString(SampleLibrary.Chinese)}");
        Assert.Equal("zh-Hans", LanguageOf(english, "木船会说话"));
        var chinese = await app.GetPageAsync($"/zh/episodes/{Uri.EscapeDataString(SampleLibrary.Chinese)}");
        Assert.Equal("zh-Hans", LanguageOf(chinese, "木船会说话"));
        Assert.Equal("en", LanguageOf(await app.GetPageAsync($"/zh/episodes/{SampleLibrary.BothEditions}"), "copper ketch, without"));

        static string? LanguageOf(System.Xml.Linq.XElement page, string words) => page.All("p")
            .First(p => p.Value.Contains(words, StringComparison.Ordinal)).AncestorsAndSelf()
            .Select(e => (string?)e.Attribute("lang")).First(lang => lang is not null);
    }

    [Fact]
    public async Task Markup_in_a_transcript_stays_text()
    {
        foreach (var url in new[] { $"/episodes/{SampleLibrary.Umlaut}", "/search?q=note", "/speakers/jurgen-holm" })
        {
            var page = await app.GetPageAsync(url);
            Assert.Empty(page.All("script"));
            Assert.Empty(page.All("img"));
            Assert.Contains("alert('x')", page.Value, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_was_repaired_is_counted() =>
        Assert.Contains("repaired or doubtful", (await app.GetPageAsync($"/episodes/{SampleLibrary.BothEditions}")).Value, StringComparison.Ordinal);
}
