using Microsoft.Data.Sqlite;
using PodcastInsights.Core.Citation.Checking;
using PodcastInsights.Storage.Sql;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>Reads turns for checking quotations. One for each connection; not thread-safe.</summary>
internal sealed class SqliteSpokenTurns : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand place;

    public SqliteSpokenTurns(SqliteConnection connection)
    {
        this.connection = connection;
        place = connection.CreateCommand();
        place.CommandText = """
            SELECT turn.body_id, turn.number,
                   CASE WHEN body.ordinal > 0 THEN body.language END
            FROM   turn
            JOIN   body ON body.id = turn.body_id
            WHERE  turn.id = $turn
            """;
        place.Parameters.Add("$turn", SqliteType.Integer);
    }

    public async ValueTask<SpokenTurns?> AroundAsync(long turn, int before, int after, CancellationToken cancellationToken)
    {
        place.Parameters[0].Value = turn;
        using var reader = place.ExecuteReader();
        if (!reader.Read())
        {
            return null;
        }

        var (body, number) = (reader.GetInt64(0), reader.GetInt32(1));
        var turns = await SqlEpisodeReader.TurnsOfAsync(connection, body, number - before, number + after, cancellationToken);
        var asked = turns.FindIndex(one => one.Number == number);
        return new SpokenTurns(turns, asked, reader.IsDBNull(2) ? null : reader.GetString(2));
    }

    public void Dispose() => place.Dispose();
}
