using System.Data.Common;
using System.Globalization;
using Dapper;
using PodcastInsights.Core.Feeds;
using PodcastInsights.Core.Importing.Records;

namespace PodcastInsights.Storage.Sql;

/// <summary>
/// Keeps what feeds know an episode by. The row stays when the episode goes, as long as its address is remembered, so that it is the same one
/// when it comes back or turns up under another name.
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

    /// <summary>The same where a file names the other name: as long as an episode has it, nothing happens.</summary>
    public static async Task RenameGoneAsync(DbConnection connection, string former, string heir)
    {
        if (!await connection.ExecuteScalarAsync<bool>("SELECT EXISTS (SELECT 1 FROM episode WHERE slug = @former)", new { former }))
        {
            await RenameAsync(connection, former, heir);
        }
    }

    /// <summary>Called when an episode turns out to be one that had another name, which no episode has any more or will have.</summary>
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
    /// The slug, or that which the file says it had before: a store that is made anew then names the episode as the one before did. Where another
    /// episode has come by that name, a number makes it unique; no slug has a slash.
    /// </summary>
    private static async Task<string> OriginAsync(DbConnection connection, EpisodeRecord episode)
    {
        const string sql = """
            SELECT EXISTS (SELECT 1 FROM episode_stamp WHERE origin = @origin OR slug = @origin AND @origin <> @slug)
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
