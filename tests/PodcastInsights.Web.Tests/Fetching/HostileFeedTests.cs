using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using PodcastInsights.Core.Importing;
using PodcastInsights.Web.Fetching;

namespace PodcastInsights.Web.Tests.Fetching;

public sealed class HostileFeedTests : IAsyncLifetime
{
    private FeedHost host = null!;

    public async ValueTask InitializeAsync() => host = await FeedHost.StartAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task No_title_leads_out_of_the_folder_or_to_a_name_that_some_system_does_not_take()
    {
        string[] titles =
        [
            "../../etc/passwd", "..\\..\\windows\\system32", "/etc/passwd", "C:\\con", "CON", "nul.txt", "COM1", "aux", ".hidden", "..", ".", "-rf", "~", "~$lock",
            "a/b/c", "a\tb", "index", "speakers", ".alternates", "transcript", "name.zh", "Amazon.de", "end.", "end ", "x.part", "x.tmp", "#x#", new string('a', 300),
            new string('绳', 300), "ab\u202Egnp.exe", "\u200F\u200F", "\u0301\u0301\u0301", "e\u0301te\u0301", "\U0001F468\u200D\U0001F469\u200D\U0001F467 family", "&#0;nul", "&#x1b;[31mred",
            "a (conflicted copy 2030-01-01)", "x.sync-conflict-20300101-101010-ABCDEFG", "CON", "con", "Con ", "a*b?c|d<e>f\"g", "https://evil.example/x.vtt", "\uFF0E\uFF0E\uFF0Fetc", "😀😀😀", "&#xD800;",
        ];
        host.OnFeed(string.Concat(titles.Select((title, i) => $"<item><title>{WebUtility.HtmlEncode(title).Replace("&amp;#", "&#", StringComparison.Ordinal)}</title><guid>{i}</guid>"
            + $"{(i % 2 == 0 ? "<pubDate>Tue, 05 Mar 2030 06:00:00 GMT</pubDate>" : "")}<podcast:transcript url=\"/{i}.vtt\" type=\"text/vtt\"/></item>")));
        for (var i = 0; i < titles.Length; i++)
        {
            host.On($"/{i}.vtt", Talks.VoicedVtt);
        }

        Assert.Equal(0, await host.FetchAsync());

        var files = host.Files.ToList();
        Assert.Equal(titles.Length, files.Count);
        Assert.Equal(files.Count, files.Select(name => name.Normalize()).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(["talks"], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(host.Folder)!).Select(Path.GetFileName));
        Assert.All(files, name => Assert.Matches(@"^[^ .~#-][^<>:""/\\|?*\p{Cc}\p{Cf}]{0,120}\.vtt$", name));
        Assert.All(files, name => Assert.DoesNotMatch(@"^(?i:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)|[ .]\.vtt$", name));
        Assert.All(files, name => Assert.True(Encoding.UTF8.GetByteCount(name) <= 240));
        Assert.DoesNotContain(host.Output.ToString(), character => char.IsControl(character) && character is not ('\n' or '\r'));

        // An import treats each as an episode of its own.
        var listing = LibraryFolder.List(host.Folder);
        Assert.Equal(titles.Length, listing.Episodes.Count);
        Assert.All(listing.Episodes, episode => Assert.Null(episode.Files.Single().Language));
    }

