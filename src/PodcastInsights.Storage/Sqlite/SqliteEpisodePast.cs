using Microsoft.Data.Sqlite;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>What the store keeps of an episode that is written anew or taken away, so that old links find their way.</summary>
internal static class SqliteEpisodePast
{
    /// <summary>Called before the episode is written in the place of the stored one, which is still there; with the same transaction.</summary>
    public static async Task BeforeWritingAsync(SqliteConnection connection, EditionMerge merge, CancellationToken cancellationToken)
    {
        var slug = merge.Summary.Slug;
        var isNew = !await IsStoredAsync(connection, slug, cancellationToken);
        var bodies = merge.Bodies.Select(body => (body.Language, body.Turns)).ToList();
        if (!isNew)
        {
            await SqliteTurnMemory.RememberAsync(connection, slug, slug, bodies, cancellationToken);
        }

        await SqliteFormerAddresses.WrittenAsync(connection, slug, isNew, merge.Bodies[0].Turns, merge.Aliases, cancellationToken);
    }

    /// <summary>Called before the stored episode is removed; with the same transaction.</summary>
    public static async Task BeforeRemovingAsync(SqliteConnection connection, EpisodeSlug slug, CancellationToken cancellationToken)
    {
        if (!await IsStoredAsync(connection, slug, cancellationToken))
        {
            return;
        }

        if (await SqliteFormerAddresses.RemovingAsync(connection, slug, cancellationToken) is { } heir)
        {
            var bodies = await SqliteTurnMemory.StoredBodiesAsync(connection, heir, cancellationToken);
            await SqliteTurnMemory.RememberAsync(
                connection, slug, heir, [.. bodies.Select(body => (body.Language, (IReadOnlyList<Turn>)body.Turns))], cancellationToken);
        }
    }

    private static async Task<bool> IsStoredAsync(SqliteConnection connection, EpisodeSlug slug, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT EXISTS (SELECT 1 FROM episode WHERE slug = $slug)
            """;
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$slug", slug.Value);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))! == 1;
    }
}
