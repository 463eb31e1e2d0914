using Dapper;
using Microsoft.Data.Sqlite;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing.Records;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>Writes what depends on who the speakers of an episode are.</summary>
internal static class SqlitePeopleWriter
{
    private const string InsertSpeaker = """
        INSERT INTO speaker ( body_id,  name,  slug,  person)
        VALUES              (@bodyId,  @name, @slug, @person)
        """;

    private const string InsertAppearance = """
        INSERT INTO appearance ( speaker_slug,  episode_id,  body_id,  name,  name_key,  is_host,  turn_count,  word_count)
        VALUES                 (@slug,         @episodeId,  @bodyId,  @name, @nameKey,  @isHost,  @turnCount,  @wordCount)
        """;

    public static string NameKeys(PeopleRecord people) => string.Join('\n', people.NameKeys);

    /// <summary>The rows of an episode whose other rows are new.</summary>
    /// <param name="bodies">The ids of the bodies, in their order.</param>
    public static void Insert(SqliteConnection connection, long episodeId, IReadOnlyList<long> bodies, PeopleRecord people)
    {
        connection.Execute(InsertSpeaker, people.Bodies.Zip(bodies).SelectMany(body => body.First.Select(speaker => new
        {
            bodyId = body.Second,
            name = speaker.Name,
            slug = speaker.Slug.Value,
            person = speaker.Person,
        })));
        connection.Execute(InsertAppearance, people.Appearances.Select(appearance => new
        {
            slug = appearance.Slug.Value,
            episodeId,
            bodyId = bodies[appearance.Body],
            name = appearance.Name,
            nameKey = appearance.NameKey,
            isHost = appearance.IsHost,
            turnCount = appearance.TurnCount,
            wordCount = appearance.WordCount,
        }));
    }

    /// <summary>Does nothing where there is no such episode.</summary>
    public static void Replace(SqliteConnection connection, EpisodeSlug slug, PeopleRecord people)
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
            SET    guests    = @guests,
                   name_keys = @nameKeys
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
        if (connection.QuerySingleOrDefault<long?>(find, new { slug = slug.Value }) is not { } id)
        {
            return;
        }

        connection.Execute(update, new
        {
            id,
            guests = StoredJson.Write(people.Guests),
            nameKeys = NameKeys(people),
            merged = StoredJson.Write(people.Diagnostics),
            stamp = people.Stamp,
        });
        connection.Execute(
            updateEdition,
            people.Editions.Index().Select(edition => new { id, ordinal = edition.Index, speakers = StoredJson.Write(edition.Item) }));
        Insert(connection, id, connection.Query<long>(bodiesOf, new { id }).AsList(), people);
    }
}