    [Theory]
    [InlineData("http://127.0.0.2:{port}/secret")]
    [InlineData("http://10.0.0.1/secret")]
    [InlineData("http://[::1]:{port}/secret")]
    [InlineData("http://[::ffff:127.0.0.2]:{port}/secret")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://2852039166/latest/meta-data/")]
    [InlineData("http://0x7f000002:{port}/secret")]
    [InlineData("http://inside.test:{port}/secret")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://pods.test/secret")]
    [InlineData("gopher://pods.test/secret")]
    [InlineData("http://me:secret@pods.test:{port}/secret")]
    [InlineData("data:text/plain,Mara%3A%20hello")]
    public async Task Nothing_inside_is_asked_whether_named_or_redirected_to(string address)
    {
        host.Names["inside.test"] = new([IPAddress.Parse("127.0.0.2")]);
        var inside = address.Replace("{port}", $"{host.Port}", StringComparison.Ordinal);
        host.OnFeed($"""
            <item><title>Named</title><guid>1</guid><podcast:transcript url="{inside}" type="text/vtt"/></item>
            <item><title>Redirected</title><guid>2</guid><podcast:transcript url="/r.vtt" type="text/vtt"/></item>
            """);
        host.On("/r.vtt", context =>
        {
            context.Response.Redirect(inside);
            return Task.CompletedTask;
        });
        host.On("/secret", Talks.VoicedVtt);

        Assert.Equal(1, await host.FetchAsync());

        Assert.Empty(host.Files);
        Assert.DoesNotContain(host.Requests, request => request.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_name_that_leads_inside_when_it_is_asked_for_again_is_refused_then()
    {
        host.Names["rebind.test"] = new([IPAddress.Loopback, IPAddress.Parse("127.0.0.2")]);
        host.On("/a.vtt", async context =>
        {
            context.Response.Headers.Connection = "close";
            await context.Response.WriteAsync(Talks.VoicedVtt);
        });
        host.On("/b.vtt", Talks.VoicedVtt);
        host.OnFeed($"""
            <item><title>First</title><guid>1</guid><podcast:transcript url="http://rebind.test:{host.Port}/a.vtt" type="text/vtt"/></item>
            <item><title>Second</title><guid>2</guid><podcast:transcript url="http://rebind.test:{host.Port}/b.vtt" type="text/vtt"/></item>
            """);

        Assert.Equal(1, await host.FetchAsync());

        Assert.Single(host.Files);
        Assert.DoesNotContain("rebind.test/b.vtt", host.Requests);
        Assert.Contains("--allow-private permits it", host.Output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Private_addresses_are_asked_where_that_is_allowed()
    {
        host.Names["inside.test"] = new([IPAddress.Loopback]);
        host.OnFeed($"""<item><title>In</title><guid>1</guid><podcast:transcript url="http://inside.test:{host.Port}/a.vtt" type="text/vtt"/></item>""");
        host.On("/a.vtt", Talks.VoicedVtt);
        Assert.Equal(0, await host.FetchAsync("--allow-private"));
        Assert.Single(host.Files);
    }

    [Fact]
    public async Task Redirects_end()
    {
        host.OnFeed("""<item><title>Round</title><guid>1</guid><podcast:transcript url="/a?0" type="text/vtt"/></item>""");
        var hops = 0;
        host.On("/a", context =>
        {
            context.Response.Redirect($"/a?{++hops}");
            return Task.CompletedTask;
        });
        Assert.Equal(1, await host.FetchAsync());
        Assert.Equal(6, host.Requests.Count(request => request.Contains("/a?", StringComparison.Ordinal)));
        Assert.Contains("redirected more than 5 times", host.Output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("none")]
    [InlineData("length")]
    public async Task What_is_huge_is_left_when_it_has_given_its_share(string packing)
    {
        host.Limits = new FetchLimits { TranscriptBytes = 1 << 20 };
        var sent = 0;
        host.OnFeed("""<item><title>Huge</title><guid>1</guid><podcast:transcript url="/huge.vtt" type="text/vtt"/></item>""");
        host.On("/huge.vtt", async context =>
        {
            if (packing == "length")
            {
                context.Response.ContentLength = 1L << 40;
            }
            else if (packing != "none")
            {
                context.Response.Headers.ContentEncoding = packing;
            }

            await using var body = packing switch
            {
                "gzip" => new GZipStream(context.Response.Body, CompressionLevel.Optimal),
                "br" => new BrotliStream(context.Response.Body, CompressionLevel.Fastest),
                _ => context.Response.Body,
            };
            var block = new byte[1 << 20];
            for (; sent < 1000 && !context.RequestAborted.IsCancellationRequested; sent++)
            {
                await body.WriteAsync(block, context.RequestAborted);
                await body.FlushAsync(context.RequestAborted);
            }
        });

        Assert.Equal(1, await host.FetchAsync());

        Assert.Contains("failed   Huge: it has more than 1 MiB.", host.Output.ToString(), StringComparison.Ordinal);
        Assert.Empty(host.Files);
    }

    [Fact]
    public async Task A_slow_request_body_has_the_same_time_limit()
    {
        var clock = new FakeTimeProvider();
        var (dropped, gone) = (new TaskCompletionSource(), new TaskCompletionSource());
        host.Clock = clock;
        host.Limits = new FetchLimits { Tries = 1 };
        host.OnFeed("""
            <item><title>Slow</title><guid>1</guid><podcast:transcript url="/slow.vtt" type="text/vtt"/></item>
            <item><title>Quick</title><guid>2</guid><podcast:transcript url="/quick.vtt" type="text/vtt"/></item>
            """);
        host.On("/quick.vtt", Talks.VoicedVtt);
        host.On("/slow.vtt", async context =>
        {
            await context.Response.WriteAsync("WEBVTT\n\n");
            await context.Response.Body.FlushAsync();
            dropped.SetResult();
            await gone.Task;
        });

        var fetching = host.FetchAsync();
        await dropped.Task;
        clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(1, await fetching);
        gone.SetResult();

        Assert.Contains("failed   Slow: it was not sent within 60 s.", host.Output.ToString(), StringComparison.Ordinal);
        Assert.Single(host.Files);
    }

    [Fact]
    public async Task One_address_in_thousands_of_episodes_is_asked_for_once()
    {
        host.OnFeed(string.Concat(Enumerable.Range(0, 3000).Select(
            i => $"<item><title>Episode {i}</title><guid>{i}</guid><podcast:transcript url=\"/one.vtt\" type=\"text/vtt\"/></item>")));
        host.On("/one.vtt", Talks.VoicedVtt);

        Assert.Equal(0, await host.FetchAsync());

        Assert.Single(host.Requests, request => request == "pods.test/one.vtt");
        Assert.Single(host.Files);
        Assert.Contains("2999 without a transcript", host.Output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shared_id_and_thousands_of_links_in_one_item_are_handled()
    {
        host.OnFeed(string.Concat(Enumerable.Range(0, 3).Select(
            i => $"<item><title>Episode {i}</title><guid>https://harbour.example</guid><enclosure url=\"https://x.example/{i}.mp3\"/><podcast:transcript url=\"/{i}.vtt\" type=\"text/vtt\"/></item>"))
            + $"<item><title>Many</title><guid>many</guid>{string.Concat(Enumerable.Range(0, 5000).Select(i => $"<podcast:transcript url=\"/m{i}.vtt\" type=\"text/vtt\"/>"))}</item>");
        for (var i = 0; i < 3; i++)
        {
            host.On($"/{i}.vtt", Talks.VoicedVtt);
        }

        Assert.Equal(1, await host.FetchAsync());

        Assert.Equal(3, host.Files.Count());
        Assert.Equal(4, host.Requests.Count(request => request.Contains("/m", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_host_that_fails_all_the_time_is_left_alone()
    {
        host.OnFeed(string.Concat(Enumerable.Range(0, 50).Select(
            i => $"<item><title>Episode {i}</title><guid>{i}</guid><podcast:transcript url=\"http://down.test:{host.Port}/{i}.vtt\" type=\"text/vtt\"/></item>")));
        for (var i = 0; i < 50; i++)
        {
            host.On($"/{i}.vtt", context =>
            {
                context.Response.StatusCode = 503;
                return Task.CompletedTask;
            });
        }

        Assert.Equal(1, await host.FetchAsync());

        Assert.Equal(6, host.Requests.Count(request => request.StartsWith("down.test", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"feeds": null}""")]
    [InlineData("""{"feeds": {"x": null, "{feed}": {"episodes": {"1": null, "2": {"name": null}, "3": {"name": "a", "files": [null]}, "4": {"name": "b", "files": [{"name": "b.vtt"}]}}}}}""")]
    public async Task A_state_that_is_broken_is_none(string state)
    {
        Directory.CreateDirectory(host.Folder);
        var text = state.Replace("{feed}", $"//pods.test:{host.Port}/feed.xml", StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(host.Folder, ".fetch.json"), text, TestContext.Current.CancellationToken);
        host.OnFeed("""<item><title>Rope</title><guid>1</guid><podcast:transcript url="/a.srt" type="application/srt"/></item>""");
        host.On("/a.srt", Talks.Srt);

        Assert.Equal(0, await host.FetchAsync());

        Assert.Single(host.Files);
    }

    [Fact]
    public async Task A_state_that_somebody_has_edited_leads_nowhere()
    {
        var outside = Path.Combine(Path.GetDirectoryName(host.Folder)!, "mine.vtt");
        await File.WriteAllTextAsync(outside, Talks.VoicedVtt, TestContext.Current.CancellationToken);
        host.OnFeed("""<item><title>Rope</title><guid>1</guid><podcast:transcript url="/a.srt" type="application/srt"/></item>""");
        host.On("/a.srt", Talks.Srt);
        await host.FetchAsync();
        var state = Path.Combine(host.Folder, ".fetch.json");
        var text = (await File.ReadAllTextAsync(state, TestContext.Current.CancellationToken)).Replace(host.Files.Single(), "../mine.vtt", StringComparison.Ordinal);
        await File.WriteAllTextAsync(state, text, TestContext.Current.CancellationToken);

        Assert.Equal(0, await host.FetchAsync("--recheck"));

        Assert.Equal(Talks.VoicedVtt, await File.ReadAllTextAsync(outside, TestContext.Current.CancellationToken));
        Assert.Single(host.Files);
    }
}
