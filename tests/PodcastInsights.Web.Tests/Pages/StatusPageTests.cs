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
        Assert.Contains("NUL bytes", page.Value, StringComparison.Ordinal);
        Assert.DoesNotContain(app.Folder, page.Value, StringComparison.Ordinal);
        const int Written = SampleLibrary.EpisodeCount;
        Assert.Contains($"{Written} written, 0 unchanged, 0 removed, 1 files failed", page.Value, StringComparison.Ordinal);
        using var answer = await app.Client.GetAsync("/status");
        Assert.Null(answer.Headers.ETag);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }
}
