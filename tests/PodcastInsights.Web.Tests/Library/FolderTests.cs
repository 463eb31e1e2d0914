using Microsoft.Extensions.DependencyInjection;
using PodcastInsights.Web.Library;

namespace PodcastInsights.Web.Tests.Library;

public sealed class FolderTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_new_file_is_on_the_site_without_a_restart()
    {
        await using var app = new WebApp([]);
        await app.InitializeAsync();
        using var limit = new CancellationTokenSource(Limit);
        var before = (await app.Client.GetAsync("/api/v1/episodes")).Headers.ETag;

        File.Copy(Path.Combine(app.Transcripts, "Mira Okafor.md"), Path.Combine(app.Transcripts, "Nils Aalto.md"));
        while ((await app.GetJsonAsync("/api/v1/episodes")).GetProperty("total").GetInt32() == SampleLibrary.EpisodeCount)
        {
            limit.Token.ThrowIfCancellationRequested();
        }

        Assert.NotEqual(before, (await app.Client.GetAsync("/api/v1/episodes")).Headers.ETag);
    }

    [Fact]
    public async Task Where_watching_is_off_nothing_watches()
    {
        await using var app = new WebApp(new() { ["Library:Watch"] = "false" });
        await app.InitializeAsync();
        await app.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<LibraryImportService>().Single().ExecuteTask!.WaitAsync(Limit);
    }

    [Fact]
    public async Task Changes_in_folders_below_are_seen()
    {
        var folder = Directory.CreateTempSubdirectory("podcast-insights-");
        folder.CreateSubdirectory("2024");
        using var watch = new FolderWatch(folder.FullName, TimeProvider.System);
        var change = watch.NextChangeAsync(TimeSpan.FromMilliseconds(1), CancellationToken.None);
        Assert.False(change.IsCompleted);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "2024", "new.md"), "Petra :\nHello.");
        await change.WaitAsync(Limit);
        folder.Delete(recursive: true);
    }
}
