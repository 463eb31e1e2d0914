namespace PodcastInsights.Web.Tests.Pages;

public sealed class StatusPageTests
{
    [Fact]
    public async Task A_file_that_failed_is_named_with_its_reason_and_the_answer_is_never_kept()
    {
        await using var app = new WebApp([]);
        Directory.CreateDirectory(app.Transcripts);
        await File.WriteAllBytesAsync(Path.Combine(app.Transcripts, "binary.md"), [0x41, 0x00, 0x42]);
        await app.InitializeAsync();

        var page = await app.GetPageAsync("/status");

        Assert.Contains("binary.md", page.Value, StringComparison.Ordinal);
        Assert.Contains("such as NUL", page.Value, StringComparison.Ordinal);
        Assert.DoesNotContain(app.Folder, page.Value, StringComparison.Ordinal);
        const int Written = SampleLibrary.EpisodeCount;
        Assert.Contains($"{Written} written, 0 unchanged, 0 removed, 1 files failed", page.Value, StringComparison.Ordinal);
        Assert.Contains("0 no transcripts", page.Value, StringComparison.Ordinal);
        using var answer = await app.Client.GetAsync("/status");
        Assert.Null(answer.Headers.ETag);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Theory]
    [InlineData("", "It is a recording or a picture.", "It is a lock or a temporary file of another program.", "Nobody speaks in it.")]
    [InlineData("/zh", "这是录音、录像或图片。", "这是其他程序的锁文件或临时文件。", "其中没有人说话。")]
    public async Task A_file_that_is_no_transcript_is_named_with_its_reason(string language, string media, string temporary, string silent)
    {
        await using var app = new WebApp([]);
        Directory.CreateDirectory(app.Transcripts);
        await File.WriteAllTextAsync(Path.Combine(app.Transcripts, "talk <b>.mp3"), "");
        await File.WriteAllTextAsync(Path.Combine(app.Transcripts, "~$talk.md"), "");
        await File.WriteAllTextAsync(Path.Combine(app.Transcripts, "list.json"), "[1, 2]");
        for (var i = 0; i < 120; i++)
        {
            await File.WriteAllTextAsync(Path.Combine(app.Transcripts, $"cover {i:000}.jpg"), "");
        }

        await app.InitializeAsync();

        var first = await app.GetPageAsync($"{language}/status");
        var second = await app.GetPageAsync($"{language}/status?page=2");

        Assert.Contains("cover 000.jpg", first.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("list.json", first.Value, StringComparison.Ordinal);
        Assert.All(
            ["talk <b>.mp3", "list.json", "~$talk.md", media, temporary, silent],
            text => Assert.Contains(text, second.Value, StringComparison.Ordinal));
        Assert.Contains("123", first.Value, StringComparison.Ordinal);
    }
}
