using System.Net;
using System.Text;
using System.Text.Json;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;

namespace PodcastInsights.Web.Tests;

public sealed class ExportsTests : IClassFixture<ExportsTests.TimedApp>
{
    private const string Timed = "tidal-stairs";
    private const string Untimed = "林晓雨";

    private readonly WebApp app;

    public ExportsTests(TimedApp timed)
    {
        ArgumentNullException.ThrowIfNull(timed);
        app = timed.App;
    }

    [Theory]
    [InlineData("md", "text/markdown; charset=utf-8")]
    [InlineData("txt", "text/plain; charset=utf-8")]
    [InlineData("json", "application/json")]
    [InlineData("vtt", "text/vtt; charset=utf-8")]
    [InlineData("srt", "application/x-subrip; charset=utf-8")]
    [InlineData("podcast.json", "application/json")]
    public async Task Each_format_is_a_download_that_is_read_again_as_the_same_turns(string format, string mediaType)
    {
        using var response = await app.Client.GetAsync($"/api/v1/episodes/{Timed}/export/{format}");
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var name = response.Content.Headers.ContentDisposition?.FileNameStar;

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(mediaType, response.Content.Headers.ContentType?.ToString());
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal($"{Timed}.en.{format.Split('.')[^1]}", name);

        var file = LibraryFile.Of("/library", $"/library/{name}");
        var read = TranscriptFile.Read(file, bytes).Edition;
        Assert.Equal(Timed, EpisodeSlug.From(file.Name).Value);
        var episode = await app.GetJsonAsync($"/api/v1/episodes/{Timed}");
        Assert.Equal(
            episode.GetProperty("turns").EnumerateArray()
                .Select(turn => (turn.GetProperty("speaker").GetString(), turn.GetProperty("startSeconds").GetDouble(), Words(turn))),
            read!.Turns
                .Select(turn => (turn.Speaker, turn.Start!.Value.Seconds, string.Join(' ', turn.Paragraphs.Select(p => p.Text)))));
    }

    [Fact]
    public async Task Sections_are_chapters_for_players()
    {
        using var response = await app.Client.GetAsync($"/api/v1/episodes/{SampleLibrary.Sections}/export/chapters.json");

        Assert.Equal("application/json+chapters", response.Content.Headers.ContentType?.ToString());
        Assert.Equal($"{SampleLibrary.Sections}.en.chapters.json", response.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal(
            [(12, "How it began"), (245, "A pendulum & its <weight>"), (570, "How it began")],
            JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync()).RootElement.GetProperty("chapters").EnumerateArray()
                .Select(chapter => (chapter.GetProperty("startTime").GetDouble(), chapter.GetProperty("title").GetString())));
    }

    [Theory]
    [InlineData("md")]
    [InlineData("txt")]
    [InlineData("json")]
    public async Task A_download_keeps_the_sections(string format)
    {
        var bytes = await app.Client.GetByteArrayAsync($"/api/v1/episodes/{SampleLibrary.Sections}/export/{format}");
        var read = TranscriptFile.Read(LibraryFile.Of("/library", $"/library/{SampleLibrary.Sections}.en.{format}"), bytes).Edition!;
        var episode = await app.GetJsonAsync($"/api/v1/episodes/{SampleLibrary.Sections}");

        Assert.Equal(
            episode.GetProperty("sections").EnumerateArray().Select(section => (
                section.GetProperty("title").GetString(),
                section.GetProperty("startSeconds") is { ValueKind: JsonValueKind.Number } start ? start.GetDouble() : (double?)null,
                section.GetProperty("turnId").GetString())),
            read.Sections.Select(section => ((string?)section.Title, section.Start?.Seconds, (string?)section.TurnId.ToString())));
    }

    [Fact]
    public async Task A_name_of_another_script_is_encoded_for_the_header()
    {
        using var response = await app.Client.GetAsync($"/api/v1/episodes/{Uri.EscapeDataString(Untimed)}/export/txt");

        var disposition = response.Content.Headers.GetValues("Content-Disposition").Single();
        Assert.Contains("filename*=UTF-8''%E6%9E%97%E6%99%93%E9%9B%A8.zh.txt", disposition, StringComparison.Ordinal);
        Assert.Contains("    因为木船会说话", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/episodes/nobody/export/md", HttpStatusCode.NotFound, "'nobody'")]
    [InlineData("/api/v1/episodes/tidal-stairs/export/docx", HttpStatusCode.NotFound, "'docx'")]
    [InlineData("/api/v1/episodes/jurgen-holm/export/vtt", HttpStatusCode.NotFound, "has no times")]
    [InlineData("/api/v1/episodes/tidal-stairs/export/chapters.json", HttpStatusCode.NotFound, "has no times")]
    [InlineData("/api/v1/episodes/tidal-stairs/export/md?lang=klingon", HttpStatusCode.BadRequest, "'lang'")]
    public async Task What_cannot_be_given_is_a_problem_that_says_why(string url, HttpStatusCode status, string reason) =>
        Assert.Contains(reason, (await app.GetJsonAsync(url, status)).GetProperty("detail").GetString(), StringComparison.Ordinal);

    [Fact]
    public async Task An_unchanged_download_is_not_sent_again()
    {
        var url = $"/api/v1/episodes/{Timed}/export/md";
        using var first = await app.Client.GetAsync(url);
        using var again = new HttpRequestMessage(HttpMethod.Get, url);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await app.Client.SendAsync(again);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task Head_tells_the_name_and_sends_nothing()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, $"/api/v1/episodes/{Timed}/export/srt");
        using var response = await app.Client.SendAsync(request);

        Assert.Equal($"{Timed}.en.srt", response.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Nothing_can_be_sent_to_a_download()
    {
        using var response = await app.Client.PostAsync($"/api/v1/episodes/{Timed}/export/md", new StringContent("x", Encoding.UTF8));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    private static string Words(JsonElement turn) =>
        string.Join(' ', turn.GetProperty("paragraphs").EnumerateArray().Select(paragraph => paragraph.GetProperty("text").GetString()));

    /// <summary>The sample library and an episode with times.</summary>
    public sealed class TimedApp : IAsyncLifetime
    {
        private const string Transcript = """
            Petra (00:00:05):
            How many stairs does the tide have, & who counts them? <b>Tell me.</b>

            Ida Brandt (00:00:11):
            Forty at spring tide. I count them every morning.

            (00:01:02):
            Bo: that is what the gulls call me.

            Petra (00:01:09):
            第一句。Ida: I see 2 ** 3.
            """;

        internal WebApp App { get; } = new(new Dictionary<string, string>());

        public async ValueTask InitializeAsync()
        {
            Directory.CreateDirectory(App.Transcripts);
            await File.WriteAllTextAsync(Path.Combine(App.Transcripts, "Tidal Stairs.md"), Transcript);
            await App.InitializeAsync();
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
