using System.Net;
using System.Text.Json;
using System.Xml.Linq;

namespace PodcastInsights.Web.Tests.Pages;

/// <summary>Links to words whose file is edited later.</summary>
public sealed class EditedLinkTests : IAsyncLifetime
{
    private const string Api = "/api/v1/episodes/wheat/turns/";

    private WebApp app = null!;

    public async ValueTask InitializeAsync() => app = await EditedLibrary.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_link_to_words_carries_their_hash_and_shows_them()
    {
        var link = await LinkAsync("I never said", "3-11");

        Assert.Matches(@"^/episodes/wheat/turns/2-\w{6}\?w=3-11-\w{6}$", link);
        var page = await app.GetPageAsync(link);
        Assert.Equal("I never said that wheat is bad for you", page.All("blockquote").Single().Text());
        Assert.Equal("I never said that wheat is bad for you", page.ById("words")!.Value);
        Assert.DoesNotContain("changed", page.Value, StringComparison.Ordinal);
        Assert.Equal("exact", (await QuoteAsync(link)).GetProperty("match").GetString());
    }

    [Fact]
    public async Task A_link_without_a_hash_is_honoured_and_says_that_it_cannot_tell()
    {
        var link = await LinkAsync("I never said", "3-11");
        var old = link[..link.LastIndexOf('-')];

        Assert.Contains("may have changed", Notices(await app.GetPageAsync(old)), StringComparison.Ordinal);
        var quote = await QuoteAsync(old);
        Assert.Equal(("unknown", link), (quote.GetProperty("match").GetString(), quote.GetProperty("url").GetString()));
    }

    [Fact]
    public async Task Where_earlier_words_are_not_kept_an_edited_link_says_so_and_shows_what_there_is()
    {
        await using var own = await EditedLibrary.StartAsync(keepEarlierWords: false);
        var id = await own.TurnIdAsync("wheat", "I never said");
        var link = (await own.GetJsonAsync($"{Api}{id}?w=3-11")).GetProperty("quote").GetProperty("url").GetString()!;
        await own.EditAsync("Wheat.md", EditedLibrary.Talk.Replace("I never said", "I always said", StringComparison.Ordinal));

        var page = await own.GetPageAsync(link);
        Assert.Contains("have changed", Notices(page), StringComparison.Ordinal);
        Assert.DoesNotContain("never said", page.Value, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, (await own.GetJsonAsync($"/api/v1{link}")).GetProperty("quote").GetProperty("was").ValueKind);
    }

