using Dapper;
using Npgsql;
using PodcastInsights.Core.Importing;

namespace PodcastInsights.Storage.PostgreSql;

/// <summary>
/// The turn to import: a lock of a connection that does nothing else. The server gives it to the connection: one that is lost has lost its turn.
/// </summary>
internal sealed class PostgresImportTurn : IImportTurn
{
    /// <summary>A server that was not reached for so long has lost the process, or the process it.</summary>
    private const int PatienceSeconds = 2;

    private readonly NpgsqlConnection connection;

    private PostgresImportTurn(NpgsqlConnection connection) => this.connection = connection;

    /// <param name="connection">The turn's from then on.</param>
    /// <returns>Null where another process has it.</returns>
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
            // A server that has been made a standby, or was made one and starts anew, gives no turn.
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
            // The connection may be kept for others.
            await connection.ExecuteAsync(new CommandDefinition("SELECT pg_advisory_unlock_all()", commandTimeout: PatienceSeconds));
        }
        catch (Exception error) when (PostgresProblems.IsLoss(error) || error is InvalidOperationException)
        {
            // What is lost holds no lock.
        }

        await connection.DisposeAsync();
    }
}
