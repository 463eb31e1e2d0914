using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PodcastInsights.Web.Library;

namespace PodcastInsights.Web.Tests.Library;

public sealed class FolderTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly string folder = Directory.CreateTempSubdirectory("podcast-insights-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_new_file_is_on_the_site_without_a_restart()
    {
        await using var app = new WebApp([]);
        await app.InitializeAsync();
        var before = (await app.Client.GetAsync("/api/v1/episodes")).Headers.ETag;

        File.Copy(Path.Combine(app.Transcripts, "Mira Okafor.md"), Path.Combine(app.Transcripts, "Nils Aalto.md"));
        await UntilAsync(async () => await TotalAsync(app) == SampleLibrary.EpisodeCount + 1);

        Assert.NotEqual(before, (await app.Client.GetAsync("/api/v1/episodes")).Headers.ETag);
    }

    [Fact]
    public async Task Where_watching_is_off_nothing_watches()
    {
        await using var app = new WebApp(new() { ["Library:Watch"] = "false" });
        await app.InitializeAsync();
        await app.Services.GetServices<IHostedService>().OfType<LibraryImportService>().Single().ExecuteTask!.WaitAsync(Limit);
    }

    [Fact]
    public async Task Changes_in_folders_below_are_seen()
    {
        Directory.CreateDirectory(Path.Combine(folder, "2024"));
        using var watch = new FolderWatch(folder, TimeSpan.Zero, TimeProvider.System);
        var change = watch.NextChangeAsync(TimeSpan.FromMilliseconds(1), CancellationToken.None);
        Assert.False(change.IsCompleted);
        await File.WriteAllTextAsync(Path.Combine(folder, "2024", "new.md"), "Petra :\nHello.");
        await change.WaitAsync(Limit);
    }

    [Fact]
    public async Task What_editors_leave_beside_a_file_is_no_change()
    {
        using var watch = new FolderWatch(folder, TimeSpan.Zero, TimeProvider.System);
        var change = watch.NextChangeAsync(TimeSpan.Zero, CancellationToken.None);
        foreach (var name in new[]
        {
            ".talk.md.swp", "talk.md~", "4913", "#talk.md#", ".#talk.md", "talk.md.tmp", ".goutputstream-X1", "talk.md.part",
        })
        {
            await File.WriteAllTextAsync(Path.Combine(folder, name), "half");
            File.Delete(Path.Combine(folder, name));
        }

        // Events are in order of the changes: an event for those changes would have come before this one.
        using var marker = new FileSystemWatcher(folder) { EnableRaisingEvents = true };
        var seen = new TaskCompletionSource();
        marker.Created += (_, made) => seen.TrySetResult();
        await File.WriteAllTextAsync(Path.Combine(folder, "marker"), "");
        await seen.Task.WaitAsync(Limit);
        Assert.False(change.IsCompleted);

        await File.WriteAllTextAsync(Path.Combine(folder, "talk.md"), "whole");
        await change.WaitAsync(Limit);
    }

    [Fact]
    public async Task A_burst_of_changes_is_one_import()
    {
        await using var app = new WebApp([]);
        await app.InitializeAsync();
        var state = app.Services.GetRequiredService<LibraryState>();
        var imports = new HashSet<DateTimeOffset> { state.Last!.EndedAt };
        for (var i = 0; i < 1000; i++)
        {
            await File.WriteAllTextAsync(Path.Combine(app.Transcripts, $"Note {i}.md"), "Nobody speaks here.");
            imports.Add(state.Last!.EndedAt);
        }

        await UntilAsync(() =>
        {
            imports.Add(state.Last!.EndedAt);
            return Task.FromResult(state.Last!.Report!.Files.Count(file => file.Path.StartsWith("Note", StringComparison.Ordinal)) == 1000);
        });

        // A busy machine may pause for longer than the settling time.
        Assert.InRange(imports.Count, 2, 4);
    }

    [Fact]
    public async Task A_folder_that_goes_away_and_comes_back_changes_nothing_for_readers()
    {
        await using var app = new WebApp(new() { ["Library:PollSeconds"] = "1" });
        await app.InitializeAsync();
        var state = app.Services.GetRequiredService<LibraryState>();
        Directory.Move(app.Transcripts, app.Transcripts + ".away");
        await UntilAsync(() => Task.FromResult(state.Last is { Failure: not null }));
        Assert.Equal(SampleLibrary.EpisodeCount, await TotalAsync(app));
        Assert.Contains("The import failed", (await app.GetPageAsync("/status")).Value, StringComparison.Ordinal);

        Directory.Move(app.Transcripts + ".away", app.Transcripts);
        await UntilAsync(() => Task.FromResult(state.Last is { Report.Unchanged: SampleLibrary.EpisodeCount }));
    }

    [Fact]
    public async Task Readers_see_whole_episodes_while_they_are_imported()
    {
        await using var app = new WebApp([]);
        await app.InitializeAsync();
        var path = Path.Combine(app.Transcripts, "Changing.md");
        await File.WriteAllTextAsync(path, Version(0));
        await UntilAsync(async () => await TotalAsync(app) == SampleLibrary.EpisodeCount + 1);
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var version = 1; version <= 8; version++)
            {
                await File.WriteAllTextAsync(path, Version(version));
                await UntilAsync(async () => (await SaidAsync(app)).Contains($"version {version} "));
            }

            await stop.CancelAsync();
        });
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                var versions = (await SaidAsync(app)).Split('\n').Select(text => text.Split(' ')[1]).ToList();
                Assert.Equal(40, versions.Count);
                Assert.Single(versions.Distinct());
                using var found = await app.Client.GetAsync("/api/v1/search?q=version");
                Assert.Equal(System.Net.HttpStatusCode.OK, found.StatusCode);
            }
        }));
        await Task.WhenAll(readers.Append(writing));

        static string Version(int version)
        {
            var turns = Enumerable.Range(0, 40).Select(turn => $"**{(turn % 2 == 0 ? "Bo" : "Ada")}:** version {version} of it held.\n\n");
            return "# Changing\n\n" + string.Concat(turns);
        }
    }

    private static async Task<string> SaidAsync(WebApp app) => string.Join('\n', (await app.GetJsonAsync("/api/v1/episodes/changing"))
        .GetProperty("turns").EnumerateArray().Select(turn => turn.GetProperty("paragraphs")[0].GetProperty("text").GetString()));

    private static async Task<int> TotalAsync(WebApp app) => (await app.GetJsonAsync("/api/v1/episodes")).GetProperty("total").GetInt32();

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!await holds())
        {
            await Task.Delay(20, limit.Token);
        }
    }
}
