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

    /// <param name="work">Takes a connection in a transaction that sees one state of the store.</param>
    public async Task<T> ReadAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        return await work(connection);
    }

    public Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken) => source.OpenConnectionAsync(cancellationToken).AsTask();

    /// <summary>
    /// Whether its connections share sessions, as those of a pooler may between transactions: then what is set for one, and its locks, are
    /// another's.
    /// </summary>
    public async Task<bool> SharesSessionsAsync(CancellationToken cancellationToken)
    {
        await using var one = await OpenAsync(cancellationToken);
        await using var other = await OpenAsync(cancellationToken);
        var session = await SessionOfAsync(one);
        await using var transaction = await other.BeginTransactionAsync(cancellationToken);

        // Where sessions are shared, this one takes that which was used last, and leaves another to the first.
        await SessionOfAsync(other);
        return await SessionOfAsync(one) != session;

        static Task<int> SessionOfAsync(NpgsqlConnection connection) => connection.ExecuteScalarAsync<int>("SELECT pg_backend_pid()");
    }

    public override void Dispose() => source.Dispose();

    protected override async Task<NodeAnswer> AskAsync()
    {
        // A primary may have been told to take no writes.
        const string ask = """
            SELECT current_setting('transaction_read_only')::boolean, to_regclass('library_state') IS NOT NULL
            """;
        await using var connection = await source.OpenConnectionAsync();
        var (takesNone, isThere) = await connection.QuerySingleAsync<(bool, bool)>(ask);
        return new NodeAnswer(!takesNone, isThere ? await SqlSearchRows.StateAsync(connection) : null);
    }

    protected override string ProblemBehind(Exception error) => PostgresProblems.Explain(error)?.Explanation ?? (error as PostgresException)?.MessageText ?? error.Message;
}
