using System.Data.Common;
using Dapper;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing.Records;
using PodcastInsights.Core.Search.Sessions;

namespace PodcastInsights.Storage.Sql;

/// <summary>Inserts and deletes runs of documents with the turns, in the same transaction.</summary>
internal static class SqlSearchRuns
{
    /// <returns>The id that the next document will have.</returns>
    public static Task<int> NextDocumentAsync(DbConnection connection)
    {
        const string sql = """
            SELECT next_document
            FROM   search_state
            """;
        return connection.ExecuteScalarAsync<int>(sql);
    }

    /// <param name="first">Id of the body's first document; the others are consecutive.</param>
    /// <param name="firstTurn">Id of its first turn; the others are consecutive.</param>
    public static Task InsertAsync(DbConnection connection, long bodyId, int first, long firstTurn, BodyRecord body)
    {
        const string sql = """
            INSERT INTO search_run (first_document, last_document, body_id, documents, people, stamp)
            SELECT @first, @last, @bodyId, @documents, 0, stamp
            FROM   library_state;

            UPDATE search_state
            SET    generation    = generation + 1,
                   next_document = @last + 1
            """;
        return connection.ExecuteAsync(
            sql, new { first, last = first + body.Documents.Count - 1, bodyId, documents = PackedDocuments.Pack(body, firstTurn) });
    }

    /// <summary>
    /// Deletes the documents of an episode; must be called while its bodies exist. Their postings stay until the import is complete, for
    /// searches that still use an earlier version.
    /// </summary>
    public static Task DeleteAsync(DbConnection connection, EpisodeSlug slug)
    {
        const string sql = """
            UPDATE search_state
            SET    generation = generation + (SELECT count(*)
                                              FROM   episode
                                              JOIN   body       ON body.episode_id    = episode.id
                                              JOIN   search_run ON search_run.body_id = body.id
                                              WHERE  episode.slug = @slug);

            INSERT INTO search_removal (first_document, last_document)
            SELECT search_run.first_document, search_run.last_document
            FROM   episode
            JOIN   body       ON body.episode_id    = episode.id
            JOIN   search_run ON search_run.body_id = body.id
            WHERE  episode.slug = @slug;

            DELETE FROM search_run
            WHERE  body_id IN (SELECT body.id
                               FROM   episode
                               JOIN   body ON body.episode_id = episode.id
                               WHERE  episode.slug = @slug)
            """;
        return connection.ExecuteAsync(sql, new { slug = slug.Value });
    }
}
