using System.Net;
using System.Net.Http.Headers;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Recordings;

namespace PodcastInsights.Web.Tests.Recordings;

public sealed class RecordingEndpointsTests(HeardLibrary heard) : IClassFixture<HeardLibrary>
{
    private const string Address = $"/recordings/{HeardLibrary.Timed}";

    private HttpClient Client => heard.App.Client;

    private byte[] Bytes => File.ReadAllBytes(heard.Recording);

    [Fact]
    public async Task The_whole_file_is_sent_with_its_type_and_a_tag()
    {
        var answer = await Client.GetAsync(Address, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("audio/wav", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("bytes", answer.Headers.AcceptRanges.ToString());
        Assert.Equal(Bytes.LongLength, answer.Content.Headers.ContentLength);
        Assert.NotNull(answer.Headers.ETag);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Empty(answer.Content.Headers.ContentEncoding);
        Assert.Equal(Bytes, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("bytes=0-0", 0, 0)]
    [InlineData("bytes=100-299", 100, 299)]
    [InlineData("bytes=640000-", 640000, 640043)]
    [InlineData("bytes=-44", 640000, 640043)]
    [InlineData("bytes=640000-99999999999", 640000, 640043)]
    public async Task A_range_is_sent_alone(string range, long first, long last)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address) { Headers = { Range = RangeHeaderValue.Parse(range) } };
        var answer = await Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal($"bytes {first}-{last}/{Bytes.Length}", answer.Content.Headers.ContentRange!.ToString());
        Assert.Equal(Bytes[(int)first..((int)last + 1)], await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_range_behind_the_end_is_refused_with_the_length()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address) { Headers = { Range = new RangeHeaderValue(9_000_000, null) } };
        var answer = await Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, answer.StatusCode);
        Assert.Equal($"bytes */{Bytes.Length}", answer.Content.Headers.ContentRange!.ToString());
    }

