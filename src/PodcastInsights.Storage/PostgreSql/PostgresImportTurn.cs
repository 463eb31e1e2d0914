using Dapper;
using Npgsql;
using PodcastInsights.Core.Importing;

namespace PodcastInsights.Storage.PostgreSql;

/// <summary>
/// The right to import: an advisory lock held by a connection that does nothing else. The server releases it when the connection is lost.
/// </summary>
internal sealed class PostgresImportTurn : IImportTurn
{
    /// <summary>Time after which a server that does not answer is regarded as lost.</summary>
    private const int PatienceSeconds = 2;

    private readonly NpgsqlConnection connection;

    private PostgresImportTurn(NpgsqlConnection connection) => this.connection = connection;

    /// <param name="connection">Owned by the turn from then on.</param>
    /// <returns>Null where another process holds the lock.</returns>
    public static async Task<IImportTurn?> TryTakeAsync(NpgsqlConnection connection, string schema, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT pg_try_advisory_lock(hashtextextended('podcast-insights import:' || @schema, 0))
            """;
        if (await connection.ExecuteScalarAsync<bool>(new CommandDefinition(sql, new { schema }, cancellationToken: cancellationToken)))
        {
            return new PostgresImportTurn(connection);
        }

        await connection.DisposeAsync();
        return null;
    }

    public async Task<bool> IsHeldAsync(CancellationToken cancellationToken)
    {
        try
        {
            // A former primary that is a standby now does not count: it cannot be written to.
            return !await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
                "SELECT pg_is_in_recovery()", commandTimeout: PatienceSeconds, cancellationToken: cancellationToken));
        }
        catch (Exception error) when (PostgresProblems.IsLoss(error) || error is InvalidOperationException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            // The connection may be pooled and used by others, so it must not keep the lock.
            await connection.ExecuteAsync(new CommandDefinition("SELECT pg_advisory_unlock_all()", commandTimeout: PatienceSeconds));
        }
        catch (Exception error) when (PostgresProblems.IsLoss(error) || error is InvalidOperationException)
        {
            // A lost connection holds no lock.
        }

        await connection.DisposeAsync();
    }
}
