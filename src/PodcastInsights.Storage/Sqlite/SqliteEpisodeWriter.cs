using Microsoft.Data.Sqlite;
using PodcastInsights.Core.Importing.Records;
using PodcastInsights.Storage.Sql;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>Inserts turns, their paragraphs and their words by statements that are prepared once.</summary>
internal sealed class SqliteEpisodeWriter : SqlEpisodeWriter
{
    private readonly BulkStatement turns;
    private readonly BulkStatement paragraphs;
    private readonly BulkStatement tokens;

    /// <param name="connection">In its transaction.</param>
    public SqliteEpisodeWriter(SqliteConnection connection)
        : base(connection)
    {
        turns = new BulkStatement(connection, """
            INSERT INTO turn (id, body_id, number, hash, speaker, speaker_inferred, start_ms, excerpt, language, section_id)
            VALUES           (?1, ?2,      ?3,     ?4,   ?5,      ?6,               ?7,       '',      ?8,       ?9)
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

    protected override Task InsertTurnsAsync(IReadOnlyList<StoredTurn> stored, CancellationToken cancellationToken)
    {
        foreach (var (id, body, turn, section) in stored)
        {
            cancellationToken.ThrowIfCancellationRequested();
            turns.Bind(1, id);
            turns.Bind(2, body);
            turns.Bind(3, turn.Number);
            turns.Bind(4, turn.Hash);
            turns.Bind(5, turn.Speaker);
            turns.Bind(6, turn.SpeakerInferred ? 1 : 0);
            turns.Bind(7, turn.Start?.Milliseconds);
            turns.Bind(8, turn.Language);
            turns.Bind(9, section);
            turns.Run();
            foreach (var (index, paragraph) in turn.Paragraphs.Index())
            {
                paragraphs.Bind(1, id);
                paragraphs.Bind(2, index + 1);
                paragraphs.Bind(3, paragraph.Text);
                paragraphs.Bind(4, paragraph.Start?.Milliseconds);
                paragraphs.Bind(5, paragraph.Sponsor ? 1 : 0);
                paragraphs.Bind(6, paragraph.Language);
                paragraphs.Bind(7, (int)paragraph.Markup);
                paragraphs.Bind(8, paragraph.Plain == paragraph.Text ? null : paragraph.Plain);
                paragraphs.Bind(9, StoredSpans.Write(paragraph.Marked?.Spans ?? []));
                paragraphs.Bind(10, paragraph.WordCount);
                paragraphs.Run();
            }
        }

        return Task.CompletedTask;
    }

    internal override Task InsertDocumentsAsync(int first, IReadOnlyList<DocumentRow> documents)
    {
        foreach (var (index, row) in documents.Index())
        {
            tokens.Bind(1, first + index);
            tokens.Bind(2, row.Tokens.Span);
            tokens.Run();
        }

        return Task.CompletedTask;
    }

    public override void Dispose()
    {
        turns.Dispose();
        paragraphs.Dispose();
        tokens.Dispose();
    }
}
