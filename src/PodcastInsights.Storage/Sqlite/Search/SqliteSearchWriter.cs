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
        SqliteConnection connection, long bodyId, IEnumerable<(long Id, Turn Turn)> turns, IReadOnlySet<TurnId> takeaways, CancellationToken cancellationToken)
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
        var first = await connection.ExecuteScalarAsync<int>(new CommandDefinition(nextDocument, cancellationToken: cancellationToken));
        var next = first;
        var text = new IndexedText();
        await using var document = DocumentCommand(connection);
        await using var tokens = TokensCommand(connection);
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

                document.Parameters[0].Value = tokens.Parameters[0].Value = next++;
                document.Parameters[1].Value = id;
                document.Parameters[2].Value = text.Length;
                document.Parameters[3].Value = sponsor;
                document.Parameters[4].Value = takeaways.Contains(turn.Id);
                tokens.Parameters[1].Value = text.ToString();
                document.ExecuteNonQuery();
                tokens.ExecuteNonQuery();
            }
        }

        if (next > first)
        {
            await connection.ExecuteAsync(new CommandDefinition(insertRun, new { first, last = next - 1, bodyId }, cancellationToken: cancellationToken));
        }
    }

    /// <summary>Takes out the documents of an episode; called while its bodies are still in their table.</summary>
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
            DELETE FROM search_text
            WHERE  rowid IN (SELECT id FROM search_document WHERE id BETWEEN @first AND @last);

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
    /// After an import: merges the index's segments into one where much was added, which the first reading of a word feels,
    /// and has readers take up the new words.
    /// </summary>
    public static Task CompleteAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO search_text (search_text)
            SELECT 'optimize'
            FROM   search_state
            WHERE  generation > vocabulary + 20;

            UPDATE search_state
            SET    generation = generation + 1,
                   vocabulary = generation + 1
            WHERE  generation > vocabulary;
            """;
        return connection.ExecuteAsync(new CommandDefinition(sql, cancellationToken: cancellationToken));
    }

    private static SqliteCommand DocumentCommand(SqliteConnection connection)
    {
        const string sql = """
            INSERT INTO search_document ( id,  turn_id,  length,  sponsor,  takeaway)
            VALUES                      ($id, $turnId,  $length, $sponsor, $takeaway)
            """;
        return Prepared(connection, sql, ("$id", SqliteType.Integer), ("$turnId", SqliteType.Integer), ("$length", SqliteType.Integer),
            ("$sponsor", SqliteType.Integer), ("$takeaway", SqliteType.Integer));
    }

    private static SqliteCommand TokensCommand(SqliteConnection connection)
    {
        const string sql = """
            INSERT INTO search_text (rowid, tokens)
            VALUES                  ($id,  $tokens)
            """;
        return Prepared(connection, sql, ("$id", SqliteType.Integer), ("$tokens", SqliteType.Text));
    }

    private static SqliteCommand Prepared(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, SqliteType Type)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, type) in parameters)
        {
            command.Parameters.Add(name, type);
        }

        return command;
    }
}
