using Dapper;
using Microsoft.Data.Sqlite;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing.Records;
using PodcastInsights.Core.Search.Sessions;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>Keeps the search tables in step with the turns, in the transaction that writes them.</summary>
internal sealed class SqliteSearchWriter : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly BulkStatement tokens;

    public SqliteSearchWriter(SqliteConnection connection)
    {
        const string insertTokens = """
            INSERT INTO search_text (rowid, tokens)
            VALUES                  (?1,    ?2)
            """;
        this.connection = connection;
        tokens = new BulkStatement(connection, insertTokens);
    }

    /// <param name="firstTurn">Id of the body's first turn; those of the others follow it.</param>
    public void Insert(long bodyId, long firstTurn, BodyRecord body)
    {
        const string nextDocument = """
            SELECT next_document
            FROM   search_state
            """;
        const string insertRun = """
            INSERT INTO search_run (first_document, last_document, body_id, documents, people, stamp)
            SELECT @first, @last, @bodyId, @documents, 0, stamp
            FROM   library_state;

            UPDATE search_state
            SET    generation    = generation + 1,
                   next_document = @last + 1
            """;
        if (body.Documents.Count == 0)
        {
            return;
        }

        var first = connection.ExecuteScalar<int>(nextDocument);
        foreach (var (index, row) in body.Documents.Index())
        {
            tokens.Bind(1, first + index);
            tokens.Bind(2, row.Tokens.Span);
            tokens.Run();
        }

        connection.Execute(
            insertRun, new { first, last = first + body.Documents.Count - 1, bodyId, documents = PackedDocuments.Pack(body, firstTurn) });
    }

    public void Dispose() => tokens.Dispose();

    /// <summary>
    /// Takes out the documents of an episode; called while its bodies are still in their table. Their words stay until the import is
    /// complete, for searches that see the index as it was a moment ago.
    /// </summary>
    public static void Delete(SqliteConnection connection, EpisodeSlug slug)
    {
        const string runs = """
            SELECT search_run.first_document AS First,
                   search_run.last_document  AS Last
            FROM   episode
            JOIN   body       ON body.episode_id    = episode.id
            JOIN   search_run ON search_run.body_id = body.id
            WHERE  episode.slug = @slug
            """;
        const string delete = """
            INSERT INTO search_removal (first_document, last_document)
            VALUES                     (@first,         @last);

            DELETE FROM search_run
            WHERE  first_document = @first;

            UPDATE search_state
            SET    generation = generation + 1
            """;
        foreach (var (first, last) in connection.Query<(int First, int Last)>(runs, new { slug = slug.Value }).AsList())
        {
            connection.Execute(delete, new { first, last });
        }
    }

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
            await SqliteLibraryState.ChangeAsync(connection, cancellationToken);
            await connection.ExecuteAsync(new CommandDefinition(sql, cancellationToken: cancellationToken));
            await SqliteVocabulary.KeepAsync(connection, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }
}
