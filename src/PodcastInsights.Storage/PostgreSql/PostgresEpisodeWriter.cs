using Dapper;
using Npgsql;
using PodcastInsights.Core.Importing.Records;
using PodcastInsights.Core.Search.Sessions;
using PodcastInsights.Storage.Sql;

namespace PodcastInsights.Storage.PostgreSql;

/// <summary>Inserts turns as blocks, with COPY, which sends rows as a stream of bytes.</summary>
/// <param name="statements">The same connection, for all other statements.</param>
internal sealed class PostgresEpisodeWriter(NpgsqlConnection connection, BatchingConnection statements, PostgresSegments segments)
    : SqlEpisodeWriter(statements)
{
    public static async Task CopyAsync(
        NpgsqlConnection connection, string table, string columns, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"COPY {table} ({columns}) FROM STDIN (FORMAT binary)", cancellationToken);
        foreach (var row in rows)
        {
            await copy.WriteRowAsync(cancellationToken, row);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    protected override Task<long> LastTurnAsync()
    {
        const string sql = """
            SELECT   first_turn + last_number - first_number
            FROM     turn_block
            ORDER BY first_turn DESC, first_paragraph DESC
            LIMIT    1
            """;
        return statements.ExecuteScalarAsync<long>(sql);
    }

    protected override BodyInsert Begin(BodyRecord body, long firstTurn, int firstDocument)
    {
        // Compressing and inverting take a fifth of what one episode takes here, and the processor is idle while the server answers.
        var blocks = Task.Run(() => TurnBlock.Of(body.Turns).Select(static block => (Block: block, Bytes: StoredTurns.Write(block.Turns))).ToList());
        var segment = Task.Run(() => new PostingSegment(PackedPostings.Invert(firstDocument, body.Documents)));
        return async (id, sectionOf, cancellationToken) =>
        {
            const string columns = "body_id, first_turn, first_paragraph, first_number, last_number, sections, turns";
            await statements.SendAsync(cancellationToken);
            await CopyAsync(connection, "turn_block", columns, (await blocks).Select(Row), cancellationToken);
            if (body.Documents.Count > 0)
            {
                await segments.AddAsync(statements, firstDocument, await segment);
            }

            object?[] Row((TurnBlock Block, byte[] Bytes) written)
            {
                var (block, bytes) = written;
                var sections = block.Turns.Select(sectionOf).ToArray();
                return
                [
                    id, firstTurn + block.First, block.FirstParagraph, block.Turns[0].Number, block.Turns[^1].Number,
                    Array.TrueForAll(sections, static section => section is null) ? null : sections, bytes,
                ];
            }
        };
    }
}
