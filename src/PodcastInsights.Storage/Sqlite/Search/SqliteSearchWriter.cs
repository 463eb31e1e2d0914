using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Analysis;
using PodcastInsights.Core.Search.Matching;
using PodcastInsights.Core.Search.Sessions;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>Keeps the search tables in step with the turns, in the transaction that writes them.</summary>
internal static class SqliteSearchWriter
{
    /// <param name="slugOf">Of who says a turn; null where nobody can be named.</param>
    /// <param name="language">Of turns without a paragraph.</param>
    /// <param name="takeaways">Turns in which a takeaway begins.</param>
    public static async Task InsertAsync(
        SqliteConnection connection,
        long bodyId,
        IEnumerable<(long Id, Turn Turn)> turns,
        Func<Turn, EpisodeSlug?> slugOf,
        string language,
        IReadOnlySet<TurnId> takeaways,
        CancellationToken cancellationToken)
    {
        const string nextDocument = """
            SELECT next_document
            FROM   search_state
            """;
        const string insertTokens = """
            INSERT INTO search_text (rowid, tokens)
            VALUES                  (?1,    ?2)
            """;
        const string insertRun = """
            INSERT INTO search_run (first_document, last_document, body_id, documents, stamp)
            SELECT @first, @last, @bodyId, @documents, stamp
            FROM   library_state;

            UPDATE search_state
            SET    generation    = generation + 1,
                   next_document = @last + 1
            """;
        var first = await connection.ExecuteScalarAsync<int>(new CommandDefinition(nextDocument, cancellationToken: cancellationToken));
        var next = first;
        var text = new IndexedText();
        var documents = new PackedDocumentsBuilder();
        using var tokens = new BulkStatement(connection, insertTokens);
        foreach (var (id, turn) in turns)
        {
            (string Slug, string Name)? speaker = slugOf(turn) is { } slug ? (slug.Value, turn.Speaker!) : null;
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

                var traits = (sponsor ? DocumentTraits.Sponsor : 0) | (takeaways.Contains(turn.Id) ? DocumentTraits.Takeaway : 0);
                documents.Add(id, speaker, turn.Paragraphs.Count == 0 ? language : turn.Paragraphs[0].Language, text.Length, traits);
                tokens.Bind(1, next);
                tokens.Bind(2, text.Utf8);
                tokens.Run();
                next++;
            }
        }

        if (next > first)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                insertRun, new { first, last = next - 1, bodyId, documents = documents.Build() }, cancellationToken: cancellationToken));
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
