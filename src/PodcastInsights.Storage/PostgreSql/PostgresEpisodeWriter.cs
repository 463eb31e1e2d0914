using System.Data.Common;
using Dapper;
using PodcastInsights.Core.Importing.Records;
using PodcastInsights.Core.Search.Sessions;
using PodcastInsights.Storage.Sql;

namespace PodcastInsights.Storage.PostgreSql;

/// <summary>Inserts turns as blocks.</summary>
internal sealed class PostgresEpisodeWriter(DbConnection connection, PostgresSegments segments) : SqlEpisodeWriter(connection)
{
    private string? stamp;

    protected override Task<long> LastTurnAsync()
    {
        const string sql = """
            SELECT   first_turn + last_number - first_number
            FROM     turn_block
            ORDER BY first_turn DESC, first_paragraph DESC
            LIMIT    1
            """;
        return Connection.ExecuteScalarAsync<long>(sql);
    }

    protected override BodyInsert Begin(BodyRecord body, long firstTurn, int firstDocument)
    {
        // Compressing and inverting take a fifth of what one episode takes here, and the processor is idle while the server answers.
        var blocks = Task.Run(() => TurnBlock.Of(body.Turns).Select(static block => (Block: block, Bytes: StoredTurns.Write(block.Turns))).ToList());
        var segment = Task.Run(() => new PostingSegment(PackedPostings.Invert(firstDocument, body.Documents)));
        return async (id, sectionOf, cancellationToken) =>
        {
            // A statement for each row: COPY would need round trips of its own, and an episode has few blocks.
            const string insert = """
                INSERT INTO turn_block (body_id, first_turn, first_paragraph, first_number, last_number, sections, turns)
                VALUES
                """;
            foreach (var (block, bytes) in await blocks)
            {
                var sections = block.Turns.Select(sectionOf).ToArray();
                object?[] row =
                [
                    id, firstTurn + block.First, block.FirstParagraph, block.Turns[0].Number, block.Turns[^1].Number,
                    Array.TrueForAll(sections, static section => section is null) ? null : sections, bytes,
                ];
                await SqlRows.InsertAsync(Connection, insert, [row], cancellationToken);
            }

            if (body.Documents.Count > 0)
            {
                stamp ??= (await SqlLibraryState.ReadAsync(Connection, cancellationToken)).Stamp;
                await segments.AddAsync(Connection, firstDocument, stamp, await segment);
            }
        };
    }
}
