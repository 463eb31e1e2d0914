using Microsoft.AspNetCore.Http;

namespace PodcastInsights.Web.Tests.Fetching;

/// <summary>The requests of a fetch to feeds and transcripts.</summary>
public sealed class FeedFetchTests : IAsyncLifetime
{
    private const string Rope = "2030-03-05 Rope.vtt";

    private FeedHost host = null!;

    public async ValueTask InitializeAsync() => host = await FeedHost.StartAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_feed_that_has_not_changed_costs_one_request()
    {
        host.OnFeed(FeedHost.ItemOf("rope", "Rope", "/rope.vtt"), tag: "\"1\"");
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
        host.OnFeed(FeedHost.ItemOf("rope", "Rope", "/rope.vtt") + FeedHost.ItemOf("tide", "Tide", "/tide.vtt"), tag: "\"1\"");
        host.On("/rope.vtt", Talks.VoicedVtt, tag: "\"a\"");
        host.On("/tide.vtt", Talks.VoicedVtt, tag: "\"b\"");
        Assert.Equal(0, await host.FetchAsync());
        host.TakeRequests();

        // One is new; one has another title, so its transcript may have changed too.
        host.OnFeed(FeedHost.ItemOf("new", "New", "/new.srt") + FeedHost.ItemOf("rope", "Rope, mended", "/rope.vtt") + FeedHost.ItemOf("tide", "Tide", "/tide.vtt"), tag: "\"2\"");
        host.On("/new.srt", Talks.Srt);
        Assert.Equal(0, await host.FetchAsync());

        Assert.Equal(["pods.test/feed.xml", "pods.test/new.srt", "pods.test/rope.vtt"], host.TakeRequests().Order());
        Assert.Equal(["2030-03-05 New.srt", Rope, "2030-03-05 Tide.vtt"], host.Files);
        Assert.Equal("Rope, mended", host.Entry(Rope)["title"]!.GetValue<string>());
        Assert.Contains("1 new, 0 changed, 1 described anew, 1 unchanged", host.Output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_stopped_goes_on_where_it_was()
    {
        using var stop = new CancellationTokenSource();
        host.OnFeed(FeedHost.ItemOf("c", "C", "/c.vtt") + FeedHost.ItemOf("b", "B", "/b.vtt") + FeedHost.ItemOf("a", "A", "/a.vtt"));
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
        host.OnFeed(FeedHost.ItemOf("gone", "Gone", "/gone.vtt") + FeedHost.ItemOf("rope", "Rope", "/rope.vtt"), tag: "\"1\"");
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
        host.OnFeed(FeedHost.ItemOf("rope", "Rope", "/rope.vtt"));
        host.On("/rope.vtt", "<!doctype html><title>Sign in</title><p>This is for members: sign in.</p>", "text/vtt");
        Assert.Equal(1, await host.FetchAsync());
        Assert.Contains("an import would find no transcript", host.Output.ToString(), StringComparison.Ordinal);
        host.TakeRequests();

        await host.FetchAsync();

        Assert.Empty(host.Files);
        Assert.Equal(["pods.test/feed.xml"], host.TakeRequests());
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
        Assert.Equal("zh", host.Entry("2030-03-05 Rope.zh.vtt")["language"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_declared_language_that_the_words_contradict_is_ignored()
    {
        host.OnFeed(FeedHost.ItemOf("rope", "Rope", "/rope.vtt"));
        host.On("/rope.vtt", Talks.ChineseVtt);

        await host.FetchAsync();

        Assert.Equal("zh", host.Entry(Rope)["language"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_latest_are_those_with_the_latest_dates()
    {
        host.OnFeed(string.Concat(Enumerable.Range(1, 9).Select(day => FeedHost.ItemOf($"{day}", $"Day {day}", $"/{day}.vtt", day))));
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
    public async Task A_feed_can_be_a_file()
    {
        var file = Path.Combine(Path.GetDirectoryName(host.Folder)!, "feed.xml");
        await File.WriteAllTextAsync(file, FeedHost.FeedOf(FeedHost.ItemOf("1", "Rope", host.Address + "/a.vtt")), Cancellation);
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

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
