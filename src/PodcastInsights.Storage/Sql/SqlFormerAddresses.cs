using System.Data.Common;
using Dapper;
using PodcastInsights.Core.Citation;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing.Records;

namespace PodcastInsights.Storage.Sql;

/// <summary>
/// Stores former addresses of episodes: slugs of renamed files, and <c>aliases:</c> in files. An address leads to the present episode and
/// never to another former address; the address of an existing episode never redirects.
/// </summary>
internal sealed class SqlFormerAddresses(ISqlStore store) : IFormerAddresses
{
    /// <summary>Largest number of addresses; the oldest are deleted first.</summary>
    private const int Most = 20_000;

    public async Task<EpisodeSlug?> CurrentSlugAsync(EpisodeSlug slug, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT former_address.heir
            FROM   former_address
            JOIN   episode ON episode.slug = former_address.heir
            WHERE  former_address.slug = @slug
            AND    NOT EXISTS (SELECT 1 FROM episode own WHERE own.slug = @slug)
            """;
        var heir = await store.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<string>(
                new CommandDefinition(sql, new { slug = slug.Value }, cancellationToken: cancellationToken)),
            cancellationToken);
        return heir is null ? null : EpisodeSlug.From(heir);
    }

    public async Task<Page<FormerAddress>> ListAsync(int page, int pageSize, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT    count(*) OVER () AS Total, former_address.slug, former_address.heir, given
            FROM      former_address
            JOIN      episode ON episode.slug = former_address.heir
            WHERE     NOT EXISTS (SELECT 1 FROM episode own WHERE own.slug = former_address.slug)
            ORDER  BY former_address.slug
            LIMIT     @pageSize OFFSET @offset
            """;
        var rows = await store.ReadAsync(
            async connection => (await connection.QueryAsync<(int Total, string Slug, string Heir, bool Given)>(new CommandDefinition(
                sql, new { pageSize, offset = (page - 1L) * pageSize }, cancellationToken: cancellationToken))).AsList(),
            cancellationToken);
        return new Page<FormerAddress>(
            rows.Count > 0 ? rows[0].Total : 0,
            page,
            pageSize,
            rows.Select(row => new FormerAddress(EpisodeSlug.From(row.Slug), EpisodeSlug.From(row.Heir), row.Given)).ToList());
    }

    /// <summary>Must be called when an episode is written: it may have had another address, and its file may name more.</summary>
    /// <param name="connection">Connection with the transaction that writes it.</param>
    /// <param name="isNew">Whether there was no episode with this slug.</param>
    public static async Task WritingAsync(DbConnection connection, EpisodeRecord episode, bool isNew, CancellationToken cancellationToken)
    {
        const string write = """
            DELETE FROM episode_sketch
            WHERE  slug = @slug;

            DELETE FROM former_address
            WHERE  heir = @slug
            AND    given = 1;

            DELETE FROM former_address
            WHERE  slug = @slug
            AND    given = 0;
            """;
        const string alias = """
            INSERT INTO former_address (slug, heir, given)
            VALUES                     (@alias, @slug, 1)
            ON CONFLICT (slug) DO UPDATE SET heir = @slug, given = 1
            WHERE  former_address.given = 0
            """;
        const string mark = """
            INSERT INTO episode_sketch (mark, slug)
            VALUES
            """;

        // Removed episodes without a successor: a file may have been moved in two steps with an import in between.
        const string waiting = """
            SELECT slug
            FROM   former_address
            WHERE  heir IS NULL
            """;
        var slug = episode.Slug;
        await connection.ExecuteAsync(write, new { slug = slug.Value });
        await SqlRows.InsertAsync(
            connection, mark, [.. episode.Sketch.Select(number => new object?[] { number, slug.Value })], cancellationToken);
        if (isNew)
        {
            var gone = (await connection.QueryAsync<string>(waiting)).ToHashSet();
            foreach (var former in gone.Count == 0 ? [] : (await AlikeAsync(connection, slug)).Where(gone.Contains))
            {
                await LeadAsync(connection, former, slug.Value);
            }
        }

        var aliases = episode.Aliases.Where(name => name != slug).ToList();
        await connection.ExecuteAsync(alias, aliases.Select(name => new { alias = name.Value, slug = slug.Value }));
        foreach (var name in aliases)
        {
            await SqlEpisodeStamps.RenameGoneAsync(connection, name.Value, slug.Value);
        }
    }