    [Theory]
    [InlineData("", "have changed")]
    [InlineData("/zh", "已有改动")]
    public async Task Changed_words_are_nowhere_shown_as_a_quotation(string prefix, string said)
    {
        var link = await LinkAsync("I never said", "3-11");
        await app.EditAsync("Wheat.md", EditedLibrary.Talk.Replace("I never said", "I always said", StringComparison.Ordinal));

        var page = await app.GetPageAsync(prefix + link);

        Assert.Contains(said, Notices(page), StringComparison.Ordinal);
        Assert.Empty(page.All("blockquote"));
        Assert.Equal("never", page.All("del").Single().Value);
        Assert.Equal("always", page.All("ins").Single().Value);
        var metas = page.All("meta").Select(meta => (string?)meta.Attribute("content") ?? "").ToList();
        Assert.DoesNotContain(metas, text => text.Contains("always", StringComparison.Ordinal) || text.Contains("never", StringComparison.Ordinal));
        Assert.DoesNotContain(metas, text => text.Contains("/cards/", StringComparison.Ordinal));
        Assert.Contains(metas, text => text.Contains(said, StringComparison.Ordinal));
        var card = link.Replace("/episodes/", "/cards/", StringComparison.Ordinal).Replace("/turns", "", StringComparison.Ordinal)
            .Replace("?", ".png?", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Client.GetAsync(card)).StatusCode);
        var quote = await QuoteAsync(link);
        Assert.Equal(
            ("edited", "I never said that wheat is bad for you", "I always said that wheat is bad for you"),
            (quote.GetProperty("match").GetString(), quote.GetProperty("was").GetString(), quote.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task Words_behind_an_insertion_are_found_and_kept_marked_in_the_episode()
    {
        var link = await LinkAsync("I never said", "3-11");
        await app.EditAsync("Wheat.md", EditedLibrary.Talk.Replace("I never said", "Well, as you know, I never said", StringComparison.Ordinal));

        var page = await app.GetPageAsync(link);
        Assert.Equal("I never said that wheat is bad for you", page.All("blockquote").Single().Text());
        Assert.Equal("moved", (await QuoteAsync(link)).GetProperty("match").GetString());

        var inEpisode = page.Links().Single(address => address.EndsWith("#words", StringComparison.Ordinal));
        Assert.Equal("I never said that wheat is bad for you", (await app.GetPageAsync(inEpisode.Split('#')[0])).ById("words")!.Value);
    }

    [Fact]
    public async Task A_question_and_its_answer_are_one_quotation_with_both_names()
    {
        var link = await LinkAsync("So what is bad", "1-1.4");

        Assert.Matches(@"\?w=1-1\.4-\w{6}$", link);
        var page = await app.GetPageAsync(link);
        Assert.Equal(
            "Petra: So what is bad for a wooden boat, in your view Mira: A dry summer is",
            page.All("blockquote").Single().Text());
        Assert.Equal("Petra, Mira, turns 3 to 4", page.All("h1").Single().Value);
        Assert.Equal(2, page.All("mark").Count());

        await app.EditAsync("Wheat.md", EditedLibrary.Talk.Replace("A dry summer", "A wet summer", StringComparison.Ordinal));
        Assert.Contains("have changed", Notices(await app.GetPageAsync(link)), StringComparison.Ordinal);
        Assert.Equal(
            "So what is bad for a wooden boat, in your view\nA dry summer is", (await QuoteAsync(link)).GetProperty("was").GetString());
    }

    [Fact]
    public async Task An_edited_turn_is_found_where_its_words_went_and_shown_with_what_it_was()
    {
        var id = await app.TurnIdAsync("wheat", "I never said");
        const string Inserted = "**Petra:** Yes hi.\n\n**Mira:** Hello.\n\n**Petra:** Let us begin.\n\n";
        await app.EditAsync("Wheat.md", EditedLibrary.Talk.Replace(
            "**Mira:** Thank you. I never", Inserted + "**Mira:** Thanks to you. I really never", StringComparison.Ordinal));

        var page = await app.GetPageAsync($"/episodes/wheat/turns/{id}");

        Assert.Contains("really never said", page.All("section").First().Value, StringComparison.Ordinal);
        Assert.Contains("have changed", Notices(page), StringComparison.Ordinal);
        Assert.Contains("Thank you. I never said", page.All("details").First().Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_turn_whose_words_went_nowhere_is_gone_and_its_words_are_still_told()
    {
        var id = await app.TurnIdAsync("wheat", "So what is bad");
        var text = EditedLibrary.Talk.Split("\n\n").Where(part => !part.Contains("So what is bad", StringComparison.Ordinal));
        await app.EditAsync("Wheat.md", string.Join("\n\n", text));

        var page = await app.GetPageAsync($"/episodes/wheat/turns/{id}", 404);

        Assert.Contains("So what is bad for a wooden boat", page.Value, StringComparison.Ordinal);
    }

    /// <summary>Random edits inside, before and after a cited passage: the quotation is unchanged, or the page says that it has changed.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task No_edit_makes_a_page_quote_other_words_without_saying_so(int seed)
    {
        var random = new Random(seed);
        var link = await LinkAsync("A dry summer", "3-12");
        const string Cited = "summer is bad for it and an owner who paints";
        for (var round = 0; round < 8; round++)
        {
            await app.EditAsync("Wheat.md", Edited(random));
            foreach (var (prefix, said) in new[] { ("", "changed"), ("/zh", "已有改动") })
            {
                using var response = await app.Client.GetAsync(prefix + link);
                var body = await response.Content.ReadAsStringAsync();
                var page = XElement.Parse(body[body.IndexOf("<html", StringComparison.Ordinal)..].Replace("&nbsp;", " ", StringComparison.Ordinal));
                var quoted = page.All("blockquote").SingleOrDefault()?.Text().Replace(",", "", StringComparison.Ordinal);
                Assert.True(
                    quoted == Cited || (quoted is null && (body.Contains(said, StringComparison.Ordinal) || response.StatusCode == HttpStatusCode.NotFound)),
                    $"{seed}.{round}: {quoted}");
            }
        }
    }

    private static string Edited(Random random)
    {
        var lines = EditedLibrary.Talk.Split('\n');
        for (var edits = random.Next(1, 4); edits > 0; edits--)
        {
            var line = Array.FindIndex(lines, text => text.Contains("summer", StringComparison.Ordinal) || text.Contains("paints", StringComparison.Ordinal));
            if (line < 0)
            {
                break;
            }

            var words = lines[line].Split(' ').ToList();
            var at = random.Next(1, words.Count);
            switch (random.Next(3))
            {
                case 0:
                    words.Insert(at, "truly");
                    break;
                case 1:
                    words.RemoveAt(at);
                    break;
                default:
                    words[at] = "boat";
                    break;
            }

            lines[line] = string.Join(' ', words);
        }

        return string.Join('\n', lines);
    }

    private async Task<string> LinkAsync(string opening, string words)
    {
        var turn = await app.GetJsonAsync($"{Api}{await app.TurnIdAsync("wheat", opening)}?w={words}");
        return turn.GetProperty("quote").GetProperty("url").GetString()!;
    }

    private async Task<JsonElement> QuoteAsync(string link) => (await app.GetJsonAsync($"/api/v1{link}")).GetProperty("quote");

    private static string Notices(XElement page) =>
        string.Join(' ', page.All("p").Where(p => (string?)p.Attribute("class") == "notice").Select(p => p.Value));
}
