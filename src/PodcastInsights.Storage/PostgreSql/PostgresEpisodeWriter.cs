using Npgsql;
using NpgsqlTypes;
using PodcastInsights.Core.Importing.Records;
using PodcastInsights.Core.Search.Sessions;
using PodcastInsights.Storage.Sql;

namespace PodcastInsights.Storage.PostgreSql;

/// <summary>Inserts turns, their paragraphs and their words by COPY, which takes rows as a stream of bytes.</summary>
internal sealed class PostgresEpisodeWriter(NpgsqlConnection connection) : SqlEpisodeWriter(connection)
{
    private readonly NpgsqlConnection connection = connection;

    public override void Dispose()
    {
        // Holds nothing but the connection, which is another's.
    }

    protected override async Task InsertTurnsAsync(IReadOnlyList<StoredTurn> stored, CancellationToken cancellationToken)
    {
        const string turns = """
            COPY turn (id, body_id, number, hash, speaker, speaker_inferred, start_ms, excerpt, language, section_id)
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
                await copy.StartRowAsync(cancellationToken);
                await copy.WriteAsync(id, cancellationToken);
                await copy.WriteAsync(body, cancellationToken);
                await copy.WriteAsync(turn.Number, cancellationToken);
                await copy.WriteAsync(turn.Hash, cancellationToken);
                await WriteAsync(copy, turn.Speaker);
                await copy.WriteAsync(turn.SpeakerInferred ? 1 : 0, cancellationToken);
                await WriteAsync(copy, turn.Start?.Milliseconds);
                await copy.WriteAsync(turn.Excerpt, cancellationToken);
                await copy.WriteAsync(turn.Language, cancellationToken);
                await WriteAsync(copy, section);
            }

            await copy.CompleteAsync(cancellationToken);
        }

        await using (var copy = await connection.BeginBinaryImportAsync(paragraphs, cancellationToken))
        {
            foreach (var (id, _, turn, _) in stored)
            {
                foreach (var (index, paragraph) in turn.Paragraphs.Index())
                {
                    await copy.StartRowAsync(cancellationToken);
                    await copy.WriteAsync(id, cancellationToken);
                    await copy.WriteAsync(index + 1, cancellationToken);
                    await copy.WriteAsync(paragraph.Text, cancellationToken);
                    await WriteAsync(copy, paragraph.Start?.Milliseconds);
                    await copy.WriteAsync(paragraph.Sponsor ? 1 : 0, cancellationToken);
                    await copy.WriteAsync(paragraph.Language, cancellationToken);
                    await copy.WriteAsync((int)paragraph.Markup, cancellationToken);
                    await WriteAsync(copy, paragraph.Plain == paragraph.Text ? null : paragraph.Plain);
                    await WriteAsync(copy, StoredSpans.Write(paragraph.Marked?.Spans ?? []));
                    await copy.WriteAsync(paragraph.WordCount, cancellationToken);
                }
            }

            await copy.CompleteAsync(cancellationToken);
        }
    }

    internal override async Task InsertDocumentsAsync(int first, IReadOnlyList<DocumentRow> documents)
    {
        const string sql = """
            INSERT INTO search_segment (first_document, stamp, terms)
            SELECT $1, stamp, $2
            FROM   library_state
            """;
        var terms = new PostingSegment(PackedPostings.Invert(first, documents)).Pack();
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = first }, new() { Value = terms } } };
        await command.ExecuteNonQueryAsync();
    }

    private static Task WriteAsync(NpgsqlBinaryImporter copy, string? value) =>
        value is null ? copy.WriteNullAsync() : copy.WriteAsync(value, NpgsqlDbType.Text);

    private static Task WriteAsync(NpgsqlBinaryImporter copy, long? value) =>
        value is { } number ? copy.WriteAsync(number, NpgsqlDbType.Bigint) : copy.WriteNullAsync();
}
