using System.Data.Common;
using Dapper;
using PodcastInsights.Core.Citation.Checking;

namespace PodcastInsights.Storage.Sql;

/// <summary>Reads the turns that a quotation is compared with.</summary>
internal static class SqlSpokenTurns
{
    /// <inheritdoc cref="Core.Search.Sessions.ISearchSession.TurnsAroundAsync"/>
    public static async Task<SpokenTurns?> AroundAsync(
        DbConnection connection, SqlTurns turns, long turn, int before, int after, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT CASE WHEN ordinal > 0 THEN language END
            FROM   body
            WHERE  id = @body
            """;
        if (await turns.FindAsync(connection, turn, cancellationToken) is not var (body, number))
        {
            return null;
        }

        var edition = await connection.ExecuteScalarAsync<string?>(new CommandDefinition(sql, new { body }, cancellationToken: cancellationToken));
        var around = await turns.OfAsync(connection, body, number - before, number + after, cancellationToken);
        return new SpokenTurns(around, around.FindIndex(one => one.Number == number), edition);
    }
}
