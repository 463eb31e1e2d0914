using Dapper;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Feeds;

namespace PodcastInsights.Storage.Sql;

/// <summary>Reads what feeds contain, each call from one state of the store.</summary>
internal sealed class SqlFeedReader(ISqlStore store) : IFeedReader
{
    private const string Among = "episode.slug IN (SELECT value FROM json_each(@among))";

    public Task<int> CountAsync(IReadOnlyCollection<EpisodeSlug>? among, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT count(*)
            FROM   episode
            WHERE  {(among is null ? "1 = 1" : Among)}
            """;
        return store.ReadAsync(
            connection => connection.ExecuteScalarAsync<int>(
                new CommandDefinition(sql, new { among = StoredJson.Write(among) }, cancellationToken: cancellationToken)),
            cancellationToken);
    }

    public async Task<IReadOnlyList<FeedEpisode>> ListAsync(
        IReadOnlyCollection<EpisodeSlug>? among, int skip, int take, CancellationToken cancellationToken)
    {
        // Episodes added later come first. The first import has arrival 0, so that dates order its episodes.
        var sql = $"""
            SELECT    {SqlEpisodeStamps.Columns},
                      titles, show, guests, topics, sources, recordings, description, about,
                      published_on     AS PublishedOn,
                      duration_seconds AS DurationSeconds,
                      media_url        AS MediaUrl,
                      turn_count       AS TurnCount,
                      word_count       AS WordCount,
                      edition.speakers, edition.language,
                      edition.body_id  AS BodyId
            FROM      episode
            JOIN      episode_stamp  ON episode_stamp.slug        = episode.slug
            JOIN      episode_detail ON episode_detail.episode_id = episode.id
            JOIN      edition        ON edition.episode_id        = episode.id AND edition.ordinal = 0
            WHERE     {(among is null ? "1 = 1" : Among)}
            ORDER  BY arrival DESC, dated DESC, origin
            LIMIT     @take OFFSET @skip
            """;
        var parameters = new { among = StoredJson.Write(among), skip, take };
        return await store.ReadAsync(
            async connection =>
            {
                var rows = (await connection.QueryAsync<EpisodeStampRow, FeedEpisodeRow, (EpisodeStampRow Stamp, FeedEpisodeRow Episode)>(
                    new CommandDefinition(sql, parameters, cancellationToken: cancellationToken),
                    static (stamp, episode) => (stamp, episode),
                    splitOn: "titles")).AsList();
                var openings = await store.Turns.OpeningsAsync(connection, [.. rows.Select(static row => row.Episode.BodyId)], cancellationToken);
                return rows.ConvertAll(row => row.Episode.ToEpisode(
                    row.Stamp, openings.GetValueOrDefault(row.Episode.BodyId, (row.Episode.Language, ""))));
            },
            cancellationToken);
    }

    public async Task<IReadOnlyDictionary<EpisodeSlug, EpisodeStamp>> StampsAsync(
        IReadOnlyCollection<EpisodeSlug> episodes, CancellationToken cancellationToken)
    {
        const string sql = $"""
            SELECT {SqlEpisodeStamps.Columns}
            FROM   episode_stamp
            JOIN   episode ON episode.slug = episode_stamp.slug
            WHERE  {Among}
            """;
        var rows = await store.ReadAsync(
            connection => connection.QueryAsync<EpisodeStampRow>(
                new CommandDefinition(sql, new { among = StoredJson.Write(episodes) }, cancellationToken: cancellationToken)),
            cancellationToken);
        return rows.Select(row => row.ToStamp()).ToDictionary(stamp => stamp.Slug);
    }

    public async Task<IReadOnlyList<HeardEpisode>> HeardAsync(CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT slug, recordings, media_url
            FROM   episode
            WHERE  media_url IS NOT NULL
            OR     recordings <> '[]'
            """;
        var rows = await store.ReadAsync(
            connection => connection.QueryAsync<(string Slug, string Recordings, string? MediaUrl)>(
                new CommandDefinition(sql, cancellationToken: cancellationToken)),
            cancellationToken);
        return rows.Select(row => new HeardEpisode(
            EpisodeSlug.From(row.Slug), StoredJson.Read<List<Recording>>(row.Recordings), row.MediaUrl)).ToList();
    }

    private sealed record FeedEpisodeRow : EpisodeSummaryRow
    {
        public string Recordings { get; init; } = "";

        public string? Description { get; init; }

        public string About { get; init; } = "";

        public string Speakers { get; init; } = "";

        public string Language { get; init; } = "";

        public long BodyId { get; init; }

        public FeedEpisode ToEpisode(EpisodeStampRow stamp, (string Language, string Text) opening) => new(
            (this with { Slug = stamp.Slug }).ToSummary(),
            stamp.ToStamp(),
            StoredJson.Read<Dictionary<string, string>>(About),
            Description,
            Excerpt.Of(opening.Text.Trim(), SpeakerTurn.ExcerptLength),
            opening.Language,
            [.. StoredJson.Read<List<Speaker>>(Speakers).Where(IsNamed).Select(static speaker => speaker.Name)])
        {
            Recordings = StoredJson.Read<List<Recording>>(Recordings),
        };

        // The slug of a voice that was named by a machine is not made from the name.
        private static bool IsNamed(Speaker speaker) => speaker.Slug == EpisodeSlug.From(speaker.Person ?? speaker.Name);
    }
}
