using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using PodcastInsights.Core.Stores;

namespace PodcastInsights.Storage.Sql;

/// <summary>Reads and writes the row with the version of the library.</summary>
internal static class SqlLibraryState
{
    private const int StampBytes = 12;

    /// <summary>
    /// Sets a new version. Must be called in every writing transaction before the other changes, because runs of documents have its stamp.
    /// </summary>
    public static Task ChangeAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE library_state
            SET    version = version + 1,
                   stamp   = @stamp
            """;
        var stamp = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(StampBytes));
        return connection.ExecuteAsync(new CommandDefinition(sql, new { stamp }, cancellationToken: cancellationToken));
    }

    /// <summary>Whether an import has ever been completed.</summary>
    public static Task<bool> HasImportAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT vocabulary > 0
            FROM   search_state
            """;
        return connection.ExecuteScalarAsync<bool>(new CommandDefinition(sql, cancellationToken: cancellationToken));
    }

    public static async Task<StoreVersion> ReadAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT version, stamp
            FROM   library_state
            """;
        var (number, stamp) = await connection.QuerySingleAsync<(long, string)>(
            new CommandDefinition(sql, cancellationToken: cancellationToken));
        return new StoreVersion(number, stamp);
    }
}
