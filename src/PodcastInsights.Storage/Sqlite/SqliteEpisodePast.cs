using Dapper;
using Microsoft.Data.Sqlite;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing.Records;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>What the store keeps of an episode that is written anew or taken away, so that old links find their way.</summary>
internal static class SqliteEpisodePast
{
    /// <summary>Called before the episode is written in the place of the stored one, which is still there; in the same transaction.</summary>
    public static void BeforeWriting(
        SqliteConnection connection, EpisodeRecord episode, bool keepsEarlierWords, CancellationToken cancellationToken)
    {
        var isNew = !IsStored(connection, episode.Slug);
        if (!isNew && keepsEarlierWords)
        {
            SqliteTurnMemory.Remember(
                connection,
                episode.Slug,
                episode.Slug,
                [.. episode.Bodies.Select(body => (body.Language, (IReadOnlyList<Turn>)[.. body.Turns.Select(turn => turn.ToTurn())]))],
                cancellationToken);
        }

        SqliteFormerAddresses.Writing(connection, episode, isNew);
    }

    /// <summary>Called before the stored episode is removed; in the same transaction.</summary>
    public static void BeforeRemoving(
        SqliteConnection connection, EpisodeSlug slug, bool keepsEarlierWords, CancellationToken cancellationToken)
    {
        if (IsStored(connection, slug) && SqliteFormerAddresses.Removing(connection, slug) is { } heir && keepsEarlierWords)
        {
            SqliteTurnMemory.Remember(
                connection, slug, heir, SqliteTurnMemory.StoredBodies(connection, heir, cancellationToken), cancellationToken);
        }
    }

    private static bool IsStored(SqliteConnection connection, EpisodeSlug slug)
    {
        const string sql = """
            SELECT EXISTS (SELECT 1 FROM episode WHERE slug = @slug)
            """;
        return connection.ExecuteScalar<bool>(sql, new { slug = slug.Value });
    }
}