    [Theory]
    [InlineData("bytes=abc")]
    [InlineData("lines=1-2")]
    [InlineData("bytes=5-2")]
    [InlineData("bytes=0-1,5-6")]
    public async Task A_range_that_cannot_be_sent_alone_is_answered_with_the_whole(string range)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, Address);
        request.Headers.TryAddWithoutValidation("Range", range);
        var answer = await Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Bytes.LongLength, answer.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task A_cached_response_is_not_sent_again_and_HEAD_has_no_body()
    {
        var tag = await RestingTagAsync();
        using var known = new HttpRequestMessage(HttpMethod.Get, Address) { Headers = { IfNoneMatch = { tag } } };
        Assert.Equal(HttpStatusCode.NotModified, (await Client.SendAsync(known, TestContext.Current.CancellationToken)).StatusCode);

        using var head = new HttpRequestMessage(HttpMethod.Head, Address);
        var answer = await Client.SendAsync(head, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Bytes.LongLength, answer.Content.Headers.ContentLength);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_piece_of_a_file_that_has_been_replaced_is_not_sent()
    {
        var tag = await RestingTagAsync();
        Assert.Equal(HttpStatusCode.PartialContent, await StatusIfAsync(tag));
        Assert.Equal(HttpStatusCode.OK, await StatusIfAsync(new EntityTagHeaderValue("\"another\"")));

        File.SetLastWriteTimeUtc(heard.Recording, new DateTime(2021, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(HttpStatusCode.OK, await StatusIfAsync(tag));

        async Task<HttpStatusCode> StatusIfAsync(EntityTagHeaderValue given)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Address)
            {
                Headers = { Range = new RangeHeaderValue(10, 20), IfRange = new RangeConditionHeaderValue(given) },
            };
            return (await Client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode;
        }
    }

    [Fact]
    public async Task A_file_that_was_just_changed_has_a_weak_tag()
    {
        File.SetLastWriteTimeUtc(heard.Recording, new DateTime(2200, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        using var request = new HttpRequestMessage(HttpMethod.Head, Address);

        Assert.True((await Client.SendAsync(request, TestContext.Current.CancellationToken)).Headers.ETag!.IsWeak);
    }

    [Theory]
    [InlineData("/recordings/nobody")]
    [InlineData($"/recordings/{HeardLibrary.Remote}")]
    [InlineData($"{Address}?lang=zh")]
    [InlineData("/recordings/..%2f..%2fetc%2fpasswd")]
    [InlineData("/recordings/Tin%20Whistle.wav")]
    [InlineData("/recordings/")]
    public async Task Only_an_episodes_own_recording_has_an_address(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);

    [Fact]
    public void What_an_import_has_written_down_is_read_only_where_it_still_lies_in_the_folder()
    {
        var folder = Directory.CreateTempSubdirectory("podcast-insights-").FullName;
        try
        {
            var library = Directory.CreateDirectory(Path.Combine(folder, "library")).FullName;
            File.WriteAllText(Path.Combine(folder, "secret.mp3"), "secret");
            File.WriteAllText(Path.Combine(library, "own.mp3"), "own");
            File.WriteAllText(Path.Combine(library, "empty.mp3"), "");
            File.CreateSymbolicLink(Path.Combine(library, "link.mp3"), Path.Combine(folder, "secret.mp3"));
            File.CreateSymbolicLink(Path.Combine(library, "inside.mp3"), Path.Combine(library, "own.mp3"));
            Directory.CreateSymbolicLink(Path.Combine(library, "up"), folder);
            Directory.CreateDirectory(Path.Combine(library, "folder.mp3"));

            using var own = RecordingFile.Open(library, "own.mp3", TimeProvider.System)!.Content;
            Assert.Equal(3, own.Length);
            foreach (var path in (string[])["link.mp3", "inside.mp3", "up/secret.mp3", "../secret.mp3", "/etc/passwd", "empty.mp3", "folder.mp3", "gone.mp3", "a\0b.mp3"])
            {
                Assert.Null(RecordingFile.Open(library, path, TimeProvider.System));
            }

            Assert.Null(RecordingFile.Open(library + "rary", "own.mp3", TimeProvider.System));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_page_may_play_from_the_site_and_from_the_hosts_that_are_named()
    {
        var answer = await Client.GetAsync($"/episodes/{HeardLibrary.Timed}", TestContext.Current.CancellationToken);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();

        Assert.Contains("media-src 'self' https://media.whistle.example https://*.bells.example;", policy + ";", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HeardLibrary.Timed, "<audio controls preload=\"none\" src=\"/recordings/tin-whistle\">", "/recordings/tin-whistle#t=4\"")]
    [InlineData(HeardLibrary.Timeless, "src=\"/recordings/reed-pipe\">", "scripts/player")]
    [InlineData(HeardLibrary.Remote, "src=\"https://cdn.bells.example/one.mp3?from=feed\">", "https://cdn.bells.example/one.mp3?from=feed#t=5\"")]
    public async Task A_page_without_scripts_has_a_plain_player_and_its_times_lead_into_the_recording(string slug, string player, string moment)
    {
        var html = WebUtility.HtmlDecode(await Client.GetStringAsync($"/episodes/{slug}", TestContext.Current.CancellationToken));

        Assert.Contains(player, html, StringComparison.Ordinal);
        Assert.Contains(moment, html, StringComparison.Ordinal);
        Assert.Contains("\"@type\":\"AudioObject\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_kind_is_documented_with_its_type()
    {
        var lines = File.ReadAllLines(Path.Combine(Artifacts.Root, "docs", "operations.md"));

        Assert.All(RecordingKind.All, kind => Assert.Contains(lines, line =>
            line.Contains($"`{kind.Ending}`", StringComparison.Ordinal) && line.Contains($"| `{kind.MediaType}` |", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Where_nothing_can_be_played_there_is_no_player()
    {
        var html = await Client.GetStringAsync($"/episodes/{HeardLibrary.Elsewhere}", TestContext.Current.CancellationToken);

        Assert.DoesNotContain("class=\"player\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("scripts/player", html, StringComparison.Ordinal);
        Assert.Contains("https://other.example/one.mp3#t=5", html, StringComparison.Ordinal);
    }

    /// <summary>A tag that holds pieces together: of a file that has rested.</summary>
    private async Task<EntityTagHeaderValue> RestingTagAsync()
    {
        File.SetLastWriteTimeUtc(heard.Recording, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        using var request = new HttpRequestMessage(HttpMethod.Head, Address);
        return (await Client.SendAsync(request, TestContext.Current.CancellationToken)).Headers.ETag!;
    }
}
