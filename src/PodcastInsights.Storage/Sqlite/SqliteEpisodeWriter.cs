using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using PodcastInsights.Core.Episodes;
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
    private const int MostWaiting = 4 << 20;

    private readonly SqliteConnection connection;
    private readonly BulkStatement turns;
    private readonly BulkStatement paragraphs;
    private readonly BulkStatement tokens;
    private readonly List<(int First, IReadOnlyList<DocumentRow> Documents)> waiting = [];
    private long bytesWaiting;

    /// <param name="connection">A connection in a transaction.</param>
    public SqliteEpisodeWriter(SqliteConnection connection)
        : base(connection)
    {
        this.connection = connection;
        turns = new BulkStatement(connection, """
            INSERT INTO turn (id, body_id, number, hash, speaker, speaker_inferred, start_ms, language, section_id)
            VALUES           (?1, ?2,      ?3,     ?4,   ?5,      ?6,               ?7,       ?8,       ?9)
            """);
        paragraphs = new BulkStatement(connection, """
            INSERT INTO paragraph (turn_id, number, text, start_ms, sponsor, language, markup, plain, spans, words)
            VALUES                (?1,      ?2,     ?3,   ?4,       ?5,      ?6,       ?7,     ?8,    ?9,    ?10)
            """);
        tokens = new BulkStatement(connection, """
            INSERT INTO search_text (rowid, tokens)
            VALUES                  (?1,    ?2)
            """);
    }

    protected override Task<long> LastTurnAsync() => connection.ExecuteScalarAsync<long>("SELECT coalesce(max(id), 0) FROM turn");

    protected override BodyInsert Begin(BodyRecord body, long firstTurn, int firstDocument) => (id, sectionOf, cancellationToken) =>
    {
        Run(turns, body.Turns.Select((turn, at) => RowOf(firstTurn + at, id, turn, sectionOf(turn))), cancellationToken);
        Run(
            paragraphs,
            body.Turns.SelectMany((turn, at) => turn.Paragraphs.Select((paragraph, number) => RowOf(firstTurn + at, number + 1, paragraph))),
            cancellationToken);
        InsertDocuments(firstDocument, body.Documents);
        return Task.CompletedTask;
    };

    /// <param name="first">Id of the first document; the others are consecutive.</param>
    internal void InsertDocuments(int first, IReadOnlyList<DocumentRow> documents)
    {
        waiting.Add((first, documents));
        bytesWaiting += documents.Sum(static row => (long)row.Tokens.Length);
        if (bytesWaiting >= MostWaiting)
        {
            InsertWaiting();
        }
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
        base.Dispose();
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

    private static object?[] RowOf(long id, long body, TurnRow turn, long? section) =>
    [
        id,
        body,
        turn.Number,
        turn.Hash,
        turn.Speaker,
        turn.SpeakerInferred ? 1 : 0,
        turn.Start?.Milliseconds,
        turn.Language,
        section,
    ];

    private static object?[] RowOf(long turn, int number, Paragraph paragraph) =>
    [
        turn,
        number,
        paragraph.Text,
        paragraph.Start?.Milliseconds,
        paragraph.Sponsor ? 1 : 0,
        paragraph.Language,
        (int)paragraph.Markup,
        paragraph.Plain == paragraph.Text ? null : paragraph.Plain,
        StoredSpans.Write(paragraph.Marked?.Spans ?? []),
        paragraph.WordCount,
    ];
}
