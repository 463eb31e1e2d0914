using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PodcastInsights.Web.Library;

namespace PodcastInsights.Web.Tests.Pages;

public sealed class StatusPageTests
{
    [Fact]
    public async Task A_file_that_failed_is_named_with_its_reason_and_the_answer_is_never_kept()
    {
        await using var app = await StartAsync(transcripts => File.WriteAllBytes(Path.Combine(transcripts, "binary.md"), [0x41, 0x00, 0x42]));

        var page = await app.GetPageAsync("/status");

        Assert.Contains("binary.md", page.Value, StringComparison.Ordinal);
        Assert.Contains("such as NUL", page.Value, StringComparison.Ordinal);
        Assert.Contains(app.Transcripts, page.Value, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(app.Folder, "library.db"), page.Value, StringComparison.Ordinal);
        const int Written = SampleLibrary.EpisodeCount;
        Assert.Contains($"{Written} written, 0 unchanged, 0 removed, 1 failed", page.Value, StringComparison.Ordinal);
        Assert.Contains("0 not transcripts", page.Value, StringComparison.Ordinal);
        using var answer = await app.Client.GetAsync("/status");
        Assert.Null(answer.Headers.ETag);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Theory]
    [InlineData("", "It is a recording or a picture.", "It is a lock or a temporary file of another program.", "Nobody speaks in it.")]
    [InlineData("/zh", "这是录音、录像或图片。", "这是其他程序的锁文件或临时文件。", "其中没有人说话。")]
    public async Task A_file_that_is_no_transcript_is_named_with_its_reason(string language, string media, string temporary, string silent)
    {
        await using var app = await StartAsync(transcripts =>
        {
            File.WriteAllText(Path.Combine(transcripts, "talk <b>.mp3"), "");
            File.WriteAllText(Path.Combine(transcripts, "~$talk.md"), "");
            File.WriteAllText(Path.Combine(transcripts, "list.json"), "[1, 2]");
            for (var i = 0; i < 120; i++)
            {
                File.WriteAllText(Path.Combine(transcripts, $"cover {i:000}.jpg"), "");
            }
        });

        var pages = new List<string>();
        for (var next = $"{language}/status?show=skipped"; next is not null;)
        {
            var page = await app.GetPageAsync(next);
            pages.Add(page.Value);
            next = page.All("a").Where(link => (string?)link.Attribute("rel") == "next").Select(link => (string?)link.Attribute("href")).SingleOrDefault();
        }

        Assert.Equal(3, pages.Count);
        Assert.All(["talk <b>.mp3", "list.json", "~$talk.md", media, temporary, silent], text => Assert.Contains(text, pages[2], StringComparison.Ordinal));
        Assert.Contains("cover 000.jpg", pages[0], StringComparison.Ordinal);
        Assert.DoesNotContain("list.json", pages[0], StringComparison.Ordinal);
        Assert.Contains("123", pages[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_are_chosen_by_what_is_said_of_them()
    {
        await using var app = await StartAsync(transcripts => File.WriteAllBytes(Path.Combine(transcripts, "binary.md"), [0x41, 0x00, 0x42]));

        foreach (var (query, isThere, isNotThere) in new[]
        {
            ("show=error", "binary.md", "Mira Okafor.md"), ("code=file.binary", "binary.md", "Mira Okafor.md"),
            ("q=OKAFOR", "Mira Okafor.md", "binary.md"), ("after=c", "file.binary", "binary.md"), ("show=nonsense", "binary.md", "No file matches"),
            ("q=" + new string('x', 5000), "No file matches", "Mira Okafor.md"),
        })
        {
            var page = (await app.GetPageAsync($"/status?{query}")).Value;
            Assert.Contains(isThere, page, StringComparison.Ordinal);
            Assert.DoesNotContain(isNotThere, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Other_clients_see_counts_and_no_file_folder_or_database()
    {
        await using var app = await StartAsync(transcripts => File.WriteAllBytes(Path.Combine(transcripts, "binary.md"), [0x41, 0x00, 0x42]));

        var page = await AskAsStrangerAsync(app, "/status");
        Assert.All(["1 failed", "file.binary"], text => Assert.Contains(text, page, StringComparison.Ordinal));
        Assert.All(["binary.md", app.Folder], text => Assert.DoesNotContain(text, page, StringComparison.Ordinal));

        var status = await AskAsStrangerAsync(app, "/api/v1/status");
        Assert.Contains("\"details\":false", status, StringComparison.Ordinal);
        Assert.DoesNotContain(app.Folder, status, StringComparison.Ordinal);

        foreach (var list in new[] { "files", "names", "addresses" })
        {
            using var request = AsStranger($"/api/v1/status/{list}");
            using var answer = await app.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        // Whoever asks next is told as much as is for them.
        Assert.Contains("binary.md", (await app.GetPageAsync("/status")).Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_says_the_same_as_the_page()
    {
        await using var app = await StartAsync(transcripts => File.WriteAllBytes(Path.Combine(transcripts, "binary.md"), [0x41, 0x00, 0x42]));

        var status = await app.GetJsonAsync("/api/v1/status");
        Assert.Equal(SampleLibrary.EpisodeCount, status.GetProperty("episodes").GetInt32());
        Assert.Equal(app.Transcripts, status.GetProperty("folder").GetString());
        Assert.Equal(1, status.GetProperty("lastImport").GetProperty("failed").GetInt32());
        Assert.Equal("error", status.GetProperty("diagnostics")[0].GetProperty("severity").GetString());

        var files = await app.GetJsonAsync("/api/v1/status/files?show=error");
        var file = Assert.Single(files.GetProperty("items").EnumerateArray());
        Assert.Equal("binary.md", file.GetProperty("path").GetString());
        Assert.Equal("file.binary", file.GetProperty("diagnostics")[0].GetProperty("code").GetString());
        Assert.Equal(0, (await app.GetJsonAsync("/api/v1/status/addresses")).GetProperty("total").GetInt32());
        await app.GetJsonAsync("/api/v1/status/addresses?page=0", HttpStatusCode.BadRequest);
        await app.GetJsonAsync("/api/v1/status/names");
    }

    [Theory]
    [InlineData("/", "Episodes read so far: 120 of 500. About 31 seconds left.")]
    [InlineData("/zh/", "已查看 500 期节目中的 120 期。大约还需 31 秒。")]
    public async Task The_status_page_shows_the_progress_of_an_import(string home, string progress)
    {
        await using var app = await StartAsync(_ => { });
        app.Services.GetRequiredService<LibraryState>().GoesOn(new ImportUnderWay(120, 500, TimeSpan.FromSeconds(30.5)));

        Assert.Contains(progress, (await app.GetPageAsync($"{home}status")).Text().Replace("。 ", "。", StringComparison.Ordinal), StringComparison.Ordinal);
        var status = await app.GetJsonAsync("/api/v1/status");
        Assert.Equal(30.5, status.GetProperty("underWay").GetProperty("secondsLeft").GetDouble());
    }

    [Theory]
    [InlineData("/", "Episodes read so far: 1,200 of 5,000.")]
    [InlineData("/zh/episodes", "已查看 5,000 期节目中的 1,200 期。")]
    public async Task Until_the_first_import_is_done_every_page_says_how_far_it_is(string url, string progress)
    {
        await using var app = new WebApp([])
        {
            Configure = services => services.Remove(services.Single(service => service.ImplementationType == typeof(LibraryImportService))),
        };
        Directory.CreateDirectory(app.Transcripts);
        app.StartServer();
        using var client = app.CreateClient();
        Assert.DoesNotContain(progress, await client.GetStringAsync(url), StringComparison.Ordinal);

        app.Services.GetRequiredService<LibraryState>().GoesOn(new ImportUnderWay(1200, 5000, null));

        Assert.Contains(progress, await client.GetStringAsync(url), StringComparison.Ordinal);
    }

    private static async Task<WebApp> StartAsync(Action<string> write)
    {
        var app = new WebApp([]);
        Directory.CreateDirectory(app.Transcripts);
        write(app.Transcripts);
        await app.InitializeAsync();
        return app;
    }

    private static HttpRequestMessage AsStranger(string url) =>
        new(HttpMethod.Get, url) { Headers = { { "X-Forwarded-For", "192.0.2.7" } } };

    private static async Task<string> AskAsStrangerAsync(WebApp app, string url)
    {
        using var request = AsStranger(url);
        using var answer = await app.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }
}
