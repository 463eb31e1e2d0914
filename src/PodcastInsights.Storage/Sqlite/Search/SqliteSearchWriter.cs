using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Analysis;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>Keeps the search tables in step with the turns, in the transaction that writes them.</summary>
internal static class SqliteSearchWriter
{
    /// <param name="takeaways">Turns in which a takeaway begins.</param>
    public static async Task InsertAsync(
        SqliteConnection connection,
        long bodyId,
        IEnumerable<(long Id, Turn Turn)> turns,
        IReadOnlySet<TurnId> takeaways,
        CancellationToken cancellationToken)
    {
        const string nextDocument = """
            SELECT next_document
            FROM   search_state
            """;
        const string insertDocument = """
            INSERT INTO search_document (id, turn_id, length, sponsor, takeaway)
            VALUES                      (?1, ?2,      ?3,     ?4,      ?5)
            """;
        const string insertTokens = """
            INSERT INTO search_text (rowid, tokens)
            VALUES                  (?1,    ?2)
            """;
        const string insertRun = """
            INSERT INTO search_run ( first_document,  last_document,  body_id)
            VALUES                 (@first,          @last,          @bodyId);

            UPDATE search_state
            SET    generation    = generation + 1,
                   next_document = @last + 1
            """;
        var first = await connection.ExecuteScalarAsync<int>(new CommandDefinition(nextDocument, cancellationToken: cancellationToken));
        var next = first;
        var text = new IndexedText();
        using var document = new BulkStatement(connection, insertDocument);
        using var tokens = new BulkStatement(connection, insertTokens);
        foreach (var (id, turn) in turns)
        {
            foreach (var sponsor in (ReadOnlySpan<bool>)[false, true])
            {
                text.Clear();
                foreach (var paragraph in turn.Paragraphs)
                {
                    if (paragraph.Sponsor == sponsor)
                    {
                        text.AddParagraph(paragraph.Plain);
                    }
                    else
                    {
                        text.SkipParagraph();
                    }
                }

                if (text.Length == 0)
                {
                    continue;
                }

                document.Bind(1, next);
                document.Bind(2, id);
                document.Bind(3, text.Length);
                document.Bind(4, sponsor ? 1 : 0);
                document.Bind(5, takeaways.Contains(turn.Id) ? 1 : 0);
                document.Run();
                tokens.Bind(1, next);
                tokens.Bind(2, text.Utf8);
                tokens.Run();
                next++;
            }
        }

        if (next > first)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                insertRun, new { first, last = next - 1, bodyId }, cancellationToken: cancellationToken));
        }
    }

    /// <summary>
    /// Takes out the documents of an episode; called while its bodies are still in their table. Their words stay until the import is
    /// complete, for searches that see the index as it was a moment ago.
    /// </summary>
    public static async Task DeleteAsync(DbConnection connection, EpisodeSlug slug, CancellationToken cancellationToken)
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
        var gone = await connection.QueryAsync<(int First, int Last)>(
            new CommandDefinition(runs, new { slug = slug.Value }, cancellationToken: cancellationToken));
        foreach (var (first, last) in gone)
        {
            await connection.ExecuteAsync(new CommandDefinition(delete, new { first, last }, cancellationToken: cancellationToken));
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
