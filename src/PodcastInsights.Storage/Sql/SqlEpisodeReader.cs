using System.Data.Common;
using Dapper;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing.Relating;

namespace PodcastInsights.Storage.Sql;

/// <summary>Reads episodes. Each call sees one version of the store, whatever is written meanwhile.</summary>
internal sealed partial class SqlEpisodeReader(ISqlStore store) : IEpisodeReader
{
    public async Task<Page<EpisodeSummary>> ListAsync(EpisodeListQuery query, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Page, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.PageSize, 1);
        var where = query.Among is null ? "" : "WHERE  slug IN (SELECT value FROM json_each(@among))";
        var parameters = new { among = StoredJson.Write(query.Among), limit = query.PageSize, offset = (query.Page - 1L) * query.PageSize };
        var count = $"""
            SELECT count(*)
            FROM   episode
            {where}
            """;
        var page = $"""
            SELECT slug, titles, show, guests, topics, sources,
                   published_on     AS PublishedOn,
                   duration_seconds AS DurationSeconds,
                   media_url        AS MediaUrl,
                   turn_count       AS TurnCount,
                   word_count       AS WordCount
            FROM   episode
            {where}
            ORDER  BY {OrderBy(query.Order)}
            LIMIT  @limit OFFSET @offset
            """;
        return await store.ReadAsync(
            async connection =>
            {
                var total = await connection.ExecuteScalarAsync<int>(new CommandDefinition(
                    count, parameters, cancellationToken: cancellationToken));
                var rows = await connection.QueryAsync<EpisodeSummaryRow>(new CommandDefinition(
                    page, parameters, cancellationToken: cancellationToken));
                return new Page<EpisodeSummary>(total, query.Page, query.PageSize, rows.Select(row => row.ToSummary()).ToList());
            },
            cancellationToken);
    }

    public Task<EpisodeSummary?> FindSummaryAsync(EpisodeSlug slug, CancellationToken cancellationToken) => store.ReadAsync(
        async connection => (await FindEditionAsync(connection, slug, language: null, cancellationToken))?.ToSummary(), cancellationToken);

    public async Task<IReadOnlyList<Recording>> RecordingsAsync(EpisodeSlug slug, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT recordings
            FROM   episode
            WHERE  slug = @slug
            """;
        var stored = await store.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<string?>(
                new CommandDefinition(sql, new { slug = slug.Value }, cancellationToken: cancellationToken)),
            cancellationToken);
        return stored is null ? [] : StoredJson.Read<List<Recording>>(stored);
    }

    // Each order is that of an index in the schema.
    private static string OrderBy(EpisodeOrder order) => order switch
    {
        EpisodeOrder.Newest => "published_on DESC NULLS LAST, undated_title, slug",
        EpisodeOrder.Oldest => "published_on IS NULL, published_on, undated_title, slug",
        EpisodeOrder.Title => "title_key, slug",
        EpisodeOrder.Longest => "duration_seconds DESC NULLS LAST, unmeasured_words DESC NULLS LAST, slug",
        _ => throw new ArgumentOutOfRangeException(nameof(order), order, "Not an order of episodes."),
    };

    private static Task<EditionRow?> FindEditionAsync(
        DbConnection connection, EpisodeSlug slug, string? language, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT    episode.id, slug, titles, show, guests, topics, sources,
                      published_on     AS PublishedOn,
                      duration_seconds AS DurationSeconds,
                      media_url        AS MediaUrl,
                      turn_count       AS TurnCount,
                      word_count       AS WordCount,
                      edition.id       AS EditionId,
                      edition.body_id  AS BodyId,
                      edition.language AS EditionLanguage,
                      edition.speakers,
                      recordings,
                      (SELECT relatives FROM episode_subject WHERE episode_id = episode.id) AS Relatives,
                      (SELECT first.language FROM edition first
                       WHERE first.episode_id = episode.id AND first.ordinal = 0) AS FirstLanguage,
                      CASE WHEN last_start_ms > 1000 * duration_seconds THEN NULL
                           WHEN EXISTS (SELECT 1 FROM episode other
                                        WHERE other.media_url = episode.media_url AND other.id <> episode.id) THEN NULL
                           ELSE media_url
                      END AS TimedMediaUrl,
                      EXISTS (SELECT 1 FROM episode other
                              WHERE other.media_url = episode.media_url AND other.id <> episode.id) AS MediaShared,
                      (SELECT string_agg(other.language, ' ' ORDER BY other.ordinal)
                       FROM   edition other
                       WHERE  other.episode_id = episode.id
                       AND    other.body_id   <> edition.body_id) AS Twins
            FROM      episode
            JOIN      edition ON edition.episode_id = episode.id
            WHERE     episode.slug = @slug
            ORDER  BY edition.language = @language DESC, edition.ordinal
            LIMIT     1
            """;
        return connection.QuerySingleOrDefaultAsync<EditionRow>(
            new CommandDefinition(sql, new { slug = slug.Value, language = language ?? "" }, cancellationToken: cancellationToken));
    }

    private sealed record EditionRow : EpisodeSummaryRow
    {
        public long EditionId { get; init; }

        public long BodyId { get; init; }

        public string EditionLanguage { get; init; } = "";

        public string Speakers { get; init; } = "";

        public string Recordings { get; init; } = "";

        public string? Relatives { get; init; }

        public string FirstLanguage { get; init; } = "";

        public string? TimedMediaUrl { get; init; }

        public bool MediaShared { get; init; }

        /// <summary>Languages, separated by spaces; null for none.</summary>
        public string? Twins { get; init; }

        public string[] ToTwins() => Twins?.Split(' ') ?? [];

        public Recording? ToRecording() => Recording.Of(StoredJson.Read<List<Recording>>(Recordings), EditionLanguage, FirstLanguage);

        public List<EpisodeSlug> ToRelatives() =>
            Relatives is null ? [] : [.. StoredJson.Read<List<Relative>>(Relatives).Select(static relative => relative.Slug)];

        public List<Speaker> ToSpeakers() => StoredJson.Read<List<Speaker>>(Speakers);
    }
}
