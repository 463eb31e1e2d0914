using Microsoft.Data.Sqlite;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing.Records;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>What the store keeps of an episode that is written anew or taken away, so that old links find their way.</summary>
internal static class SqliteEpisodePast
{
    /// <summary>Called before the episode is written in the place of the stored one, which is still there; with the same transaction.</summary>
    public static async Task BeforeWritingAsync(SqliteConnection connection, EpisodeRecord episode, CancellationToken cancellationToken)
    {
        var slug = episode.Slug;
        var isNew = !await IsStoredAsync(connection, slug, cancellationToken);
        var bodies = episode.Bodies.Select(body => (body.Language, Turns: TurnsOf(body))).ToList();
        if (!isNew)
        {
            await SqliteTurnMemory.RememberAsync(connection, slug, slug, bodies, cancellationToken);
        }

        await SqliteFormerAddresses.WrittenAsync(connection, slug, isNew, bodies[0].Turns, episode.Detail.Aliases, cancellationToken);
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

    private static IReadOnlyList<Turn> TurnsOf(BodyRecord body) =>
    [
        .. body.Turns.Select(turn => new Turn(
            StoredTurnId.Of(turn.Number, turn.Hash), turn.Number, turn.Speaker, turn.SpeakerInferred, turn.Start, turn.Paragraphs)),
    ];

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
