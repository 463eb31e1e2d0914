using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PodcastInsights.Web.Tests.Fetching;

public sealed class FeedFetchTests : IAsyncLifetime
{
    private const string Rope = "2030-03-05 Rope.vtt";

    private FeedHost host = null!;

    public async ValueTask InitializeAsync() => host = await FeedHost.StartAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_feed_that_has_not_changed_costs_one_request()
    {
        host.OnFeed(Item("rope", "Rope", "/rope.vtt"), tag: "\"1\"");
        host.On("/rope.vtt", Talks.VoicedVtt, tag: "\"a\"");
        Assert.Equal(0, await host.FetchAsync());
        Assert.Equal(["pods.test/feed.xml", "pods.test/rope.vtt"], host.TakeRequests());

        Assert.Equal(0, await host.FetchAsync());

        Assert.Equal(["pods.test/feed.xml"], host.TakeRequests());
        Assert.Contains("The feed is as it was.", host.Output.ToString(), StringComparison.Ordinal);
        Assert.Equal([Rope], host.Files);
    }

    [Fact]
    public async Task What_is_new_or_changed_is_asked_for_and_nothing_else()
    {
        host.OnFeed(Item("rope", "Rope", "/rope.vtt") + Item("tide", "Tide", "/tide.vtt"), tag: "\"1\"");
        host.On("/rope.vtt", Talks.VoicedVtt, tag: "\"a\"");
        host.On("/tide.vtt", Talks.VoicedVtt, tag: "\"b\"");
        Assert.Equal(0, await host.FetchAsync());
        host.TakeRequests();

        // One is new, one has another title: its words may be others, too.
        host.OnFeed(Item("new", "New", "/new.srt") + Item("rope", "Rope, mended", "/rope.vtt") + Item("tide", "Tide", "/tide.vtt"), tag: "\"2\"");
        host.On("/new.srt", Talks.Srt);
        Assert.Equal(0, await host.FetchAsync());

        Assert.Equal(["pods.test/feed.xml", "pods.test/new.srt", "pods.test/rope.vtt"], host.TakeRequests().Order());
        Assert.Equal(["2030-03-05 New.srt", Rope, "2030-03-05 Tide.vtt"], host.Files);
        Assert.Equal("Rope, mended", Entry(Rope)["title"]!.GetValue<string>());
        Assert.Contains("1 new, 0 changed, 1 described anew, 1 unchanged", host.Output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changed_words_replace_those_that_a_fetch_has_written()
    {
        host.OnFeed(Item("rope", "Rope", "/rope.vtt"));
        host.On("/rope.vtt", Talks.PlainVtt, tag: "\"a\"");
        await host.FetchAsync();
        host.On("/rope.vtt", Talks.VoicedVtt, tag: "\"b\"");

        Assert.Equal(0, await host.FetchAsync());
        Assert.Equal(Talks.PlainVtt, host.TextOf(Rope));
        Assert.Equal(0, await host.FetchAsync("--recheck"));
        Assert.Equal(Talks.VoicedVtt, host.TextOf(Rope));
        Assert.Contains($"changed  {Rope}", host.Output.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await host.FetchAsync("--recheck"));
        Assert.Contains("1 unchanged", host.Output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_kind_of_transcript_takes_the_place_of_the_former()
    {
        host.OnFeed(Item("rope", "Rope", "/rope.txt"));
        host.On("/rope.txt", Talks.Text);
        host.On("/rope.json", Talks.Json);
        await host.FetchAsync();
        Assert.Equal(["2030-03-05 Rope.txt"], host.Files);

        host.OnFeed(Item("rope", "Rope", "/rope.txt", "/rope.json"));
        Assert.Equal(0, await host.FetchAsync());

        Assert.Equal(["2030-03-05 Rope.json"], host.Files);
        Assert.Equal("2030-03-05 Rope.json", Catalogue()["episodes"]!.AsArray().Single()!["file"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_the_owner_has_changed_stays()
    {
        host.OnFeed(Item("rope", "Rope", "/rope.vtt"));
        host.On("/rope.vtt", Talks.VoicedVtt);
        await host.FetchAsync();
        var mended = Talks.VoicedVtt.Replace("Mara Voss", "Mara V. Voss", StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(host.Folder, Rope), mended, Cancellation);
        host.OnFeed(Item("rope", "Rope, again", "/rope.vtt"));
        host.TakeRequests();

        Assert.Equal(0, await host.FetchAsync("--recheck"));

        Assert.Equal(mended, host.TextOf(Rope));
        Assert.Equal(["pods.test/feed.xml"], host.TakeRequests());
        Assert.Contains($"kept     {Rope}", host.Output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_owner_has_changed_in_the_catalogue_stays_while_the_feed_says_the_same()
    {
        host.OnFeed(Item("rope", "Rope", "/rope.vtt"));
        host.On("/rope.vtt", Talks.VoicedVtt);
        await host.FetchAsync();
        var catalogue = Catalogue();
        catalogue["episodes"]![0]!["title"] = "My own title";
        await File.WriteAllTextAsync(Path.Combine(host.Folder, "index.json"), catalogue.ToJsonString(), Cancellation);

        await host.FetchAsync("--recheck");
        Assert.Equal("My own title", Entry(Rope)["title"]!.GetValue<string>());

        host.OnFeed(Item("rope", "Rope and tide", "/rope.vtt"));
        await host.FetchAsync();
        Assert.Equal("Rope and tide", Entry(Rope)["title"]!.GetValue<string>());
        Assert.Equal([Rope], host.Files);
    }

    [Fact]
    public async Task Files_that_were_there_are_not_touched()
    {
        Directory.CreateDirectory(host.Folder);
        await File.WriteAllTextAsync(Path.Combine(host.Folder, "2030-03-05 ROPE.md"), "Mine.", Cancellation);
        await File.WriteAllTextAsync(Path.Combine(host.Folder, "2030-03-05 Tide.vtt"), "Mine.", Cancellation);
        host.OnFeed(Item("rope", "Rope", "/rope.vtt") + Item("tide", "Tide", "/tide.vtt"));
        host.On("/rope.vtt", Talks.VoicedVtt);
        host.On("/tide.vtt", Talks.VoicedVtt);

        Assert.Equal(0, await host.FetchAsync());

        Assert.Equal(4, host.Files.Count());
        Assert.Equal("Mine.", host.TextOf("2030-03-05 ROPE.md"));
        Assert.Equal("Mine.", host.TextOf("2030-03-05 Tide.vtt"));
        Assert.Matches("2030-03-05 Rope [0-9a-f]{12}.vtt", string.Join(' ', host.Files));
    }

    [Theory]
    [InlineData("""[{"file": "a.md", "title": "Mine"}]""")]
    [InlineData("""{"madeBy": "me", "episodes": []}""")]
    [InlineData("{")]
    public async Task A_folder_with_a_catalogue_of_somebody_else_s_is_not_taken(string catalogue)
    {
        Directory.CreateDirectory(host.Folder);
        await File.WriteAllTextAsync(Path.Combine(host.Folder, "index.json"), catalogue, Cancellation);
        host.OnFeed(Item("rope", "Rope", "/rope.vtt"));

        Assert.Equal(2, await host.FetchAsync());

        Assert.Equal(catalogue, host.TextOf("index.json"));
        Assert.Empty(host.Requests);
        Assert.Contains("has an index.json that is not of a fetch", host.Output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_without_its_state_finds_its_files_again()
    {
        host.OnFeed(Item("rope", "Rope", "/rope.vtt") + Item("rope 2", "Rope", "/rope2.vtt"));
        host.On("/rope.vtt", Talks.VoicedVtt);
        host.On("/rope2.vtt", Talks.PlainVtt);
        await host.FetchAsync();
        var files = host.Files.ToList();
        Assert.Equal(2, files.Count);
        File.Delete(Path.Combine(host.Folder, ".fetch.json"));
        await File.WriteAllTextAsync(Path.Combine(host.Folder, ".fetch-0123.part"), "half", Cancellation);

        Assert.Equal(0, await host.FetchAsync());

        Assert.Equal(files, host.Files);
    }

    [Fact]
    public async Task A_run_that_is_stopped_goes_on_where_it_was()
    {
        using var stop = new CancellationTokenSource();
        host.OnFeed(Item("c", "C", "/c.vtt") + Item("b", "B", "/b.vtt") + Item("a", "A", "/a.vtt"));
        host.On("/a.vtt", Talks.VoicedVtt);
        host.On("/c.vtt", Talks.VoicedVtt);
        host.On("/b.vtt", async context =>
        {
            await stop.CancelAsync();
            await context.Response.WriteAsync(Talks.VoicedVtt, CancellationToken.None);
        });
        Assert.Equal(1, await host.FetchAsync(host.Address + FeedHost.FeedPath, [], stop.Token));
        Assert.Contains("Stopped", host.Output.ToString(), StringComparison.Ordinal);
        Assert.Equal(["2030-03-05 C.vtt"], host.Files);
        host.TakeRequests();
        host.On("/b.vtt", Talks.VoicedVtt);

        Assert.Equal(0, await host.FetchAsync());

        Assert.Equal(["pods.test/feed.xml", "pods.test/b.vtt", "pods.test/a.vtt"], host.TakeRequests());
        Assert.Equal(["2030-03-05 A.vtt", "2030-03-05 B.vtt", "2030-03-05 C.vtt"], host.Files);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(500)]
    public async Task One_that_cannot_be_had_costs_itself_and_is_asked_for_again(int status)
    {
        host.OnFeed(Item("gone", "Gone", "/gone.vtt") + Item("rope", "Rope", "/rope.vtt"), tag: "\"1\"");
        host.On("/rope.vtt", Talks.VoicedVtt, tag: "\"a\"");
        host.On("/gone.vtt", context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        Assert.Equal(1, await host.FetchAsync());
        Assert.Equal([Rope], host.Files);
        Assert.Contains($"failed   Gone: pods.test answers {status}.", host.Output.ToString(), StringComparison.Ordinal);
        Assert.Equal(status == 500 ? 3 : 1, host.TakeRequests().Count(request => request == "pods.test/gone.vtt"));

        host.On("/gone.vtt", Talks.VoicedVtt);
        Assert.Equal(0, await host.FetchAsync());
        Assert.Equal(["pods.test/feed.xml", "pods.test/gone.vtt"], host.TakeRequests());
        Assert.Equal(["2030-03-05 Gone.vtt", Rope], host.Files);
    }

    [Fact]
    public async Task A_page_in_a_transcript_s_place_is_not_saved_and_not_asked_for_again()
    {
        host.OnFeed(Item("rope", "Rope", "/rope.vtt"));
        host.On("/rope.vtt", "<!doctype html><title>Sign in</title><p>This is for members: sign in.</p>", "text/vtt");
        Assert.Equal(1, await host.FetchAsync());
        Assert.Contains("an import would find no transcript", host.Output.ToString(), StringComparison.Ordinal);
        host.TakeRequests();

        await host.FetchAsync();

        Assert.Empty(host.Files);
        Assert.Equal(["pods.test/feed.xml"], host.TakeRequests());
    }

    [Fact]
    public async Task A_file_that_is_gone_is_fetched_again()
    {
        host.OnFeed(Item("rope", "Rope", "/rope.vtt"), tag: "\"1\"");
        host.On("/rope.vtt", Talks.VoicedVtt, tag: "\"a\"");
        await host.FetchAsync();
        File.Delete(Path.Combine(host.Folder, Rope));

        Assert.Equal(0, await host.FetchAsync());

        Assert.Equal([Rope], host.Files);
    }

    [Fact]
    public async Task Two_episodes_with_one_title_on_one_day_are_two_files()
    {
        host.OnFeed(Item("a", "Rope", "/a.vtt") + Item("b", "ROPE", "/b.vtt"));
        host.On("/a.vtt", Talks.VoicedVtt);
        host.On("/b.vtt", Talks.VoicedVtt);

        Assert.Equal(0, await host.FetchAsync());
        Assert.Equal(2, host.Files.Count());
        Assert.Equal(2, host.Files.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        var files = host.Files.ToList();
        Assert.Equal(0, await host.FetchAsync("--recheck"));
        Assert.Equal(files, host.Files);
    }

    [Fact]
    public async Task An_episode_with_another_id_keeps_its_file()
    {
        host.OnFeed(Item("https://old.example/1", "Rope", "/rope.vtt"));
        host.On("/rope.vtt", Talks.VoicedVtt);
        await host.FetchAsync();
        host.OnFeed(Item("urn:new:1", "Rope, moved", "/rope.vtt"));

        Assert.Equal(0, await host.FetchAsync());

        Assert.Equal([Rope], host.Files);
    }

    [Fact]
    public async Task Languages_are_editions_where_they_are_asked_for()
    {
        host.OnFeed("""
            <item><title>Rope</title><guid>rope</guid><pubDate>Tue, 05 Mar 2030 06:00:00 GMT</pubDate>
            <podcast:transcript url="/zh.vtt" type="text/vtt" language="zh-CN"/><podcast:transcript url="/en.vtt" type="text/vtt" language="en"/>
            <podcast:transcript url="/de.srt" type="application/srt" language="de"/></item>
            """);
        host.On("/en.vtt", Talks.VoicedVtt);
        host.On("/zh.vtt", Talks.ChineseVtt);
        host.On("/de.srt", Talks.GermanSrt);

        Assert.Equal(0, await host.FetchAsync());
        Assert.Equal([Rope], host.Files);
        Assert.Equal(Talks.VoicedVtt, host.TextOf(Rope));

        Assert.Equal(0, await host.FetchAsync("--languages", "en,zh"));
        Assert.Equal(["2030-03-05 Rope.vtt", "2030-03-05 Rope.zh.vtt"], host.Files);
        Assert.Equal(0, await host.FetchAsync("--languages", "all"));
        Assert.Equal(["2030-03-05 Rope.de.srt", "2030-03-05 Rope.vtt", "2030-03-05 Rope.zh.vtt"], host.Files);
        Assert.Equal("zh", Entry("2030-03-05 Rope.zh.vtt")["language"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_language_that_the_words_do_not_have_is_not_believed()
    {
        host.OnFeed(Item("rope", "Rope", "/rope.vtt"));
        host.On("/rope.vtt", Talks.ChineseVtt);

        await host.FetchAsync();

        Assert.Equal("zh", Entry(Rope)["language"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_latest_are_those_with_the_latest_dates()
    {
        host.OnFeed(string.Concat(Enumerable.Range(1, 9).Select(day => Item($"{day}", $"Day {day}", $"/{day}.vtt", day))));
        foreach (var day in Enumerable.Range(1, 9))
        {
            host.On($"/{day}.vtt", Talks.VoicedVtt);
        }

        Assert.Equal(0, await host.FetchAsync("--latest", "2"));
        Assert.Equal(["2030-03-08 Day 8.vtt", "2030-03-09 Day 9.vtt"], host.Files);
        Assert.Equal(0, await host.FetchAsync());
        Assert.Equal(9, host.Files.Count());
    }

    [Fact]
    public async Task Two_feeds_share_a_folder()
    {
        host.OnFeed(Item("1", "Rope", "/a.vtt"));
        host.On("/other.xml", FeedHost.FeedOf(Item("1", "Rope", "/b.vtt")));
        host.On("/a.vtt", Talks.VoicedVtt);
        host.On("/b.vtt", Talks.PlainVtt);

        Assert.Equal(0, await host.FetchAsync());
        Assert.Equal(0, await host.FetchAsync(host.Address + "/other.xml", []));
        Assert.Equal(0, await host.FetchAsync("--recheck"));

        Assert.Equal(2, host.Files.Count());
        Assert.Equal(2, Catalogue()["episodes"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_feed_can_be_a_file()
    {
        var file = Path.Combine(Path.GetDirectoryName(host.Folder)!, "feed.xml");
        await File.WriteAllTextAsync(file, FeedHost.FeedOf(Item("1", "Rope", host.Address + "/a.vtt")), Cancellation);
        host.On("/a.vtt", Talks.VoicedVtt);

        Assert.Equal(0, await host.FetchAsync(file, []));

        Assert.Equal([Rope], host.Files);
    }

    [Theory]
    [InlineData("not a feed", "it is no RSS or Atom feed")]
    [InlineData("<html><body><item/></body></html>", "it is no RSS or Atom feed")]
    [InlineData("<rss><channel><item><title>Rope", "XML is broken")]
    [InlineData("<!DOCTYPE rss [<!ENTITY a \"aaa\">]><rss><channel><title>&a;</title></channel></rss>", "which is refused")]
    public async Task What_is_no_feed_is_said_to_be_none(string text, string reason)
    {
        host.On(FeedHost.FeedPath, text, "application/rss+xml");
        Assert.Equal(1, await host.FetchAsync());
        Assert.Contains(reason, host.Output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_one_fetch_at_a_time_is_at_work_in_a_folder()
    {
        Directory.CreateDirectory(host.Folder);
        host.OnFeed(Item("rope", "Rope", "/rope.vtt"));
        await using (new FileStream(Path.Combine(host.Folder, ".fetch.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.Equal(1, await host.FetchAsync());
        }

        Assert.Contains("another fetch is at work in it", host.Output.ToString(), StringComparison.Ordinal);
        Assert.Empty(host.Requests);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Item(string id, string title, params string[] transcripts) => Item(id, title, transcripts, 5);

    private static string Item(string id, string title, string transcript, int day) => Item(id, title, [transcript], day);

    private static string Item(string id, string title, string[] transcripts, int day) => $"""
        <item><title>{title}</title><guid isPermaLink="false">{id}</guid><pubDate>Tue, {day:00} Mar 2030 06:00:00 GMT</pubDate>
        {string.Concat(transcripts.Select(address => $"<podcast:transcript url=\"{address}\" type=\"{TypeOf(address)}\"/>"))}</item>
        """;

    private static string TypeOf(string address) => Path.GetExtension(address) switch
    {
        ".vtt" => "text/vtt",
        ".json" => "application/json",
        ".srt" => "application/srt",
        _ => "text/plain",
    };

    private JsonObject Catalogue() => JsonNode.Parse(host.TextOf("index.json"))!.AsObject();

    private JsonNode Entry(string file) =>
        Catalogue()["episodes"]!.AsArray().Single(entry => entry!["file"]!.GetValue<string>() == file)!;
}
