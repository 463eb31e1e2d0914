using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using PodcastInsights.Core.Search.Sessions;
using PodcastInsights.Core.Stores;
using PodcastInsights.Storage.Sqlite;
using PodcastInsights.Web.Library;

namespace PodcastInsights.Web.Tests.Library;

public sealed class LibraryStartTests
{
    [Theory]
    [InlineData("foreign")]
    [InlineData("damaged")]
    public async Task A_database_that_cannot_be_used_is_set_aside_and_the_site_is_there(string kind)
    {
        await using var app = new WebApp([]);
        var database = Path.Combine(app.Folder, "library.db");
        var beginning = kind == "foreign" ? "Dear diary, " : "SQLite format 3\0";
        await File.WriteAllTextAsync(database, string.Concat(Enumerable.Repeat(beginning, 1000)));

        await app.InitializeAsync();

        Assert.Equal(SampleLibrary.EpisodeCount, (await app.GetJsonAsync("/api/v1/episodes")).GetProperty("total").GetInt32());
        Assert.Single(Directory.GetFiles(app.Folder, "library.*-*.db"));
    }

    [Fact]
    public async Task The_first_page_does_not_wait_for_what_searching_needs()
    {
        var gate = new TaskCompletionSource();
        await using var app = new WebApp([])
        {
            Configure = services => services.AddSingleton<ISearchSource>(
                provider => new GatedSource(new SqliteSearchSource(provider.GetRequiredService<SqliteDatabase>()), gate.Task)),
        };

        var settling = app.InitializeAsync();
        while ((await app.Client.GetAsync("/health/ready")).StatusCode != HttpStatusCode.OK)
        {
            // The import goes on.
        }

        var early = await app.Client.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, early.StatusCode);
        Assert.Null(early.Headers.ETag);
        Assert.Contains("Mira Okafor", await early.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        gate.SetResult();
        await settling;
        var late = await app.Client.GetAsync("/");
        Assert.NotNull(late.Headers.ETag);
        Assert.Contains("/search?q=", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_a_later_version_ends_the_start_and_is_left_alone()
    {
        var folder = Directory.CreateTempSubdirectory("podcast-insights-");
        var path = Path.Combine(folder.FullName, "library.db");
        using (var made = new SqliteDatabase(path))
        {
            await new SqliteLibraryStore(made, TimeProvider.System).EnsureUsableAsync(CancellationToken.None);
        }

        // user_version, as SQLite's file format has it: four bytes at 60, the highest first.
        await using (var file = new FileStream(path, FileMode.Open))
        {
            file.Position = 60;
            await file.WriteAsync(new byte[] { 0, 0, 0, 99 });
        }

        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddSingleton<IHostApplicationLifetime, ApplicationLifetime>().AddSingleton<LibrarySearch>().AddSingleton<LibraryState>().AddSingleton<LibraryStart>();
        services.AddSqliteStorage(path);
        await using (var provider = services.BuildServiceProvider())
        {
            var start = provider.GetRequiredService<LibraryStart>();
            var refused = await Assert.ThrowsAsync<UnusableLibraryException>(() => start.StartAsync(CancellationToken.None));
            Assert.Equal(LibraryProblem.Newer, refused.Problem);
            await start.StopAsync(CancellationToken.None);
        }

        Assert.Equal(["library.db"], Directory.GetFiles(folder.FullName, "*.db").Select(Path.GetFileName));
        folder.Delete(recursive: true);
    }

    private sealed class GatedSource(ISearchSource source, Task gate) : ISearchSource
    {
        public async Task<T> ReadAsync<T>(Func<ISearchSession, Task<T>> work, CancellationToken cancellationToken)
        {
            await gate;
            return await source.ReadAsync(work, cancellationToken);
        }
    }
}
