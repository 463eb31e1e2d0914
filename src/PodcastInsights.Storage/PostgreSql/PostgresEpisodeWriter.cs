using Npgsql;
using PodcastInsights.Core.Importing.Records;
using PodcastInsights.Storage.Sql;

namespace PodcastInsights.Storage.PostgreSql;

/// <summary>Inserts turns, their paragraphs and their words by COPY, which takes rows as a stream of bytes.</summary>
internal sealed class PostgresEpisodeWriter(NpgsqlConnection connection, PostgresSegments segments) : SqlEpisodeWriter(connection)
{
    private readonly NpgsqlConnection connection = connection;

    public override void Dispose()
    {
        // Holds nothing but the connection, which is another's.
    }

    protected override async Task InsertTurnsAsync(IReadOnlyList<StoredTurn> stored, CancellationToken cancellationToken)
    {
        const string turns = """
            COPY turn (id, body_id, number, hash, speaker, speaker_inferred, start_ms, language, section_id)
            FROM STDIN (FORMAT binary)
            """;
        const string paragraphs = """
            COPY paragraph (turn_id, number, text, start_ms, sponsor, language, markup, plain, spans, words)
            FROM STDIN (FORMAT binary)
            """;
        await using (var copy = await connection.BeginBinaryImportAsync(turns, cancellationToken))
        {
            foreach (var (id, body, turn, section) in stored)
            {
                await copy.WriteRowAsync(
                    cancellationToken,
                    id,
                    body,
                    turn.Number,
                    turn.Hash,
                    turn.Speaker,
                    turn.SpeakerInferred ? 1 : 0,
                    turn.Start?.Milliseconds,
                    turn.Language,
                    section);
            }

            await copy.CompleteAsync(cancellationToken);
        }

        await using (var copy = await connection.BeginBinaryImportAsync(paragraphs, cancellationToken))
        {
            foreach (var (turn, number, paragraph) in stored.SelectMany(static turn => turn.Row.Paragraphs.Select((row, at) => (turn.Id, at + 1, row))))
            {
                await copy.WriteRowAsync(
                    cancellationToken,
                    turn,
                    number,
                    paragraph.Text,
                    paragraph.Start?.Milliseconds,
                    paragraph.Sponsor ? 1 : 0,
                    paragraph.Language,
                    (int)paragraph.Markup,
                    paragraph.Plain == paragraph.Text ? null : paragraph.Plain,
                    StoredSpans.Write(paragraph.Marked?.Spans ?? []),
                    paragraph.WordCount);
            }

            await copy.CompleteAsync(cancellationToken);
        }
    }

    internal override Task InsertDocumentsAsync(int first, IReadOnlyList<DocumentRow> documents) => segments.AddAsync(connection, first, documents);
}
