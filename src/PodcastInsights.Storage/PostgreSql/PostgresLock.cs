using Dapper;
using Npgsql;

namespace PodcastInsights.Storage.PostgreSql;

/// <summary>The place of the one transaction that writes to a library. A connection that is lost has left it.</summary>
internal static class PostgresLock
{
    /// <summary>Waits until no one else writes; until the transaction ends.</summary>
    public static Task TakeAsync(NpgsqlConnection connection, string schema, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT pg_advisory_xact_lock(hashtextextended('podcast-insights:' || @schema, 0))
            """;
        return connection.ExecuteAsync(new CommandDefinition(sql, new { schema }, cancellationToken: cancellationToken));
    }
}
