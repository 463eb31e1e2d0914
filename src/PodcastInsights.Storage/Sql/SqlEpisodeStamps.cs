using System.Data.Common;
using System.Globalization;
using Dapper;
using PodcastInsights.Core.Feeds;
using PodcastInsights.Core.Importing.Records;

namespace PodcastInsights.Storage.Sql;

/// <summary>
/// Stores the identities and times of episodes for feeds. A row stays after its episode is removed, for as long as the former address is kept,
/// so that the episode is the same when it comes back or appears under another name.
/// </summary>
internal static class SqlEpisodeStamps
{
    /// <summary>The columns of a stamp.</summary>
    public const string Columns = """
        episode_stamp.slug, origin, arrival, seen, dated, updated, latest, spoken
        """;

    /// <summary>Called before the episode is written; in the same transaction.</summary>
    public static async Task WritingAsync(DbConnection connection, EpisodeRecord episode)
    {
        var stamp = await FindAsync(connection, episode.Slug.Value) is { } stored
            ? stored.After(episode.Spoken, episode.ReadAt)
            : EpisodeStamp.Of(
                await OriginAsync(connection, episode),
                episode,
                isEarly: !await SqlLibraryState.HasImportAsync(connection, CancellationToken.None));
        await KeepAsync(connection, stamp);
    }

    /// <summary>Calls <see cref="RenameAsync"/> unless an episode still has the former slug, as an alias in a file may claim any.</summary>
    public static async Task RenameGoneAsync(DbConnection connection, string former, string heir)
    {
        if (!await connection.ExecuteScalarAsync<bool>("SELECT EXISTS (SELECT 1 FROM episode WHERE slug = @former)", new { former }))
        {
            await RenameAsync(connection, former, heir);
        }
    }

    /// <summary>Called when an episode turns out to be another one that was renamed and is removed.</summary>
    public static async Task RenameAsync(DbConnection connection, string former, string heir)
    {
        if (await FindAsync(connection, former) is not { } old || await FindAsync(connection, heir) is not { } present)
        {
            return;
        }

        await connection.ExecuteAsync("DELETE FROM episode_stamp WHERE slug = @former", new { former });
        await KeepAsync(connection, present.Succeeds(old));
    }

    private static async Task<EpisodeStamp?> FindAsync(DbConnection connection, string slug)
    {
        const string sql = $"""
            SELECT {Columns}
            FROM   episode_stamp
            WHERE  slug = @slug
            """;
        return (await connection.QuerySingleOrDefaultAsync<EpisodeStampRow>(sql, new { slug }))?.ToStamp();
    }

    /// <summary>
    /// The origin of a new episode: its slug, or the first alias in its file, so that a new database gives a renamed episode the same id. Where it is
    /// taken, a number makes it unique; no slug contains a slash.
    /// </summary>
    private static async Task<string> OriginAsync(DbConnection connection, EpisodeRecord episode)
    {
        const string sql = """
            SELECT EXISTS (SELECT 1 FROM episode_stamp WHERE origin = @origin)
                   OR @origin <> @slug AND EXISTS (SELECT 1 FROM episode_stamp WHERE slug = @origin)
            """;
        var names = episode.Aliases.Take(1).Append(episode.Slug).Select(name => name.Value)
            .Concat(Enumerable.Range(2, int.MaxValue - 2).Select(number => string.Create(CultureInfo.InvariantCulture, $"{episode.Slug}/{number}")));
        foreach (var origin in names)
        {
            if (!await connection.ExecuteScalarAsync<bool>(sql, new { origin, slug = episode.Slug.Value }))
            {
                return origin;
            }
        }

        throw new InvalidOperationException("There are no more numbers.");
    }

    private static Task<int> KeepAsync(DbConnection connection, EpisodeStamp stamp)
    {
        const string sql = """
            DELETE FROM episode_stamp
            WHERE  slug = @slug;

            INSERT INTO episode_stamp ( slug,  origin,  arrival,  seen,  dated,  updated,  latest,  spoken)
            VALUES                    (@slug, @origin, @arrival, @seen, @dated, @updated, @latest, @spoken);
            """;
        return connection.ExecuteAsync(sql, new
        {
            slug = stamp.Slug.Value,
            origin = stamp.Origin,
            arrival = stamp.IsEarly ? 0 : StoredMoment.Write(stamp.SeenAt),
            seen = StoredMoment.Write(stamp.SeenAt),
            dated = StoredMoment.Write(stamp.DatedAt),
            updated = StoredMoment.Write(stamp.UpdatedAt),
            latest = stamp.LatestAt is { } latest ? StoredMoment.Write(latest) : (long?)null,
            spoken = stamp.Spoken.Pack(),
        });
    }
}
