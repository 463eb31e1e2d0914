using Dapper;
using Microsoft.Data.Sqlite;
using PodcastInsights.Core.Stores;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>The row that names the state of the library.</summary>
internal static class SqliteLibraryState
{
    /// <summary>Names a new state. Called in every transaction that writes, before what it writes, so that runs of documents take its stamp.</summary>
    public static Task ChangeAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE library_state
            SET    version = version + 1,
                   stamp   = lower(hex(randomblob(12)))
            """;
        return connection.ExecuteAsync(new CommandDefinition(sql, cancellationToken: cancellationToken));
    }

    public static async Task<StoreVersion> ReadAsync(SqliteConnection connection, CancellationToken cancellationToken)
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
