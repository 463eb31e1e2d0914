using System.Data.Common;
using Dapper;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing.Records;

namespace PodcastInsights.Storage.Sql;

/// <summary>Writes the data of an episode that depends on who its speakers are.</summary>
internal static class SqlPeopleWriter
{
    private const string InsertSpeaker = """
        INSERT INTO speaker (body_id, name, slug, person)
        VALUES
        """;

    private const string InsertAppearance = """
        INSERT INTO appearance (speaker_slug, episode_id, body_id, name, name_key, is_host, turn_count, word_count)
        VALUES
        """;

    /// <summary>Inserts the rows of a new episode.</summary>
    /// <param name="bodies">Ids of the bodies, in order.</param>
    public static async Task InsertAsync(
        DbConnection connection, long episodeId, IReadOnlyList<long> bodies, PeopleRecord people, CancellationToken cancellationToken)
    {
        await SqlRows.InsertAsync(
            connection,
            InsertSpeaker,
            [
                .. people.Bodies.Zip(bodies).SelectMany(static body => body.First.Select(speaker =>
                    new object?[] { body.Second, speaker.Name, speaker.Slug.Value, speaker.Person })),
            ],
            cancellationToken);
        await SqlRows.InsertAsync(
            connection,
            InsertAppearance,
            [
                .. people.Appearances.Select(appearance => new object?[]
                {
                    appearance.Slug.Value,
                    episodeId,
                    bodies[appearance.Body],
                    appearance.Name,
                    appearance.NameKey,
                    appearance.IsHost ? 1 : 0,
                    appearance.TurnCount,
                    appearance.WordCount,
                }),
            ],
            cancellationToken);
    }

    /// <summary>Does nothing where there is no such episode.</summary>
    public static async Task ReplaceAsync(DbConnection connection, EpisodeSlug slug, PeopleRecord people, CancellationToken cancellationToken)
    {
        const string find = """
            SELECT id
            FROM   episode
            WHERE  slug = @slug
            """;
        const string bodiesOf = """
            SELECT   id
            FROM     body
            WHERE    episode_id = @id
            ORDER BY ordinal
            """;
        const string update = """
            UPDATE episode
            SET    guests = @guests
            WHERE  id = @id;

            UPDATE episode_detail
            SET    merged = @merged
            WHERE  episode_id = @id;

            UPDATE episode_import
            SET    people = @stamp
            WHERE  episode_id = @id;

            DELETE FROM appearance
            WHERE  episode_id = @id;

            DELETE FROM speaker
            WHERE  body_id IN (SELECT id FROM body WHERE episode_id = @id);

            UPDATE search_run
            SET    people = people + 1
            WHERE  body_id IN (SELECT id FROM body WHERE episode_id = @id)
            """;
        const string updateEdition = """
            UPDATE edition
            SET    speakers = @speakers
            WHERE  episode_id = @id
            AND    ordinal    = @ordinal
            """;
        if (await connection.QuerySingleOrDefaultAsync<long?>(find, new { slug = slug.Value }) is not { } id)
        {
            return;
        }

        await connection.ExecuteAsync(update, new
        {
            id,
            guests = StoredJson.Write(people.Guests),
            merged = StoredJson.Write(people.Diagnostics),
            stamp = people.Stamp,
        });
        await connection.ExecuteAsync(
            updateEdition,
            people.Editions.Index().Select(edition => new { id, ordinal = edition.Index, speakers = StoredJson.Write(edition.Item) }));
        await InsertAsync(connection, id, (await connection.QueryAsync<long>(bodiesOf, new { id })).AsList(), people, cancellationToken);
    }
}
