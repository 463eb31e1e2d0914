using System.Globalization;
using Microsoft.Data.Sqlite;
using PodcastInsights.Core.Importing.Records;
using PodcastInsights.Storage.Sql;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>
/// Inserts turns, paragraphs and documents with statements that are prepared once. Documents are inserted for many episodes at once: FTS5
/// writes a segment of its index whenever a statement for many rows begins, and many small segments have to be merged more often.
/// </summary>
internal sealed class SqliteEpisodeWriter : SqlEpisodeWriter
{
    /// <summary>Bytes of tokens that may wait; with those that FTS5 keeps until it writes a segment, about twice this is in memory.</summary>
    private const int MostWaiting = 8 << 20;

    private readonly BulkStatement turns;
    private readonly BulkStatement paragraphs;
    private readonly BulkStatement tokens;
    private readonly List<(int First, IReadOnlyList<DocumentRow> Documents)> waiting = [];
    private long bytesWaiting;

    /// <param name="connection">A connection in a transaction.</param>
    public SqliteEpisodeWriter(SqliteConnection connection)
        : base(connection)
    {
        turns = new BulkStatement(connection, $"""
            INSERT INTO turn ({TurnColumns}, excerpt)
            VALUES           (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, '')
            """);
        paragraphs = new BulkStatement(connection, $"""
            INSERT INTO paragraph ({ParagraphColumns})
            VALUES                (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
            """);
        tokens = new BulkStatement(connection, """
            INSERT INTO search_text (rowid, tokens)
            VALUES                  (?1,    ?2)
            """);
    }

    protected override Task InsertTurnsAsync(
        IEnumerable<object?[]> turns, IEnumerable<object?[]> paragraphs, CancellationToken cancellationToken)
    {
        Run(this.turns, turns, cancellationToken);
        Run(this.paragraphs, paragraphs, cancellationToken);
        return Task.CompletedTask;
    }

    internal override Task InsertDocumentsAsync(int first, IReadOnlyList<DocumentRow> documents)
    {
        waiting.Add((first, documents));
        bytesWaiting += documents.Sum(static row => (long)row.Tokens.Length);
        if (bytesWaiting >= MostWaiting)
        {
            InsertWaiting();
        }

        return Task.CompletedTask;
    }

    /// <summary>Inserts the documents that wait. Called before each commit.</summary>
    internal void InsertWaiting()
    {
        foreach (var (first, documents) in waiting)
        {
            foreach (var (index, row) in documents.Index())
            {
                tokens.Bind(1, first + index);
                tokens.Bind(2, row.Tokens.Span);
                tokens.Run();
            }
        }

        waiting.Clear();
        bytesWaiting = 0;
    }

    public override void Dispose()
    {
        turns.Dispose();
        paragraphs.Dispose();
        tokens.Dispose();
    }

    private static void Run(BulkStatement statement, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var (index, value) in row.Index())
            {
                if (value is string text)
                {
                    statement.Bind(index + 1, text);
                }
                else
                {
                    statement.Bind(index + 1, value is null ? null : Convert.ToInt64(value, CultureInfo.InvariantCulture));
                }
            }

            statement.Run();
        }
    }
}
