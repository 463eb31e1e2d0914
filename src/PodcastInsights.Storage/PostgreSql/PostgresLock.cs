using Dapper;
using Npgsql;

namespace PodcastInsights.Storage.PostgreSql;

/// <summary>
/// The places of which a library has one each: of the transaction that writes, and of the process that imports. The server gives them to
/// connections: one that is lost has left its place.
/// </summary>
internal static class PostgresLock
{
    /// <returns>Whether the connection has the turn to import from now on.</returns>
    public static Task<bool> TryTakeTurnAsync(NpgsqlConnection connection, string schema, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT pg_try_advisory_lock(hashtextextended('podcast-insights import:' || @schema, 0))
            """;
        return connection.ExecuteScalarAsync<bool>(new CommandDefinition(sql, new { schema }, cancellationToken: cancellationToken));
    }

    /// <summary>Waits until no one else writes; until the transaction ends.</summary>
    public static Task TakeAsync(NpgsqlConnection connection, string schema, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT pg_advisory_xact_lock(hashtextextended('podcast-insights:' || @schema, 0))
            """;
        return connection.ExecuteAsync(new CommandDefinition(sql, new { schema }, cancellationToken: cancellationToken));
    }
}
