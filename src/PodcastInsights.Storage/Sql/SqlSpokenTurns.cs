using System.Data.Common;
using Dapper;
using PodcastInsights.Core.Citation.Checking;

namespace PodcastInsights.Storage.Sql;

/// <summary>Reads turns that quotations are held against.</summary>
internal static class SqlSpokenTurns
{
    /// <inheritdoc cref="Core.Search.Sessions.ISearchSession.TurnsAroundAsync"/>
    public static async Task<SpokenTurns?> AroundAsync(DbConnection connection, long turn, int before, int after, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT turn.body_id, turn.number,
                   CASE WHEN body.ordinal > 0 THEN body.language END
            FROM   turn
            JOIN   body ON body.id = turn.body_id
            WHERE  turn.id = @turn
            """;
        if (await connection.QuerySingleOrDefaultAsync<(long, int, string?)?>(new CommandDefinition(sql, new { turn }, cancellationToken: cancellationToken))
            is not var (body, number, edition))
        {
            return null;
        }

        var turns = await SqlEpisodeReader.TurnsOfAsync(connection, body, number - before, number + after, cancellationToken);
        return new SpokenTurns(turns, turns.FindIndex(one => one.Number == number), edition);
    }
}
