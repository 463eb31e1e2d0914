using Dapper;
using Microsoft.Data.Sqlite;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing.Records;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>Keeps the search tables in step with the turns, in the transaction that writes them.</summary>
internal sealed class SqliteSearchWriter : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly BulkStatement document;
    private readonly BulkStatement tokens;

    public SqliteSearchWriter(SqliteConnection connection)
    {
        const string insertDocument = """
            INSERT INTO search_document (id, turn_id, length, sponsor, takeaway)
            VALUES                      (?1, ?2,      ?3,     ?4,      ?5)
            """;
        const string insertTokens = """
            INSERT INTO search_text (rowid, tokens)
            VALUES                  (?1,    ?2)
            """;
        this.connection = connection;
        document = new BulkStatement(connection, insertDocument);
        tokens = new BulkStatement(connection, insertTokens);
    }

    /// <param name="firstTurn">Id of the body's first turn; those of the others follow it.</param>
    public void Insert(long bodyId, long firstTurn, IReadOnlyList<DocumentRow> documents)
    {
        const string nextDocument = """
            SELECT next_document
            FROM   search_state
            """;
        const string insertRun = """
            INSERT INTO search_run ( first_document,  last_document,  body_id)
            VALUES                 (@first,          @last,          @bodyId);

            UPDATE search_state
            SET    generation    = generation + 1,
                   next_document = @last + 1
            """;
        if (documents.Count == 0)
        {
            return;
        }

        var first = connection.ExecuteScalar<int>(nextDocument);
        foreach (var (index, row) in documents.Index())
        {
            document.Bind(1, first + index);
            document.Bind(2, firstTurn + row.Turn);
            document.Bind(3, row.Length);
            document.Bind(4, row.Sponsor ? 1 : 0);
            document.Bind(5, row.Takeaway ? 1 : 0);
            document.Run();
            tokens.Bind(1, first + index);
            tokens.Bind(2, row.Tokens.Span);
            tokens.Run();
        }

        connection.Execute(insertRun, new { first, last = first + documents.Count - 1, bodyId });
    }

    public void Dispose()
    {
        document.Dispose();
        tokens.Dispose();
    }

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

            DELETE FROM search_document
            WHERE  id BETWEEN @first AND @last;

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
                   vocabulary = generation + 1
            WHERE  generation > vocabulary;
            """;
        await using var transaction = connection.BeginTransaction(deferred: false);
        await connection.ExecuteAsync(new CommandDefinition(sql, cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
    }
}
