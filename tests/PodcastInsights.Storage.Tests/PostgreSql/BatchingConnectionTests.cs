using Dapper;
using Npgsql;
using PodcastInsights.Storage.Sql;

namespace PodcastInsights.Storage.Tests.PostgreSql;

public sealed class BatchingConnectionTests : IAsyncLifetime
{
    private const string Count = "SELECT count(*) FROM fruit";

    private readonly NpgsqlConnection server = new(SharedPostgresServer.Get().ConnectionString + ";Pooling=false");
    private readonly BatchingConnection connection;

    public BatchingConnectionTests() => connection = new BatchingConnection(server);

    private static CancellationToken None => CancellationToken.None;

    public async ValueTask InitializeAsync()
    {
        await server.OpenAsync(None);
        await server.ExecuteAsync("CREATE TEMPORARY TABLE fruit (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL)");
    }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Statements_without_a_result_wait_until_they_are_sent()
    {
        await InsertAsync("pear");
        Assert.Equal(0, await server.ExecuteScalarAsync<int>(Count));

        await connection.SendAsync(None);
        await connection.SendAsync(None);

        Assert.Equal(1, await server.ExecuteScalarAsync<int>(Count));
    }

    [Fact]
    public async Task A_query_sees_what_was_given_before_it_and_has_its_own_result()
    {
        await InsertAsync("pear");
        await InsertAsync("plum");

        var names = await connection.QueryAsync<string>("SELECT name FROM fruit WHERE id > @first ORDER BY id", new { first = 0 });
        var id = await connection.ExecuteScalarAsync<long>("INSERT INTO fruit (name) VALUES (@name) RETURNING id", new { name = "quince" });
        await connection.ExecuteAsync("DELETE FROM fruit WHERE name = @name", new { name = "pear" });

        Assert.Equal(["pear", "plum"], names);
        Assert.Equal((3, 2), (id, connection.ExecuteScalar<int>(Count)));
    }

    [Fact]
    public async Task A_command_that_is_used_again_does_not_change_what_waits()
    {
        await connection.ExecuteAsync("INSERT INTO fruit (name) VALUES (@name)", new[] { new { name = "pear" }, new { name = "plum" } });

        Assert.Equal(["pear", "plum"], await connection.QueryAsync<string>("SELECT name FROM fruit ORDER BY id"));
    }

    [Fact]
    public async Task A_text_of_several_statements_is_sent_as_several()
    {
        const string sql = """
            INSERT INTO fruit (name) VALUES (@one);

            INSERT INTO fruit (name) VALUES (@other);
            """;
        await connection.ExecuteAsync(sql, new { one = "a; b", other = "it's" });

        Assert.Equal(["a; b", "it's"], await connection.QueryAsync<string>("SELECT name FROM fruit ORDER BY id"));
    }

    [Fact]
    public async Task What_failed_is_known_when_it_is_sent_and_is_not_sent_again()
    {
        await InsertAsync("pear");
        await InsertAsync(null);
        await InsertAsync("plum");

        await Assert.ThrowsAsync<PostgresException>(() => connection.SendAsync(None));
        await connection.SendAsync(None);

        Assert.Equal(0, await server.ExecuteScalarAsync<int>(Count));
    }

    [Fact]
    public async Task Many_thousand_statements_are_sent_at_once()
    {
        await connection.ExecuteAsync("INSERT INTO fruit (name) VALUES (@name)", Enumerable.Range(0, 20_000).Select(static i => new { name = $"pear {i}" }));

        Assert.Equal(20_000, await connection.ExecuteScalarAsync<int>(Count));
    }

    private Task<int> InsertAsync(string? name) => connection.ExecuteAsync("INSERT INTO fruit (name) VALUES (@name)", new { name });
}
