using System.Data.Common;
using Dapper;
using Npgsql;
using PodcastInsights.Storage.Sql;

namespace PodcastInsights.Storage.PostgreSql;

/// <summary>A transaction on the primary, which holds the lock for writing to the library.</summary>
internal sealed class PostgresWriting : SqlTransaction
{
    private readonly PostgresNode node;
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction transaction;
    private readonly BatchingConnection statements;
    private readonly PostgresEpisodeWriter episodes;

    private PostgresWriting(PostgresNode node, NpgsqlConnection connection, NpgsqlTransaction transaction, PostgresSegments segments)
    {
        this.node = node;
        this.connection = connection;
        this.transaction = transaction;
        statements = new BatchingConnection(connection);
        episodes = new PostgresEpisodeWriter(statements, segments);
        Index = new PostgresIndex(connection, segments);
    }

    public override DbConnection Connection => statements;

    public override SqlEpisodeWriter Episodes => episodes;

    public PostgresIndex Index { get; }

    /// <param name="connection">Owned by the result from then on.</param>
    public static async Task<SqlTransaction> BeginAsync(
        PostgresNode node, NpgsqlConnection connection, string schema, PostgresSegments segments, CancellationToken cancellationToken)
    {
        // Read committed, so that it sees what others wrote while it waited for the lock.
        var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await TakePlaceAsync(connection, schema, cancellationToken);
        return new PostgresWriting(node, connection, transaction, segments);
    }

    /// <summary>Waits for the lock for writing, and holds it until the transaction ends.</summary>
    public static Task TakePlaceAsync(NpgsqlConnection connection, string schema, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT pg_advisory_xact_lock(hashtextextended('podcast-insights:' || @schema, 0))
            """;
        return connection.ExecuteAsync(new CommandDefinition(sql, new { schema }, cancellationToken: cancellationToken));
    }

    public override async Task CommitAsync(CancellationToken cancellationToken)
    {
        await SendAsync(cancellationToken);
        await Index.MergeWhereManyWaitAsync(cancellationToken);
        var state = await SqlSearchRows.StateAsync(connection);
        await transaction.CommitAsync(cancellationToken);
        node.Committed(state);
    }

    public override async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
