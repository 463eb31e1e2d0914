using System.Data.Common;
using Dapper;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Storage.Sql;

namespace PodcastInsights.Storage.PostgreSql;

/// <summary>Reads turns from their blocks; see <see cref="TurnBlock"/>.</summary>
internal sealed class PostgresTurns : SqlTurns
{
    /// <summary>
    /// Selects the block that contains a paragraph of a turn, or would contain it. For LATERAL, after <c>wanted (turn, paragraph)</c>.
    /// </summary>
    public const string BlockOf = """
        SELECT   *
        FROM     turn_block
        WHERE    (first_turn, first_paragraph) <= (wanted.turn, wanted.paragraph)
        ORDER BY first_turn DESC, first_paragraph DESC
        LIMIT    1
        """;

    public static PostgresTurns Instance { get; } = new();

    public override async Task<List<Turn>> OfAsync(DbConnection connection, long body, int first, int last, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT   turns
            FROM     turn_block
            WHERE    body_id = @body
            AND      first_number <= @last
            AND      last_number  >= @first
            ORDER BY first_number, first_turn, first_paragraph
            """;
        var blocks = await connection.QueryAsync<byte[]>(new CommandDefinition(sql, new { body, first, last }, cancellationToken: cancellationToken));
        return StoredTurns.Join(blocks).FindAll(turn => turn.Number >= first && turn.Number <= last);
    }

    public override async Task<IReadOnlyDictionary<long, (string Language, string Text)>> OpeningsAsync(
        DbConnection connection, IReadOnlyCollection<long> bodies, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT body_id, turns
            FROM   turn_block
            WHERE  body_id = ANY (@bodies)
            AND    first_number    = 1
            AND    first_paragraph = 1
            """;
        var blocks = await connection.QueryAsync<(long Body, byte[] Turns)>(
            new CommandDefinition(sql, new { bodies = bodies.ToArray() }, cancellationToken: cancellationToken));
        return blocks
            .Select(static block => (block.Body, StoredTurns.Read(block.Turns)[0].Paragraphs))
            .Where(static turn => turn.Paragraphs.Count > 0)
            .ToDictionary(static turn => turn.Body, static turn => (turn.Paragraphs[0].Language, turn.Paragraphs[0].Plain));
    }

    public override async Task<(long Body, int Number)?> FindAsync(DbConnection connection, long turn, CancellationToken cancellationToken)
    {
        const string sql = $"""
            SELECT     body_id, first_number + wanted.turn - first_turn
            FROM       (SELECT @turn AS turn, 1 AS paragraph) AS wanted
            CROSS JOIN LATERAL ({BlockOf}) AS block
            WHERE      wanted.turn <= first_turn + last_number - first_number
            """;
        return await connection.QuerySingleOrDefaultAsync<(long, long)?>(
            new CommandDefinition(sql, new { turn }, cancellationToken: cancellationToken)) is var (body, number) ? (body, (int)number) : null;
    }
}
