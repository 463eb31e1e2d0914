using Dapper;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Storage.Sql;

/// <summary>The list of speakers.</summary>
internal sealed partial class SqlEpisodeReader
{
    public async Task<Page<SpeakerSummary>> SpeakersAsync(SpeakerListQuery query, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Page, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.PageSize, 1);

        // The name is taken from the episode with most turns.
        var among = query.Among is null ? "" : "AND       speaker_slug IN (SELECT value FROM json_each(@among))";
        var speaker = $"""
            WITH ranked AS (
                SELECT    name, name_key, speaker_slug,
                          count(*)        OVER person AS episode_count,
                          sum(is_host)    OVER person AS hosted_count,
                          sum(turn_count) OVER person AS turn_count,
                          row_number()    OVER (PARTITION BY speaker_slug ORDER BY turn_count DESC, episode_id) AS place
                FROM      appearance
                WHERE     name_key IS NOT NULL
                {among}
                WINDOW    person AS (PARTITION BY speaker_slug)
            ),
            speaker AS (
                SELECT    *
                FROM      ranked
                WHERE     place = 1
            )
            """;
        var count = $"""
            {speaker}
            SELECT    count(*)
            FROM      speaker
            """;
        var page = $"""
            {speaker}
            SELECT    name          AS Name,
                      speaker_slug  AS Slug,
                      episode_count AS EpisodeCount,
                      hosted_count  AS HostedCount,
                      turn_count    AS TurnCount
            FROM      speaker
            ORDER  BY {OrderBy(query.Order)}
            LIMIT     @limit OFFSET @offset
            """;
        var parameters = new
        {
            among = StoredJson.Write(query.Among),
            limit = query.PageSize,
            offset = (query.Page - 1L) * query.PageSize,
        };
        return await store.ReadAsync(
            async connection =>
            {
                var total = await connection.ExecuteScalarAsync<int>(new CommandDefinition(
                    count, parameters, cancellationToken: cancellationToken));
                var rows = await connection.QueryAsync<(string Name, string Slug, int EpisodeCount, int HostedCount, int TurnCount)>(
                    new CommandDefinition(page, parameters, cancellationToken: cancellationToken));
                return new Page<SpeakerSummary>(total, query.Page, query.PageSize, rows
                    .Select(row => new SpeakerSummary(
                        row.Name, EpisodeSlug.From(row.Slug), row.EpisodeCount, row.HostedCount, row.TurnCount))
                    .ToList());
            },
            cancellationToken);
    }

    private static string OrderBy(SpeakerOrder order) => order switch
    {
        SpeakerOrder.Name => "name_key, speaker_slug",
        SpeakerOrder.Episodes => "episode_count DESC, name_key, speaker_slug",
        _ => throw new ArgumentOutOfRangeException(nameof(order), order, "Not an order of speakers."),
    };
}
