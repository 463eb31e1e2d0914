using System.Data.Common;
using Dapper;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing.Records;

namespace PodcastInsights.Storage.Sql;

/// <summary>Stores what is needed of an episode that is overwritten or removed, so that old links still work.</summary>
internal static class SqlEpisodePast
{
    /// <summary>Must be called in the transaction that overwrites the stored episode, before that.</summary>
    /// <returns>Whether there is none yet.</returns>
    public static async Task<bool> BeforeWritingAsync(
        DbConnection connection, SqlTurns turns, EpisodeRecord episode, bool keepsEarlierWords, CancellationToken cancellationToken)
    {
        await SqlEpisodeStamps.WritingAsync(connection, episode);
        var isNew = !await IsStoredAsync(connection, episode.Slug);
        if (!isNew && keepsEarlierWords)
        {
            await SqlTurnMemory.RememberAsync(
                connection,
                turns,
                episode.Slug,
                episode.Slug,
                [.. episode.Bodies.Select(body => (body.Language, (IReadOnlyList<Turn>)[.. body.Turns.Select(turn => turn.ToTurn())]))],
                cancellationToken);
        }

        await SqlFormerAddresses.WritingAsync(connection, episode, isNew, cancellationToken);
        return isNew;
    }

    /// <summary>Must be called in the transaction that removes the episode, before that.</summary>
    public static async Task BeforeRemovingAsync(
        DbConnection connection, SqlTurns turns, EpisodeSlug slug, bool keepsEarlierWords, CancellationToken cancellationToken)
    {
        if (await IsStoredAsync(connection, slug) && await SqlFormerAddresses.RemovingAsync(connection, slug) is { } heir && keepsEarlierWords)
        {
            await SqlTurnMemory.RememberAsync(
                connection, turns, slug, heir, await SqlTurnMemory.StoredBodiesAsync(connection, turns, heir, cancellationToken), cancellationToken);
        }
    }

    private static Task<bool> IsStoredAsync(DbConnection connection, EpisodeSlug slug)
    {
        const string sql = """
            SELECT EXISTS (SELECT 1 FROM episode WHERE slug = @slug)
            """;
        return connection.ExecuteScalarAsync<bool>(sql, new { slug = slug.Value });
    }
}