    /// <summary>Must be called before an episode is removed.</summary>
    /// <returns>The episode with the same text; null for none.</returns>
    public static async Task<EpisodeSlug?> RemovingAsync(DbConnection connection, EpisodeSlug slug)
    {
        const string existing = """
            SELECT slug
            FROM   episode
            WHERE  slug = @slug
            """;
        const string given = """
            SELECT heir
            FROM   former_address
            WHERE  slug  = @slug
            AND    given = 1
            """;
        var heir = default(string);
        foreach (var alike in await AlikeAsync(connection, slug))
        {
            heir ??= await connection.QuerySingleOrDefaultAsync<string>(existing, new { slug = alike });
        }

        await LeadAsync(connection, slug.Value, heir);
        if (heir is null && await connection.QuerySingleOrDefaultAsync<string>(given, new { slug = slug.Value }) is { } named)
        {
            // The words have changed, but a file says that it is the same episode.
            await SqlEpisodeStamps.RenameAsync(connection, slug.Value, named);
        }

        return heir is null ? null : EpisodeSlug.From(heir);
    }

    /// <summary>Other episodes, existing or removed, with nearly the same text; the most similar first.</summary>
    private static async Task<List<string>> AlikeAsync(DbConnection connection, EpisodeSlug slug)
    {
        const string sql = """
            SELECT    other.slug, count(*) AS Common,
                      (SELECT count(*) FROM episode_sketch WHERE slug = @slug) AS Own
            FROM      episode_sketch own
            JOIN      episode_sketch other ON other.mark = own.mark
            WHERE     own.slug = @slug
            AND       other.slug <> @slug
            GROUP  BY other.slug
            ORDER  BY count(*) DESC, other.slug
            LIMIT     20
            """;
        return (await connection.QueryAsync<(string Slug, int Common, int Own)>(sql, new { slug = slug.Value }))
            .Where(row => row.Common >= EpisodeSketch.NearlyTheSame * row.Own)
            .Select(row => row.Slug)
            .ToList();
    }

    private static async Task LeadAsync(DbConnection connection, string former, string? heir)
    {
        // Addresses that led to the removed one lead to its successor, so that there are no chains.
        const string sql = """
            INSERT INTO former_address (slug, heir, given)
            VALUES                     (@former, @heir, 0)
            ON CONFLICT (slug) DO UPDATE SET heir = @heir
            WHERE  former_address.given = 0;

            UPDATE former_address
            SET    heir = @heir
            WHERE  heir = @former
            AND    @heir IS NOT NULL;

            DELETE FROM former_address
            WHERE  slug = heir;

            DELETE FROM episode_sketch
            WHERE  slug IN (SELECT slug FROM former_address WHERE id <= (SELECT max(id) FROM former_address) - @most);

            DELETE FROM episode_stamp
            WHERE  slug IN (SELECT slug FROM former_address WHERE id <= (SELECT max(id) FROM former_address) - @most)
            AND    slug NOT IN (SELECT slug FROM episode);

            DELETE FROM former_address
            WHERE  id <= (SELECT max(id) FROM former_address) - @most;
            """;
        await connection.ExecuteAsync(sql, new { former, heir, most = Most });
        if (heir is not null)
        {
            await connection.ExecuteAsync("DELETE FROM episode_sketch WHERE slug = @former", new { former });
            await SqlEpisodeStamps.RenameAsync(connection, former, heir);
            await SqlTurnMemory.RenameAsync(connection, former, heir);
        }
    }
}
