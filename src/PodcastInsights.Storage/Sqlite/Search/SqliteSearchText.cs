using System.Data.Common;
using Dapper;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>Keeps the full-text table in step with the turns, in the transaction that writes them.</summary>
internal static class SqliteSearchText
{
    public static Task InsertAsync(DbConnection connection, IEnumerable<(long Id, Turn Turn)> turns, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO turn_text ( rowid,  text)
            VALUES                (@id,    @text)
            """;
        return connection.ExecuteAsync(new CommandDefinition(sql, turns.Select(row => new
        {
            id = row.Id,

            // A line break between paragraphs, though no phrase ends at one: a speaker's sentence may run on in the next.
            text = string.Join('\n', row.Turn.Paragraphs.Where(paragraph => !paragraph.Sponsor).Select(paragraph => paragraph.Plain)),
        }), cancellationToken: cancellationToken));
    }

    /// <summary>Takes out the turns of an episode; called while they are still in their table.</summary>
    public static Task DeleteAsync(DbConnection connection, EpisodeSlug slug, CancellationToken cancellationToken)
    {
        const string sql = """
            DELETE FROM turn_text
            WHERE  rowid IN (SELECT turn.id
                             FROM   turn
                             JOIN   body    ON body.id    = turn.body_id
                             JOIN   episode ON episode.id = body.episode_id
                             WHERE  episode.slug = @slug)
            """;
        return connection.ExecuteAsync(new CommandDefinition(sql, new { slug = slug.Value }, cancellationToken: cancellationToken));
    }

    /// <summary>Merges the index's segments into one, which rare words feel most.</summary>
    public static Task OptimizeAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO turn_text (turn_text)
            VALUES                ('optimize')
            """;
        return connection.ExecuteAsync(new CommandDefinition(sql, cancellationToken: cancellationToken));
    }
}
