using Dapper;
using Microsoft.Data.Sqlite;
using PodcastInsights.Core.Citation;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing.Records;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>
/// Keeps the addresses that episodes had: the slug of a file that was renamed, and what a file's <c>aliases:</c> name. An address leads to
/// the episode itself and not to another former address; to an episode that is there it never leads elsewhere.
/// </summary>
internal sealed class SqliteFormerAddresses(SqliteDatabase database) : IFormerAddresses
{
    /// <summary>Addresses kept; the oldest go first.</summary>
    private const int Most = 20_000;

    public async Task<EpisodeSlug?> HeirAsync(EpisodeSlug slug, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT former_address.heir
            FROM   former_address
            JOIN   episode ON episode.slug = former_address.heir
            WHERE  former_address.slug = @slug
            AND    NOT EXISTS (SELECT 1 FROM episode own WHERE own.slug = @slug)
            """;
        await using var connection = await database.OpenReaderAsync(cancellationToken);
        var heir = await connection.QuerySingleOrDefaultAsync<string>(
            new CommandDefinition(sql, new { slug = slug.Value }, cancellationToken: cancellationToken));
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
        await using var connection = await database.OpenReaderAsync(cancellationToken);
        var rows = (await connection.QueryAsync<(int Total, string Slug, string Heir, bool Given)>(new CommandDefinition(
            sql, new { pageSize, offset = (page - 1L) * pageSize }, cancellationToken: cancellationToken))).ToList();
        return new Page<FormerAddress>(
            rows.Count > 0 ? rows[0].Total : 0,
            page,
            pageSize,
            rows.Select(row => new FormerAddress(EpisodeSlug.From(row.Slug), EpisodeSlug.From(row.Heir), row.Given)).ToList());
    }

    /// <summary>Called when an episode is written: it may be one that had another address, and its file may name more.</summary>
    /// <param name="connection">With the transaction that writes it.</param>
    /// <param name="isNew">Whether there was no episode of that slug before.</param>
    public static void Writing(SqliteConnection connection, EpisodeRecord episode, bool isNew)
    {
        const string write = """
            DELETE FROM episode_sketch
            WHERE  slug = @slug;

            INSERT INTO episode_sketch (mark, slug)
            SELECT value, @slug
            FROM   json_each(@marks);

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
            WHERE  given = 0
            """;

        // Those that are gone and have no heir yet: a file may have been moved in two steps, and an import seen it between them.
        const string waiting = """
            SELECT slug
            FROM   former_address
            WHERE  heir IS NULL
            """;
        var slug = episode.Slug;
        connection.Execute(write, new { slug = slug.Value, marks = StoredJson.Write(episode.Sketch) });
        if (isNew)
        {
            var gone = connection.Query<string>(waiting).ToHashSet();
            foreach (var former in gone.Count == 0 ? [] : Alike(connection, slug).Where(gone.Contains))
            {
                Lead(connection, former, slug.Value);
            }
        }

        connection.Execute(
            alias, episode.Aliases.Where(name => name != slug).Select(name => new { alias = name.Value, slug = slug.Value }).ToList());
    }

    /// <summary>Called when an episode is about to be removed.</summary>
    /// <returns>The episode that has its words now; null where none has.</returns>
    public static EpisodeSlug? Removing(SqliteConnection connection, EpisodeSlug slug)
    {
        const string existing = """
            SELECT slug
            FROM   episode
            WHERE  slug = @slug
            """;
        var heir = Alike(connection, slug)
            .Select(alike => connection.QuerySingleOrDefault<string>(existing, new { slug = alike }))
            .FirstOrDefault(found => found is not null);
        Lead(connection, slug.Value, heir);
        return heir is null ? null : EpisodeSlug.From(heir);
    }

    /// <summary>Other episodes, there or gone, that say nearly the same; the likest first.</summary>
    private static List<string> Alike(SqliteConnection connection, EpisodeSlug slug)
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
        return connection.Query<(string Slug, int Common, int Own)>(sql, new { slug = slug.Value })
            .Where(row => row.Common >= EpisodeSketch.NearlyTheSame * row.Own)
            .Select(row => row.Slug)
            .ToList();
    }

    private static void Lead(SqliteConnection connection, string former, string? heir)
    {
        // What led to the one that is gone leads on, so that no address leads to another former one.
        const string sql = """
            INSERT INTO former_address (slug, heir, given)
            VALUES                     (@former, @heir, 0)
            ON CONFLICT (slug) DO UPDATE SET heir = @heir
            WHERE  given = 0;

            UPDATE former_address
            SET    heir = @heir
            WHERE  heir = @former
            AND    @heir IS NOT NULL;

            DELETE FROM former_address
            WHERE  slug = heir;

            DELETE FROM episode_sketch
            WHERE  slug IN (SELECT slug FROM former_address WHERE id <= (SELECT max(id) FROM former_address) - @most);

            DELETE FROM former_address
            WHERE  id <= (SELECT max(id) FROM former_address) - @most;
            """;
        connection.Execute(sql, new { former, heir, most = Most });
        if (heir is not null)
        {
            connection.Execute("DELETE FROM episode_sketch WHERE slug = @former", new { former });
            SqliteTurnMemory.Rename(connection, former, heir);
        }
    }
}
