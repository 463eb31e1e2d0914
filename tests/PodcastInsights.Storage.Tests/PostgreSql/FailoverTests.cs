using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search;
using PodcastInsights.Core.Search.Sessions;
using PodcastInsights.Core.Stores;

namespace PodcastInsights.Storage.Tests.PostgreSql;

/// <summary>A primary and two standbys, of which one after the other is killed or frozen while others read, search and write.</summary>
public sealed class FailoverTests : IAsyncLifetime
{
    private readonly List<PostgresServer> servers = [];

    private static CancellationToken None => CancellationToken.None;

    private PostgresServer Primary => servers[0];

    public async ValueTask InitializeAsync()
    {
        SharedPostgresServer.EndWhereThereIsNone();
        servers.Add(await PostgresServer.StartAsync());
        servers.AddRange(await Task.WhenAll(Primary.FollowAsync(), Primary.FollowAsync()));
    }

    public ValueTask DisposeAsync()
    {
        servers.ForEach(server => server.Dispose());
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Reads_go_on_whichever_server_is_frozen_or_killed()
    {
        using var engine = Instance();
        await WriteAsync(engine, 0, 10);
        await AllHaveAsync(engine);
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            var read = 0;
            for (; !stop.IsCancellationRequested; read++)
            {
                Assert.Equal(10, (await engine.Search.SearchAsync(new SearchRequest(SearchQuery.Parse("lamp")), None)).Total);
                Assert.NotNull(await engine.Reader.FindAsync(EpisodeSlug.From($"Talk {read % 10}"), null, None));
            }

            return read;
        })).ToList();

        foreach (var server in servers)
        {
            server.Freeze();
            await ManyReadsAsync(engine);
            server.Thaw();
            await AllHaveAsync(engine);
        }

        Primary.Kill();
        await ManyReadsAsync(engine);
        servers[1].Kill();
        await ManyReadsAsync(engine);
        await stop.CancelAsync();
        Assert.All(await Task.WhenAll(readers), count => Assert.True(count > 0));
    }

    [Fact]
    public async Task A_frozen_server_that_alone_has_the_newest_state_is_left_for_those_that_are_behind()
    {
        using var engine = Instance(";Command Timeout=0");
        await WriteAsync(engine, 0, 1);
        await AllHaveAsync(engine);
        await Task.WhenAll(servers.Skip(1).Select(standby => standby.ExecuteAsync("SELECT pg_wal_replay_pause()")));
        await WriteAsync(engine, 1, 2);

        Primary.Freeze();

        Assert.Equal(1, (await engine.Reader.ListAsync(new EpisodeListQuery(), None)).Total);
        Assert.Equal(1, await CountAsync(engine, "lamp"));
    }

    [Fact]
    public async Task What_waits_for_a_frozen_server_ends_when_another_one_is_asked()
    {
        using var engine = Instance(";Command Timeout=0");
        await WriteAsync(engine, 0, 1);
        await AllHaveAsync(engine);
        var asked = 0;
        var stuck = Task.FromResult<IReadOnlyList<DocumentRun>>([]);

        var runs = await engine.Source.ReadAsync(
            async session =>
            {
                await session.BeginAsync(None);
                if (Interlocked.Increment(ref asked) > 1)
                {
                    return await session.RunsAsync(None);
                }

                servers[1].Freeze();
                servers[2].Freeze();
                return await (stuck = session.RunsAsync(None).AsTask());
            },
            None);

        Assert.Single(runs);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stuck);
    }

    [Fact]
    public async Task Writes_go_on_with_the_standby_that_was_promoted()
    {
        using var engine = Instance();
        using var other = Instance();
        await WriteAsync(engine, 0, 3);
        await AllHaveAsync(engine);
        Primary.Kill();
        var refused = await Assert.ThrowsAsync<UnusableLibraryException>(() => WriteAsync(engine, 3, 4));
        Assert.False(refused.CanBeSetAside);

        await servers[1].ExecuteAsync("SELECT pg_promote()");
        await WriteAsync(engine, 3, 4);

        // The other standby follows the lost primary. It would answer with what it has where the new primary is slow.
        servers[2].Kill();
        Assert.Equal(4, (await engine.Reader.ListAsync(new EpisodeListQuery(), None)).Total);
        await other.CatchUpAsync();
        Assert.Equal(await engine.Store.VersionAsync(None), await other.Store.VersionAsync(None));
        Assert.Equal(4, (await other.Search.SearchAsync(new SearchRequest(SearchQuery.Parse("lamp")), None)).Total);
    }

    [Fact]
    public async Task Commits_that_are_lost_come_again_under_another_stamp()
    {
        using var engine = Instance();
        await WriteAsync(engine, 0, 2);
        await AllHaveAsync(engine);
        servers[1].Kill();
        servers[2].Kill();
        await engine.Writer.WriteAsync(Lamps(2, "lost").Build(), None);
        Assert.Equal(1, await CountAsync(engine, "lost"));
        var lost = await engine.Store.VersionAsync(None);

        // The standby was never sent it.
        Primary.Kill();
        await servers[1].StartAgainAsync();
        await servers[1].ExecuteAsync("SELECT pg_promote()");
        await engine.Writer.WriteAsync(Lamps(2, "found").Build(), None);

        var now = (await engine.Store.VersionAsync(None))!.Value;
        Assert.NotEqual(lost!.Value.Stamp, now.Stamp);
        Assert.Equal((0, 1), (await CountAsync(engine, "lost"), await CountAsync(engine, "found")));
    }

    private PostgresEngine Instance(string more = "") =>
        new($"Host={string.Join(',', servers.Select(server => server.Host))};Username=postgres;Database=postgres{more}");

    private static Sample Lamps(int number, string word = "lit") => new($"Talk {number}") { Turns = [("Ada Quill", [$"The lamp was {word}."])] };

    private static async Task WriteAsync(StoreEngine engine, int from, int to)
    {
        await using var session = await engine.Writer.BeginAsync(None);
        for (var number = from; number < to; number++)
        {
            await session.WriteAsync(Lamps(number).BuildRecord(), None);
        }

        await session.CompleteAsync(None);
    }

    private static async Task<int> CountAsync(StoreEngine engine, string typed) =>
        (await engine.Search.SearchAsync(new SearchRequest(SearchQuery.Parse(typed), Literal: true), None)).Total;

    private static async Task ManyReadsAsync(StoreEngine engine)
    {
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(10, (await engine.Reader.ListAsync(new EpisodeListQuery(), None)).Total);
            Assert.Equal(10, await CountAsync(engine, "lamp"));
        }
    }

    /// <summary>Waits until all servers hold what the first does.</summary>
    private static async Task AllHaveAsync(PostgresEngine engine)
    {
        do
        {
            await engine.CatchUpAsync();
        }
        while (engine.Database.Nodes.All.Select(node => node.State.Version).Distinct().Count() > 1);
    }
}
