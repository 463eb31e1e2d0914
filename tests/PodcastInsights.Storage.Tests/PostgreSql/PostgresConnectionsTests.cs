using Npgsql;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Stores;
using PodcastInsights.Storage.PostgreSql;

namespace PodcastInsights.Storage.Tests.PostgreSql;

public sealed class PostgresConnectionsTests
{
    private static CancellationToken None => CancellationToken.None;

    [Theory]
    [InlineData("14.0", "UTF8", null)]
    [InlineData("15.18", "UTF8", null)]
    [InlineData("18.1", "UTF8", null)]
    [InlineData("13.22", "UTF8", "its server has version 13.22, and version 14 is the oldest that will do.")]
    [InlineData("9.6.24", "UTF8", "its server has version 9.6.24, and version 14 is the oldest that will do.")]
    public void An_old_server_is_refused(string version, string encoding, string? problem) =>
        Assert.Equal(problem, PostgresConnections.ProblemOf(Version.Parse(version), encoding));

    [Theory]
    [InlineData("SQL_ASCII")]
    [InlineData("LATIN1")]
    [InlineData("EUC_CN")]
    public async Task A_database_that_cannot_keep_every_character_is_refused(string encoding)
    {
        var name = $"other_{encoding}".ToLowerInvariant();
        await ExecuteAsync($"CREATE DATABASE {name} ENCODING '{encoding}' LOCALE 'C' TEMPLATE template0");
        using var engine = new PostgresEngine($"Host={SharedPostgresServer.Get().Host};Username=postgres;Database={name}");

        var refused = await Assert.ThrowsAsync<UnusableLibraryException>(() => engine.Store.EnsureUsableAsync(None));

        Assert.Equal((LibraryProblem.Inaccessible, false), (refused.Problem, refused.CanBeSetAside));
        Assert.Contains(encoding, refused.Message, StringComparison.Ordinal);
        while (Assert.Single(engine.Store.Servers).Problem is "it is silent.")
        {
            // On a busy machine a later look may wait for a second and in vain; the next one sees the same as the first.
            await Assert.ThrowsAsync<UnusableLibraryException>(() => engine.Store.EnsureUsableAsync(None));
        }

        Assert.Contains(encoding, Assert.Single(engine.Store.Servers).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_set_for_the_role_changes_nothing()
    {
        const string limits = """
            SELECT concat_ws(' ', current_setting('statement_timeout'), current_setting('lock_timeout'), current_setting('idle_session_timeout'),
                             current_setting('idle_in_transaction_session_timeout'))
            """;
        await ExecuteAsync("""
            CREATE ROLE hurried SUPERUSER LOGIN;
            ALTER ROLE hurried SET statement_timeout = 60000;
            ALTER ROLE hurried SET lock_timeout = 60000;
            ALTER ROLE hurried SET idle_session_timeout = 60000;
            ALTER ROLE hurried SET idle_in_transaction_session_timeout = 60000;
            ALTER ROLE hurried SET search_path = pg_catalog;
            ALTER ROLE hurried SET datestyle = 'German';
            ALTER ROLE hurried SET bytea_output = 'escape'
            """);
        using var engine = new PostgresEngine($"Host={SharedPostgresServer.Get().Host};Username=hurried;Database=postgres;Search Path=hurried");
        await engine.Writer.WriteAsync(new Sample("Talk").Build(), None);

        Assert.Equal("0 0 0 0", await engine.Database.ReadOnNodeAsync(
            (node, _) => node.ReadAsync(
                async connection =>
                {
                    await using var command = new NpgsqlCommand(limits, connection);
                    return await command.ExecuteScalarAsync(None);
                },
                None),
            None));
        Assert.Equal(1, (await engine.Reader.ListAsync(new EpisodeListQuery(), None)).Total);
    }

    [Fact]
    public async Task A_role_that_may_not_make_the_schema_is_told()
    {
        await ExecuteAsync("CREATE ROLE poor LOGIN");
        using var engine = new PostgresEngine($"Host={SharedPostgresServer.Get().Host};Username=poor;Database=postgres;Search Path=poor");

        var refused = await Assert.ThrowsAsync<UnusableLibraryException>(() => engine.Store.EnsureUsableAsync(None));

        Assert.Contains("permission denied", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_told_to_take_no_writes_is_no_primary()
    {
        using var server = await PostgresServer.StartAsync();
        using var engine = new PostgresEngine(server.ConnectionString);
        await engine.Writer.WriteAsync(new Sample("Talk").Build(), None);
        await server.ExecuteAsync("ALTER SYSTEM SET default_transaction_read_only = on");
        await server.ExecuteAsync("SELECT pg_reload_conf()");
        while (engine.Store.Servers[0].TakesWrites)
        {
            await engine.CatchUpAsync();
        }

        var refused = await Assert.ThrowsAsync<UnusableLibraryException>(() => engine.Writer.WriteAsync(new Sample("Other").Build(), None));

        Assert.Contains("none of its servers takes writes", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, (await engine.Reader.ListAsync(new EpisodeListQuery(), None)).Total);
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(SharedPostgresServer.Get().ConnectionString + ";Pooling=false");
        await connection.OpenAsync(None);
        foreach (var statement in sql.Split(';'))
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync(None);
        }
    }
}
