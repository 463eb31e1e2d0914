using Dapper;
using Npgsql;
using PodcastInsights.Core.Importing.Records;
using PodcastInsights.Storage.Sql;

namespace PodcastInsights.Storage.PostgreSql;

/// <summary>Inserts turns as blocks, with COPY, which sends rows as a stream of bytes.</summary>
internal sealed class PostgresEpisodeWriter(NpgsqlConnection connection, PostgresSegments segments) : SqlEpisodeWriter(connection)
{
    private readonly NpgsqlConnection connection = connection;

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

    public override void Dispose()
    {
        // The connection is owned by the transaction.
    }

    protected override Task<long> LastTurnAsync()
    {
        const string sql = """
            SELECT   first_turn + last_number - first_number
            FROM     turn_block
            ORDER BY first_turn DESC, first_paragraph DESC
            LIMIT    1
            """;
        return connection.ExecuteScalarAsync<long>(sql);
    }

    protected override Task InsertTurnsAsync(
        long body, long first, IReadOnlyList<TurnRow> turns, Func<TurnRow, long?> sectionOf, CancellationToken cancellationToken)
    {
        const string columns = "body_id, first_turn, first_paragraph, first_number, last_number, sections, turns";
        return CopyAsync(connection, "turn_block", columns, TurnBlock.Of(turns).Select(Row), cancellationToken);

        object?[] Row(TurnBlock block)
        {
            var sections = block.Turns.Select(sectionOf).ToArray();
            return
            [
                body,
                first + block.First,
                block.FirstParagraph,
                block.Turns[0].Number,
                block.Turns[^1].Number,
                Array.TrueForAll(sections, static section => section is null) ? null : sections,
                StoredTurns.Write(block.Turns),
            ];
        }
    }

    internal override Task InsertDocumentsAsync(int first, IReadOnlyList<DocumentRow> documents) => segments.AddAsync(connection, first, documents);
}
