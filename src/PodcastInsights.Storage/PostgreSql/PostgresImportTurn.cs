using Dapper;
using Npgsql;
using PodcastInsights.Core.Importing;

namespace PodcastInsights.Storage.PostgreSql;

/// <summary>The turn to import: a lock of a connection that does nothing else.</summary>
internal sealed class PostgresImportTurn(NpgsqlConnection connection) : IImportTurn
{
    /// <summary>A server that was not reached for so long has lost the process, or the process it.</summary>
    private const int PatienceSeconds = 2;

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
