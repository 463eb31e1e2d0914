using System.Data.Common;
using Dapper;
using PodcastInsights.Core.Citation;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Storage.Sql;

/// <summary>
/// Stores the text of turns before an import changed or removed them. Bounded for each episode and in all, deleting the oldest first; a
/// file that is rewritten often does not displace those of other episodes.
/// </summary>
internal static class SqlTurnMemory
{
    /// <summary>Largest number of characters stored of one turn.</summary>
    private const int LongestText = 20_000;

    private const int MostOfEpisode = 2_000;

    /// <summary>Characters, as is <see cref="MostCharacters"/>.</summary>
    private const long MostCharactersOfEpisode = 1 << 20;

    private const int MostTurns = 100_000;

    private const long MostCharacters = 64 << 20;

    /// <summary>Largest number of turns read for one link.</summary>
    private const int MostForLink = 60;

    /// <summary>Largest number of edits followed for a turn.</summary>
    private const int MostHeirs = 32;

    /// <summary>Stores the changed turns among those about to be overwritten.</summary>
    /// <param name="connection">Connection with the transaction that writes them.</param>
    /// <param name="stored">The episode that is overwritten: <paramref name="slug"/>, or one that was renamed to it.</param>
    public static async Task RememberAsync(
        DbConnection connection,
        SqlTurns turns,
        EpisodeSlug stored,
        EpisodeSlug slug,
        IReadOnlyList<(string Language, IReadOnlyList<Turn> Turns)> bodies,
        CancellationToken cancellationToken)
    {
        const string insert = """
            INSERT INTO turn_memory (episode_slug, language, number, hash, speaker, text, characters, heir_number, heir_hash)
            VALUES
            """;
        const string deleteRepeated = """
            DELETE FROM turn_memory
            WHERE  episode_slug = @slug
            AND    EXISTS (SELECT 1
                           FROM   turn_memory later
                           WHERE  later.episode_slug = turn_memory.episode_slug
                           AND    later.hash         = turn_memory.hash
                           AND    later.number       = turn_memory.number
                           AND    later.text         = turn_memory.text
                           AND    later.id           > turn_memory.id)
            """;
        var rows = new List<object?[]>();
        foreach (var (index, old) in (await StoredBodiesAsync(connection, turns, stored, cancellationToken)).Index())
        {
            var present = bodies.Where(body => body.Language == old.Language).Select(body => body.Turns).FirstOrDefault()
                ?? bodies.Skip(index).Select(body => body.Turns).FirstOrDefault();
            if (present is null)
            {
                continue;
            }

            rows.AddRange(TurnSuccession.Of(old.Turns, present)
                .Where(turn => turn.Text.Length > 0)
                .TakeLast(MostOfEpisode)
                .Select(turn => (turn, text: turn.Text[..Math.Min(turn.Text.Length, LongestText)]))
                .Select(row => new object?[]
                {
                    slug.Value,
                    old.Language,
                    row.turn.Id.Number,
                    row.turn.Id.Hash,
                    row.turn.Speaker,
                    row.text,
                    row.text.Length,
                    row.turn.Successor?.Number,
                    row.turn.Successor?.Hash,
                }));
        }

        if (rows.Count > 0)
        {
            await SqlRows.InsertAsync(connection, insert, rows, cancellationToken);
            await connection.ExecuteAsync(deleteRepeated, new { slug = slug.Value });
            await ForgetAsync(connection, slug);
        }
    }

