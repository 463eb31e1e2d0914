using Dapper;
using Microsoft.Data.Sqlite;
using PodcastInsights.Storage.Sql;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>Maintenance of the full-text index.</summary>
internal static class SqliteIndex
{
    // CROSS makes SQLite look up each range in the index. Else it compares each document of the index with all ranges: minutes, where a new
    // version of the parser replaces all episodes of a large library.
    internal const string RemoveDocuments = """
        DELETE FROM search_text
        WHERE  rowid IN (SELECT     gone.rowid
                         FROM       search_removal
                         CROSS JOIN search_text AS gone
                         WHERE      gone.rowid BETWEEN first_document AND last_document)
        """;

    /// <summary>
    /// Completes an import: deletes postings of removed documents, merges the segments into one where much was added (which makes first
    /// reads of a term faster), and stores the new vocabulary.
    /// </summary>
    public static async Task CompleteAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        const string sql = $"""
            {RemoveDocuments};

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
