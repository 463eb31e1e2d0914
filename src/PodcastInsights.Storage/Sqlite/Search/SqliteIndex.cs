using Dapper;
using Microsoft.Data.Sqlite;
using PodcastInsights.Storage.Sql;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>The index of words as a whole.</summary>
internal static class SqliteIndex
{
    /// <summary>
    /// After an import: takes out the words of documents that are gone, merges the index's segments into one where much was added,
    /// which the first reading of a word feels, and has readers take up the new words.
    /// </summary>
    public static async Task CompleteAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        const string sql = """
            DELETE FROM search_text
            WHERE  rowid IN (SELECT gone.rowid
                             FROM   search_removal
                             JOIN   search_text AS gone ON gone.rowid BETWEEN first_document AND last_document);

            DELETE FROM search_removal;

            INSERT INTO search_text (search_text)
            SELECT 'optimize'
            FROM   search_state
            WHERE  generation > vocabulary + 20;

            UPDATE search_state
            SET    generation = generation + 1,
                   vocabulary = generation + 1;
            """;
        const string changed = """
            SELECT generation > vocabulary
            FROM   search_state
            """;
        await using var transaction = connection.BeginTransaction(deferred: false);
        if (await connection.ExecuteScalarAsync<bool>(new CommandDefinition(changed, cancellationToken: cancellationToken)))
        {
            await SqlLibraryState.ChangeAsync(connection, cancellationToken);
            await connection.ExecuteAsync(new CommandDefinition(sql, cancellationToken: cancellationToken));
            await SqliteVocabulary.KeepAsync(connection, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }
}
