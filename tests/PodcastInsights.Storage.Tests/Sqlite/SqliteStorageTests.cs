using Dapper;
using Microsoft.Extensions.DependencyInjection;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Search;
using PodcastInsights.Core.Search.Sessions;
using PodcastInsights.Core.Stores;
using PodcastInsights.Storage.Sqlite;

namespace PodcastInsights.Storage.Tests.Sqlite;

public sealed class SqliteStorageTests
{
    [Fact]
    public async Task Editions_that_hold_the_same_turns_are_stored_once()
    {
        using var engine = new SqliteEngine();
        var sample = new Sample("Talk");
        await engine.Writer.WriteAsync(
            (sample with { FurtherEditions = [(sample with { Language = "zh" }).Edition()] }).Build(), CancellationToken.None);

        await using var connection = await engine.Database.OpenReaderAsync(CancellationToken.None);

        Assert.Equal(2, await connection.ExecuteScalarAsync<int>("SELECT count(*) FROM turn"));
        Assert.Equal(2, await connection.ExecuteScalarAsync<int>("SELECT count(*) FROM edition"));
    }

    [Fact]
    public async Task An_episode_that_is_removed_leaves_no_row_behind()
    {
        using var engine = new SqliteEngine();
        var sample = new Sample("Talk") { Topics = ["Tools"] };
        var edition = sample.Edition();
        var headed = edition with { Sections = [new Section(1, "Part one", null, edition.Turns[0].Id)] };
        await engine.Writer.WriteAsync(sample.Build() with { Editions = [headed] }, CancellationToken.None);
        await engine.Writer.RemoveAsync(sample.Slug, CancellationToken.None);

        await using var connection = await engine.Database.OpenReaderAsync(CancellationToken.None);

        string[] tables =
            ["episode", "episode_topic", "episode_detail", "body", "edition", "turn", "paragraph", "appearance", "search_run", "section"];
        foreach (var table in tables)
        {
            Assert.Equal(0, await connection.ExecuteScalarAsync<int>($"SELECT count(*) FROM {table}"));
        }
    }

    [Fact]
    public async Task The_episodes_of_a_commit_are_one_segment_of_the_index()
    {
        using var engine = new SqliteEngine();
        await using (var session = await engine.Writer.BeginAsync(CancellationToken.None))
        {
            for (var i = 0; i < 30; i++)
            {
                await session.WriteAsync(new Sample($"Talk {i}").BuildRecord(), CancellationToken.None);
            }

            await session.CommitAsync(CancellationToken.None);
        }

        await using var connection = await engine.Database.OpenReaderAsync(CancellationToken.None);

        Assert.Equal(1, await connection.ExecuteScalarAsync<int>("SELECT count(DISTINCT segid) FROM search_text_idx"));
        Assert.Equal(60, await connection.ExecuteScalarAsync<int>("SELECT count(*) FROM search_text_docsize"));
    }

    [Fact]
    public async Task Removed_documents_are_looked_up_by_range_and_not_compared_with_all()
    {
        using var engine = new SqliteEngine();
        await engine.Writer.WriteAsync(new Sample("Talk").Build(), CancellationToken.None);
        await using var connection = await engine.Database.OpenReaderAsync(CancellationToken.None);

        var plan = (await connection.QueryAsync($"EXPLAIN QUERY PLAN {SqliteIndex.RemoveDocuments}")).Select(static step => (string)step.detail).ToList();

        var ranges = plan.FindIndex(static step => step.StartsWith("SCAN search_removal", StringComparison.Ordinal));
        var documents = plan.FindIndex(static step => step.StartsWith("SCAN gone VIRTUAL TABLE INDEX", StringComparison.Ordinal));
        Assert.True(ranges >= 0 && ranges < documents, string.Join('\n', plan));
    }

    [Fact]
    public async Task The_ports_are_registered()
    {
        using var folder = new TemporaryFolder();
        await using var services = new ServiceCollection().AddSqliteStorage(folder.File("library.db")).BuildServiceProvider();
        await services.GetRequiredService<ILibraryWriter>().WriteAsync(new Sample("Talk").Build(), CancellationToken.None);

        Assert.NotNull(
            await services.GetRequiredService<IEpisodeReader>().FindAsync(EpisodeSlug.From("Talk"), null, CancellationToken.None));
        Assert.NotNull(await services.GetRequiredService<ILibraryStore>().VersionAsync(CancellationToken.None));
        using var search = new LibrarySearch(services.GetRequiredService<ISearchSource>());
        Assert.Equal(1, (await search.SearchAsync(new SearchRequest(SearchQuery.Parse("workshop")), CancellationToken.None)).Total);
    }
}
