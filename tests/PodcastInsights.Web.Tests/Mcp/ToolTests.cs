using System.Globalization;
using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace PodcastInsights.Web.Tests.Mcp;

public sealed class ToolTests(WebApp app)
{
    [Theory]
    [InlineData("2024-11-05")]
    [InlineData("2025-03-26")]
    [InlineData("2025-06-18")]
    [InlineData("2025-11-25")]
    [InlineData("2026-07-28")]
    public async Task Tools_are_offered_in_every_version_of_the_protocol(string version)
    {
        await using var client = await app.AssistantAsync(version);
        Assert.Equal(version, client.NegotiatedProtocolVersion);
        Assert.Contains("Quote verbatim", client.ServerInstructions, StringComparison.Ordinal);
        var tools = (await client.ListToolsAsync()).Select(tool => tool.ProtocolTool).ToList();
        Assert.Equal(
            ["check_quote", "get_episode", "get_turn", "list_episodes", "list_speakers", "resolve_link", "search"],
            tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));
        Assert.All(tools, tool =>
        {
            Assert.Equal("object", tool.InputSchema.GetProperty("type").GetString());
            Assert.Equal("object", tool.OutputSchema!.Value.GetProperty("type").GetString());
            Assert.All(tool.InputSchema.GetProperty("properties").EnumerateObject(), one => Assert.NotEmpty(one.Value.GetProperty("description").GetString()!));
            Assert.Equal((true, true, false, false), (
                tool.Annotations?.ReadOnlyHint, tool.Annotations?.IdempotentHint, tool.Annotations?.DestructiveHint, tool.Annotations?.OpenWorldHint));
        });
        Assert.Equal(1, (await client.AskAsync("search", new { q = "spoon \"afloat\"" })).GetProperty("total").GetInt32());
    }

    public static TheoryData<string, string, string> Questions => new()
    {
        { "search", """{"q":"leak"}""", "/api/v1/search?q=leak" },
        { "search", """{"q":"lighthouse","speaker":"Petra","pageSize":1,"page":2}""", "/api/v1/search?q=lighthouse&speaker=Petra&pageSize=1&page=2" },
        { "search", """{"q":"灯塔","literal":true,"sort":"place"}""", "/api/v1/search?q=%E7%81%AF%E5%A1%94&literal=true&sort=place" },
        { "search", "{}", "/api/v1/search" },
        { "check_quote", """{"text":"The copper ketch is still floating","speaker":"Mira"}""", "/api/v1/check?text=The%20copper%20ketch%20is%20still%20floating&speaker=Mira" },
        { "list_episodes", "{}", "/api/v1/episodes" },
        { "list_episodes", """{"q":"mira","order":"title","pageSize":"2"}""", "/api/v1/episodes?q=mira&order=title&pageSize=2" },
        { "list_speakers", "{}", "/api/v1/speakers" },
        { "list_speakers", """{"role":"host","order":"episodes"}""", "/api/v1/speakers?role=host&order=episodes" },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_tool_gives_what_the_API_gives_with_absolute_links(string tool, string arguments, string url)
    {
        using var answer = await app.Client.SendAsync(Assistant.Question(Assistant.Call(tool, arguments)));
        var given = (await answer.MessageAsync()).GetProperty("result").GetProperty("structuredContent");
        var expected = await app.GetJsonAsync(url);
        var root = app.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        var same = JsonDocument.Parse(given.GetRawText().Replace($"\"{root}/", "\"/", StringComparison.Ordinal)).RootElement;
        Assert.True(JsonElement.DeepEquals(expected, same), $"{given}\n{expected}");
        Assert.DoesNotContain("\"url\":\"/", given.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_turn_is_what_the_API_gives_and_says_that_it_is_all()
    {
        await using var client = await app.AssistantAsync();
        var id = await app.TurnIdAsync(SampleLibrary.BothEditions, "still afloat");
        var given = await client.AskAsync("get_turn", new { slug = SampleLibrary.BothEditions, id, w = "1-3" });
        var expected = await app.GetJsonAsync($"/api/v1/episodes/{SampleLibrary.BothEditions}/turns/{id}?w=1-3");
        var root = app.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        Assert.Equal(JsonValueKind.Null, given.GetProperty("next").ValueKind);
        Assert.All(expected.EnumerateObject(), member => Assert.True(
            JsonElement.DeepEquals(member.Value, JsonDocument.Parse(
                given.GetProperty(member.Name).GetRawText().Replace($"\"{root}/", "\"/", StringComparison.Ordinal)).RootElement),
            member.Name));
    }

    [Fact]
    public async Task Every_link_of_an_answer_is_that_of_its_turn_and_can_be_read()
    {
        await using var client = await app.AssistantAsync();
        var answer = await client.CallToolAsync("search", new Dictionary<string, object?> { ["q"] = "copper ketch" });
        var links = answer.Content.OfType<ResourceLinkBlock>().ToList();
        var items = answer.StructuredContent!.Value.GetProperty("items").EnumerateArray().ToList();
        Assert.NotEmpty(links);
        Assert.Equal(items.Select(item => item.GetProperty("turn").GetProperty("url").GetString()), links.Select(link => link.Uri));
        foreach (var (item, link) in items.Zip(links))
        {
            using var page = await app.Client.GetAsync(link.Uri);
            page.EnsureSuccessStatusCode();
            var read = Assert.IsType<TextResourceContents>(Assert.Single((await client.ReadResourceAsync(link.Uri)).Contents));
            Assert.Equal(item.GetProperty("turn").GetProperty("id").GetString(), JsonDocument.Parse(read.Text).RootElement.GetProperty("id").GetString());
        }
    }

    [Fact]
    public async Task An_episode_is_read_in_windows_that_together_are_the_episode()
    {
        await using var client = await app.AssistantAsync();
        foreach (var (slug, lang) in new[] { (SampleLibrary.Sections, "en"), (SampleLibrary.Sections, "zh"), (SampleLibrary.Timed, "en") })
        {
            var whole = await app.GetJsonAsync($"/api/v1/episodes/{slug}?lang={lang}");
            List<string?> texts = [];
            string? from = "1";
            while (from is not null)
            {
                var window = await client.AskAsync("get_episode", new { slug, lang, from, count = 2 });
                Assert.Equal(from, window.GetProperty("from").GetString());
                Assert.InRange(window.GetProperty("turns").GetArrayLength(), 1, 2);
                texts.AddRange(window.GetProperty("turns").EnumerateArray().SelectMany(TextsOf));
                Assert.All(window.GetProperty("sections").EnumerateArray(), section => Assert.Contains(
                    window.GetProperty("turns").EnumerateArray(), turn => turn.GetProperty("id").ValueEquals(section.GetProperty("turnId").GetString())));
                from = window.GetProperty("next").GetString();
            }

            Assert.Equal(whole.GetProperty("turns").EnumerateArray().SelectMany(TextsOf), texts);
        }
    }

    [Fact]
    public async Task Links_of_an_edition_lead_into_that_edition()
    {
        await using var client = await app.AssistantAsync();
        var window = await client.AskAsync("get_episode", new { slug = SampleLibrary.Twins, lang = "zh" });
        foreach (var turn in window.GetProperty("turns").EnumerateArray())
        {
            var led = (await client.AskAsync("resolve_link", new { url = turn.GetProperty("url").GetString() })).GetProperty("turn");
            Assert.Equal("exact", led.GetProperty("match").GetString());
            Assert.Equal(TextsOf(turn), TextsOf(led));
        }
    }

    [Fact]
    public async Task A_link_is_followed_from_whatever_address_of_the_site()
    {
        await using var client = await app.AssistantAsync();
        var id = await app.TurnIdAsync(SampleLibrary.BothEditions, "still afloat");
        var root = app.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        foreach (var path in new[]
        {
            $"/episodes/mira-okafor/turns/{id}", $"{root}/episodes/mira-okafor/turns/{id}", $"/zh/episodes/mira-okafor/turns/{id}?lang=original",
            $"/api/v1/episodes/mira-okafor/turns/{id}", $"/cards/mira-okafor/{id}.png", $"/episodes/mira-okafor/turns/{id}.ris",
            $"/episodes/mira-okafor#t-{id}", $"/episodes/mira-okafor?turn={id}&w=1-3#words",
        })
        {
            var link = await client.AskAsync("resolve_link", new { url = path });
            Assert.Equal(("turn", id), (link.GetProperty("kind").GetString(), link.GetProperty("turn").GetProperty("id").GetString()));
        }

        var words = await client.AskAsync("resolve_link", new { url = $"/episodes/mira-okafor/turns/{id}?w=1-3" });
        Assert.Equal("Every time. The", words.GetProperty("turn").GetProperty("quote").GetProperty("text").GetString());
        Assert.StartsWith($"{root}/episodes/mira-okafor/turns/{id}?w=1-3-", words.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Equal("episode", (await client.AskAsync("resolve_link", new { url = "/zh/episodes/rosa-lind" })).GetProperty("kind").GetString());
        Assert.Equal(
            "Petra", (await client.AskAsync("resolve_link", new { url = "/speakers/petra" })).GetProperty("speaker").GetProperty("name").GetString());
        foreach (var elsewhere in new[] { "https://talks.example/episodes/mira-okafor", "/status", "", "javascript:alert(1)", "//[::1" })
        {
            Assert.Contains("'url'", await client.MistakeAsync("resolve_link", new { url = elsewhere }), StringComparison.Ordinal);
        }

        Assert.Contains("nobody", await client.MistakeAsync("resolve_link", new { url = "/episodes/nobody" }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("search", """{"q":"leak","page":0}""", "'page'")]
    [InlineData("search", """{"q":"leak","pageSize":"many"}""", "'pageSize'")]
    [InlineData("search", """{"q":["leak"]}""", "'q'")]
    [InlineData("search", """{"query":"leak"}""", "'query'")]
    [InlineData("search", """{"q":"leak","sort":"size"}""", "'sort'")]
    [InlineData("check_quote", "{}", "'text'")]
    [InlineData("get_turn", """{"slug":"mira-okafor"}""", "'id'")]
    [InlineData("get_turn", """{"slug":"mira-okafor","id":"1-abcdef","w":"x"}""", "'w'")]
    [InlineData("get_turn", """{"slug":"mira-okafor","id":"999-abcdef"}""", "'999-abcdef'")]
    [InlineData("get_episode", """{"slug":"nobody"}""", "'nobody'")]
    [InlineData("get_episode", """{"slug":"mira-okafor","lang":"english"}""", "'lang'")]
    [InlineData("get_episode", """{"slug":"mira-okafor","from":"0"}""", "'from'")]
    [InlineData("get_episode", """{"slug":"mira-okafor","from":"1.1.1.1"}""", "'from'")]
    [InlineData("get_episode", """{"slug":"mira-okafor","count":51}""", "'count'")]
    [InlineData("list_episodes", """{"year":"23"}""", "'year=23'")]
    [InlineData("list_speakers", """{"role":"king"}""", "'role=king'")]
    public async Task A_mistake_is_named_with_its_parameter(string tool, string arguments, string named)
    {
        using var answer = await app.Client.SendAsync(Assistant.Question(Assistant.Call(tool, arguments)));
        var result = (await answer.MessageAsync()).GetProperty("result");
        Assert.True(result.GetProperty("isError").GetBoolean());
        var said = result.GetProperty("content")[0].GetProperty("text").GetString()!;
        Assert.Contains(named, said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_calls_find_what_the_API_finds()
    {
        await using var client = await app.AssistantAsync();
        string[] words = ["leak", "spoon", "lighthouse", "flour", "candles", "灯塔", "pendulum", "boats", "sponsor", "nothing of the kind"];
        for (var call = 0; call < 100; call++)
        {
            var q = words[call % words.Length];
            var found = await client.AskAsync("search", new { q, pageSize = 1 + (call / words.Length) });
            var expected = await app.GetJsonAsync($"/api/v1/search?q={Uri.EscapeDataString(q)}");
            Assert.Equal(expected.GetProperty("total").GetInt32(), found.GetProperty("total").GetInt32());
        }
    }

    [Fact]
    public async Task Episodes_and_turns_are_resources()
    {
        await using var client = await app.AssistantAsync();
        var resources = await client.ListResourcesAsync();
        Assert.Equal(SampleLibrary.EpisodeCount, resources.Count);
        Assert.Equal(["episode", "turn"], (await client.ListResourceTemplatesAsync()).Select(template => template.Name));
        foreach (var resource in resources)
        {
            var read = Assert.IsType<TextResourceContents>(Assert.Single((await client.ReadResourceAsync(resource.Uri)).Contents));
            var episode = JsonDocument.Parse(read.Text).RootElement;
            Assert.Equal((resource.Uri, resource.Uri), (read.Uri, episode.GetProperty("url").GetString()));
            Assert.NotEmpty(episode.GetProperty("turns").EnumerateArray());
        }

        foreach (var nowhere in new[] { $"{resources[0].Uri}x", "https://talks.example/episodes/mira-okafor", $"{app.Client.BaseAddress}status" })
        {
            var refused = await Assert.ThrowsAnyAsync<McpException>(async () => await client.ReadResourceAsync(nowhere));
            Assert.Contains("'uri'", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_response_has_a_whole_transcript()
    {
        await using var site = new WebApp([]) { IsEmpty = true };
        Directory.CreateDirectory(site.Transcripts);
        await File.WriteAllTextAsync(Path.Combine(site.Transcripts, "Long.md"), string.Concat(Enumerable.Range(1, 80).Select(turn =>
            string.Create(CultureInfo.InvariantCulture, $"**{(turn % 2 == 0 ? "Ada Quill" : "Bo Lantern")}:** Rope {turn}, {Repeated("and more of that rope ", 60)}.\n\n"))));
        await File.WriteAllTextAsync(Path.Combine(site.Transcripts, "Wide.md"), $"**Ada Quill:** Say.\n\n**Bo Lantern:** {Repeated("ropes and knots, ", 9000)}.\n");
        await site.InitializeAsync();
        await using var client = await site.AssistantAsync();
        var window = await client.AskAsync("get_episode", new { slug = "long", count = 50 });
        Assert.InRange(window.GetProperty("turns").GetArrayLength(), 2, 49);
        Assert.InRange(window.GetRawText().Length, 1000, 60_000);

        var turn = await site.TurnIdAsync("wide", "ropes and knots");
        var beginning = await client.AskAsync("get_turn", new { slug = "wide", id = turn });
        Assert.InRange(beginning.GetRawText().Length, 1000, 60_000);
        Assert.StartsWith("2.1.", beginning.GetProperty("next").GetString(), StringComparison.Ordinal);
        var words = 0;
        for (string? from = "1"; from is not null;)
        {
            window = await client.AskAsync("get_episode", new { slug = "wide", from });
            Assert.InRange(window.GetRawText().Length, 100, 60_000);
            words += window.GetProperty("turns").EnumerateArray().SelectMany(TextsOf).Sum(text => text!.Split("knots").Length - 1);
            from = window.GetProperty("next").GetString();
        }

        Assert.Equal(9000, words);

        // Words that a link names are bounded as well.
        Assert.Contains("too long", await client.MistakeAsync("get_turn", new { slug = "wide", id = turn, w = "1-27000" }), StringComparison.Ordinal);

        static string Repeated(string words, int times) => string.Concat(Enumerable.Repeat(words, times)).TrimEnd(' ', ',');
    }

    private static IEnumerable<string?> TextsOf(JsonElement turn) =>
        turn.GetProperty("paragraphs").EnumerateArray().Select(paragraph => paragraph.GetProperty("text").GetString());
}
