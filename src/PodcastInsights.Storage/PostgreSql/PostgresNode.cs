using System.Data;
using Dapper;
using Npgsql;
using PodcastInsights.Storage.Nodes;
using PodcastInsights.Storage.Sql;

namespace PodcastInsights.Storage.PostgreSql;

/// <summary>One server, with its own connections.</summary>
internal sealed class PostgresNode(string name, string connectionString, string schema, TimeProvider clock) : Node(name, clock)
{
    private readonly NpgsqlDataSource source = PostgresConnections.SourceOf(connectionString, schema);

    /// <param name="work">Receives a connection in a transaction that sees one version of the store.</param>
    public async Task<T> ReadAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        return await work(connection);
    }

    public Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken) => source.OpenConnectionAsync(cancellationToken).AsTask();

    /// <summary>
    /// Whether its connections share sessions, as with a pooler that gives a session to another connection after each transaction. Settings
    /// and locks of one connection would then affect another.
    /// </summary>
    public async Task<bool> SharesSessionsAsync(CancellationToken cancellationToken)
    {
        await using var one = await OpenAsync(cancellationToken);
        await using var other = await OpenAsync(cancellationToken);
        var session = await SessionOfAsync(one);
        await using var transaction = await other.BeginTransactionAsync(cancellationToken);

        // With shared sessions, the transaction takes the session that was used last, and the first connection gets another one.
        await SessionOfAsync(other);
        return await SessionOfAsync(one) != session;

        static Task<int> SessionOfAsync(NpgsqlConnection connection) => connection.ExecuteScalarAsync<int>("SELECT pg_backend_pid()");
    }

    public override void Dispose() => source.Dispose();

    protected override async Task<NodeAnswer> AskAsync()
    {
        // Not pg_is_in_recovery(): a primary may be set to read-only.
        const string ask = """
            SELECT current_setting('transaction_read_only')::boolean, to_regclass('library_state') IS NOT NULL
            """;
        await using var connection = await source.OpenConnectionAsync();
        var (takesNone, isThere) = await connection.QuerySingleAsync<(bool, bool)>(ask);
        return new NodeAnswer(!takesNone, isThere ? await SqlSearchRows.StateAsync(connection) : null);
    }

    protected override string ProblemBehind(Exception error) => PostgresProblems.Explain(error)?.Explanation ?? (error as PostgresException)?.MessageText ?? error.Message;
}
