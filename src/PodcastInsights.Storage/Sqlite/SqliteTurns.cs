using System.Data.Common;
using Dapper;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Storage.Sql;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>A row for each turn and for each paragraph.</summary>
internal sealed class SqliteTurns : SqlTurns
{
    public static SqliteTurns Instance { get; } = new();

    /// <remarks>Some hundreds of rows for each page: read without Dapper, which would double the time.</remarks>
    public override async Task<List<Turn>> OfAsync(
        DbConnection connection, long body, int first, int last, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT    turn.number, turn.hash, turn.speaker, turn.speaker_inferred, turn.start_ms,
                      paragraph.text, paragraph.start_ms, paragraph.sponsor, paragraph.language, paragraph.markup,
                      paragraph.plain, paragraph.spans, paragraph.words
            FROM      turn
            LEFT JOIN paragraph ON paragraph.turn_id = turn.id
            WHERE     turn.body_id = @body
            AND       turn.number BETWEEN @first AND @last
            ORDER  BY turn.number, paragraph.number
            """;
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in (ReadOnlySpan<(string, object)>)[("body", body), ("first", first), ("last", last)])
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var turns = new List<Turn>();
        var paragraphs = new List<Paragraph>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var number = reader.GetInt32(0);
            if (turns.Count == 0 || turns[^1].Number != number)
            {
                paragraphs = [];
                turns.Add(new Turn(
                    StoredTurnId.Of(number, reader.GetString(1)),
                    number,
                    SqlSearchRows.TextOf(reader, 2),
                    reader.GetInt32(3) != 0,
                    StartOf(NumberOf(reader, 4)),
                    paragraphs));
            }

            if (!reader.IsDBNull(5))
            {
                paragraphs.Add(ParagraphOf(reader));
            }
        }

        return turns;
    }

    public override async Task<IReadOnlyDictionary<long, (string Language, string Text)>> OpeningsAsync(
        DbConnection connection, IReadOnlyCollection<long> bodies, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT    turn.body_id, turn.language, coalesce(paragraph.plain, paragraph.text, '')
            FROM      turn
            LEFT JOIN paragraph ON paragraph.turn_id = turn.id AND paragraph.number = 1
            WHERE     turn.body_id IN (SELECT value FROM json_each(@bodies))
            AND       turn.number = 1
            """;
        var rows = await connection.QueryAsync<(long Body, string Language, string Text)>(
            new CommandDefinition(sql, new { bodies = StoredJson.Write(bodies) }, cancellationToken: cancellationToken));
        return rows.ToDictionary(static row => row.Body, static row => (row.Language, row.Text));
    }

    public override Task<int?> NearestAsync(DbConnection connection, long body, TurnId id, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT   number
            FROM     turn
            WHERE    body_id = @body
            AND      hash    = @Hash
            ORDER BY abs(number - @Number), number
            LIMIT    1
            """;
        return connection.ExecuteScalarAsync<int?>(new CommandDefinition(sql, new { body, id.Hash, id.Number }, cancellationToken: cancellationToken));
    }

    public override Task<(long Body, int Number)?> FindAsync(DbConnection connection, long turn, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT body_id, number
            FROM   turn
            WHERE  id = @turn
            """;
        return connection.QuerySingleOrDefaultAsync<(long, int)?>(new CommandDefinition(sql, new { turn }, cancellationToken: cancellationToken));
    }

    private static Paragraph ParagraphOf(DbDataReader reader)
    {
        var text = reader.GetString(5);
        return new Paragraph(
            text,
            StartOf(NumberOf(reader, 6)),
            reader.GetInt32(7) != 0,
            reader.GetString(8),
            StoredTurns.MarkedText(reader.GetInt32(9), SqlSearchRows.TextOf(reader, 10) ?? text, SqlSearchRows.TextOf(reader, 11)),
            (int?)NumberOf(reader, 12));
    }

    private static long? NumberOf(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    private static Timestamp? StartOf(long? milliseconds) => milliseconds is { } value ? new Timestamp(value) : null;
}