    /// <summary>Reads remembered turns with the link's hash or near its number, the latest first.</summary>
    public static async Task<IReadOnlyList<RememberedTurn>> RecallAsync(
        DbConnection connection, EpisodeSlug slug, TurnId id, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT    number, hash, speaker, text,
                      heir_number AS HeirNumber,
                      heir_hash   AS HeirHash
            FROM      turn_memory
            WHERE     episode_slug = @slug
            AND       (hash = @hash OR number BETWEEN @first AND @last)
            ORDER  BY hash = @hash DESC, abs(number - @number), id DESC
            LIMIT     @most
            """;
        var rows = await connection.QueryAsync<MemoryRow>(new CommandDefinition(
            sql,
            new
            {
                slug = slug.Value,
                hash = id.Hash,
                number = id.Number,
                first = id.Number - 2L,
                last = id.Number + 4L,
                most = MostForLink,
            },
            cancellationToken: cancellationToken));
        return rows.Select(row => row.ToTurn()).ToList();
    }

    /// <summary>Follows a turn through its edits to one that exists.</summary>
    /// <param name="isThere">Whether the turn is in the present episode.</param>
    /// <returns>Null where the turn is not remembered; its successor is null where no turn was similar.</returns>
    public static async Task<RememberedTurn?> LastHeirAsync(
        DbConnection connection, EpisodeSlug slug, TurnId id, Func<TurnId, Task<bool>> isThere, CancellationToken cancellationToken)
    {
        // A change of later words does not change the hash, and so has no successor of its own. The row with the next change of a turn is
        // always later than the row that names the turn. So words that were changed, changed back and changed again are followed too,
        // without a cycle.
        const string sql = """
            SELECT    id, number, hash, speaker, text,
                      heir_number AS HeirNumber,
                      heir_hash   AS HeirHash
            FROM      turn_memory
            WHERE     episode_slug = @slug
            AND       hash         = @hash
            AND       heir_hash IS DISTINCT FROM @hash
            AND       id           > @after
            ORDER  BY abs(number - @number), id DESC
            LIMIT     1
            """;
        RememberedTurn? first = null;
        var next = id;
        var after = 0L;
        for (var followed = 0; followed < MostHeirs; followed++)
        {
            var row = await connection.QuerySingleOrDefaultAsync<MemoryRow>(new CommandDefinition(
                sql, new { slug = slug.Value, hash = next.Hash, number = next.Number, after }, cancellationToken: cancellationToken));
            if (row is null)
            {
                return first is null ? null : first with { Successor = null };
            }

            first ??= row.ToTurn();
            if (row.ToTurn().Successor is not { } heir)
            {
                return first with { Successor = null };
            }

            if (await isThere(heir))
            {
                return first with { Successor = heir };
            }

            (next, after) = (heir, row.Id);
        }

        return first is null ? null : first with { Successor = null };
    }

    /// <summary>Assigns remembered turns to the renamed episode.</summary>
    public static Task RenameAsync(DbConnection connection, string former, string heir)
    {
        const string sql = """
            UPDATE turn_memory
            SET    episode_slug = @heir
            WHERE  episode_slug = @former
            """;
        return connection.ExecuteAsync(sql, new { former, heir });
    }

    /// <summary>Deletes the oldest where too much is stored; called at the end of an import.</summary>
    public static Task ForgetAsync(DbConnection connection)
    {
        const string sql = """
            DELETE FROM turn_memory
            WHERE  id <= (SELECT max(id)
                          FROM   (SELECT id, sum(characters) OVER (ORDER BY id DESC) AS characters
                                  FROM   turn_memory) AS remembered
                          WHERE  characters > @mostCharacters)
            """;
        return connection.ExecuteAsync(sql, new { mostCharacters = MostCharacters });
    }

    public static Task<bool> IsEmptyAsync(DbConnection connection)
    {
        const string sql = """
            SELECT NOT EXISTS (SELECT 1 FROM turn_memory)
            """;
        return connection.ExecuteScalarAsync<bool>(sql);
    }

    public static Task ForgetAllAsync(DbConnection connection)
    {
        const string sql = """
            DELETE FROM turn_memory
            """;
        return connection.ExecuteAsync(sql);
    }

    private static Task<int> ForgetAsync(DbConnection connection, EpisodeSlug slug)
    {
        const string sql = """
            DELETE FROM turn_memory
            WHERE  id <= (SELECT max(id)
                          FROM   (SELECT id,
                                         row_number()    OVER later AS turns,
                                         sum(characters) OVER later AS characters
                                  FROM   turn_memory
                                  WHERE  episode_slug = @slug
                                  WINDOW later AS (ORDER BY id DESC)) AS remembered
                          WHERE  turns > @mostOfEpisode OR characters > @mostCharactersOfEpisode)
            AND    episode_slug = @slug;

            DELETE FROM turn_memory
            WHERE  id <= (SELECT max(id) FROM turn_memory) - @mostTurns;
            """;
        return connection.ExecuteAsync(sql, new
        {
            slug = slug.Value,
            mostOfEpisode = MostOfEpisode,
            mostCharactersOfEpisode = MostCharactersOfEpisode,
            mostTurns = MostTurns,
        });
    }

    public static async Task<IReadOnlyList<(string Language, IReadOnlyList<Turn> Turns)>> StoredBodiesAsync(
        DbConnection connection, SqlTurns turns, EpisodeSlug slug, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT    body.id, body.language
            FROM      episode
            JOIN      body ON body.episode_id = episode.id
            WHERE     episode.slug = @slug
            ORDER  BY body.ordinal
            """;
        var bodies = new List<(string, IReadOnlyList<Turn>)>();
        foreach (var (id, language) in (await connection.QueryAsync<(long Id, string Language)>(sql, new { slug = slug.Value })).AsList())
        {
            bodies.Add((language, await turns.OfAsync(connection, id, 1, int.MaxValue, cancellationToken)));
        }

        return bodies;
    }

    private sealed record MemoryRow
    {
        public long Id { get; init; }

        public int Number { get; init; }

        public string Hash { get; init; } = "";

        public string? Speaker { get; init; }

        public string Text { get; init; } = "";

        public int? HeirNumber { get; init; }

        public string? HeirHash { get; init; }

        public RememberedTurn ToTurn() => new(
            StoredTurnId.Of(Number, Hash),
            Speaker,
            Text,
            HeirNumber is { } number && HeirHash is { } hash ? StoredTurnId.Of(number, hash) : null);
    }
}
