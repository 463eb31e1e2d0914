namespace PodcastInsights.Web.Tests.Pages;

public sealed class EpisodePageTests(WebApp app)
{
    [Theory]
    [InlineData("", "Read in English")]
    [InlineData("?lang=zh", "Read in Chinese")]
    [InlineData("?view=both", null)]
    public async Task The_edition_that_is_shown_is_marked_among_the_editions(string query, string? shown)
    {
        var links = (await app.GetPageAsync($"/episodes/{SampleLibrary.Twins}{query}")).All("a");
        Assert.Equal(shown, links.SingleOrDefault(a => (string?)a.Attribute("aria-current") == "true")?.Value);
    }

    [Fact]
    public async Task Below_a_language_the_edition_in_it_opens_and_the_other_is_beside_it()
    {
        var address = $"/zh/episodes/{SampleLibrary.Twins}";
        var chinese = await app.GetPageAsync(address);
        Assert.Contains("主要卖蜡烛", chinese.Value, StringComparison.Ordinal);
        Assert.EndsWith(address, chinese.Canonical(), StringComparison.Ordinal);

        var other = Assert.Single(chinese.Links(), link => link.StartsWith(address + "?", StringComparison.Ordinal) && !link.Contains("view=", StringComparison.Ordinal));
        var english = await app.GetPageAsync(other);
        Assert.Contains("Candles, mostly", english.Value, StringComparison.Ordinal);
        Assert.EndsWith(other, english.Canonical(), StringComparison.Ordinal);
        Assert.Contains(address, english.Links());
        Assert.Contains("Candles, mostly", (await app.GetPageAsync($"{address}?lang=original")).Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_leads_to_a_turn_in_its_episode_opens_the_turns_edition_whatever_the_sites_language()
    {
        var id = await app.TurnIdAsync(SampleLibrary.Twins, "Candles, mostly");
        var page = await app.GetPageAsync($"/zh/episodes/{SampleLibrary.Twins}/turns/{id}");
        var link = page.Links().First(link => link.EndsWith($"#t-{id}", StringComparison.Ordinal));
        Assert.NotNull((await app.GetPageAsync(link)).ById($"t-{id}"));
    }

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
        var link = (string)page.All("a").Single(a => a.Value == "The trick is to know which leak matters").Attribute("href")!;
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

        // A Chinese file of words said in English.
        var edition = await app.GetPageAsync($"/zh/episodes/{SampleLibrary.BothEditions}?lang=zh");
        Assert.Equal("en", LanguageOf(edition, "copper ketch, without"));
        Assert.Equal("en", (string?)edition.All("div").Single(d => (string?)d.Attribute("class") == "turns").Attribute("lang"));

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
            Assert.All(page.All("script"), script => Assert.True(
                script.Attribute("src") is not null || (string?)script.Attribute("type") == "application/ld+json"));
            Assert.Empty(page.All("img"));
            Assert.Contains("alert('x')", page.Value, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_was_repaired_is_counted()
    {
        var page = await app.GetPageAsync($"/episodes/{SampleLibrary.BothEditions}");
        Assert.Contains("repaired or doubtful", page.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_that_only_repeats_guest_and_show_is_short_on_the_page_and_whole_in_the_browser()
    {
        var page = await app.GetPageAsync($"/episodes/{SampleLibrary.BothEditions}");
        Assert.Equal("Mira Okafor", page.All("h1").Single().Value);
        Assert.StartsWith("Mira Okafor - Tide Table Insights", page.All("title").First().Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_piece_of_the_strip_leads_to_its_turn()
    {
        var page = await app.GetPageAsync($"/episodes/{SampleLibrary.BothEditions}");
        var links = page.All("svg").Single().Links().ToList();
        Assert.Equal(page.All("section").Count(IsTurn), links.Count);
        Assert.All(links, link => Assert.NotNull(page.ById(link[1..])));
    }

    [Theory]
    [InlineData("", SampleLibrary.BothEditions, "who speaks there", true)] // the file has lost the host's name once
    [InlineData("/zh", SampleLibrary.BothEditions, "由对话推断得出", true)]
    [InlineData("", SampleLibrary.Timed, "who speaks there", false)]
    public async Task What_inferred_means_is_told_where_a_name_is(string prefix, string episode, string words, bool told)
    {
        var page = await app.GetPageAsync($"{prefix}/episodes/{episode}");
        Assert.Equal(told, page.ById("side")!.Value.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_outline_is_what_the_host_asked()
    {
        var page = await app.GetPageAsync($"/episodes/{SampleLibrary.Timed}");
        var entry = page.All("a").Single(a => a.Element("span")?.Value == "And what do you do with the bread of yesterday?");
        Assert.StartsWith("#t-3-", (string?)entry.Attribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_leads_to_that_moment_of_the_recording()
    {
        var page = await app.GetPageAsync($"/episodes/{SampleLibrary.Timed}");
        Assert.Contains("https://www.youtube.com/watch?v=abcdefghijk&t=91", page.Links());
    }

    [Fact]
    public async Task A_paragraph_with_a_time_of_its_own_links_to_that_moment()
    {
        var page = await app.GetPageAsync($"/episodes/{SampleLibrary.Timed}");
        var paragraph = page.All("p").Single(p => p.Value.StartsWith("And on Sundays", StringComparison.Ordinal));
        var time = paragraph.ElementsBeforeSelf().Last();
        Assert.Equal("1:45", time.Value);
        Assert.Equal("https://www.youtube.com/watch?v=abcdefghijk&t=105", (string?)time.Attribute("href"));

        // The first paragraph's is the turn's.
        Assert.Equal(1, page.Links().Count(link => link.EndsWith("&t=91", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_long_paragraph_is_parted_for_the_eye_and_stays_one()
    {
        var page = await app.GetPageAsync($"/episodes/{SampleLibrary.Timed}");
        var parts = page.All("p").Single(p => p.Value.StartsWith("The flour sacks", StringComparison.Ordinal)).Elements("span").ToList();
        Assert.True(parts.Count > 2);
        Assert.All(parts, part => Assert.EndsWith("oven.", part.Value.TrimEnd(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_search_in_one_of_two_languages_marks_that_one()
    {
        var candles = Uri.EscapeDataString("蜡烛");
        var page = await app.GetPageAsync($"/episodes/{SampleLibrary.Twins}?q={candles}&lang=zh");
        Assert.Equal(["蜡烛", "蜡烛"], page.All("mark").Select(mark => mark.Value));
        Assert.Equal(1, page.All("rect").Count(rect => (string?)rect.Attribute("class") == "hit"));
        Assert.Empty((await app.GetPageAsync($"/episodes/{SampleLibrary.Twins}?q={candles}")).All("mark"));
    }

    [Fact]
    public async Task Words_of_a_search_are_marked_where_they_stand_and_on_the_strip()
    {
        var page = await app.GetPageAsync($"/episodes/{SampleLibrary.BothEditions}?q=spoon");
        Assert.Equal(["spoon", "spoon", "spoon"], page.All("mark").Select(m => m.Value));
        Assert.Equal(3, page.All("rect").Count(r => (string?)r.Attribute("class") == "hit"));
    }

    [Fact]
    public async Task Two_languages_stand_side_by_side()
    {
        var page = await app.GetPageAsync($"/episodes/{SampleLibrary.Twins}?view=both");
        var row = page.All("div").First(d => (string?)d.Attribute("class") == "both");
        Assert.Contains("under snow", row.Elements().First().Value, StringComparison.Ordinal);
        Assert.Contains("集市被雪盖住", row.Elements().Last().Value, StringComparison.Ordinal);
        Assert.Equal("zh-Hans", (string?)row.Elements().Last().Attribute("lang"));
        var ids = page.Descendants().Select(e => (string?)e.Attribute("id")).Where(id => id is not null).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public async Task The_episode_is_described_as_data()
    {
        var data = System.Text.Json.JsonDocument.Parse((await app.GetPageAsync($"/episodes/{SampleLibrary.Timed}")).All("script")
            .Single(s => (string?)s.Attribute("type") == "application/ld+json").Value).RootElement;
        Assert.Equal("PodcastEpisode", data.GetProperty("@type").GetString());
        Assert.Equal("2024-05-06", data.GetProperty("datePublished").GetString());
        Assert.Equal("PT3723S", data.GetProperty("duration").GetString());
    }

    private static bool IsTurn(System.Xml.Linq.XElement section) =>
        ((string?)section.Attribute("class"))?.StartsWith("turn ", StringComparison.Ordinal) == true;
}
