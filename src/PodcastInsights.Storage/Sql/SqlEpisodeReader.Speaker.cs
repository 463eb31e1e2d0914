using System.Data.Common;
using Dapper;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Storage.Sql;

/// <summary>What a person said, everywhere: newest episode first, each in its own order.</summary>
internal sealed partial class SqlEpisodeReader
{
    public Task<SpeakerProfile?> FindSpeakerAsync(EpisodeSlug speaker, int page, int pageSize, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        return store.ReadAsync(
            connection => FindSpeakerAsync(connection, speaker, page, pageSize, cancellationToken), cancellationToken);
    }

    private static async Task<SpeakerProfile?> FindSpeakerAsync(
        DbConnection connection, EpisodeSlug speaker, int page, int pageSize, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT    slug, titles, show, guests, topics, sources,
                      published_on          AS PublishedOn,
                      duration_seconds      AS DurationSeconds,
                      media_url             AS MediaUrl,
                      episode.turn_count    AS TurnCount,
                      episode.word_count    AS WordCount,
                      appearance.body_id    AS BodyId,
                      appearance.name       AS SpeakerName,
                      appearance.turn_count AS SpeakerTurnCount,
                      appearance.word_count AS SpeakerWordCount,
                      CASE WHEN body.ordinal > 0 THEN body.language END AS Edition
            FROM      appearance
            JOIN      episode ON episode.id = appearance.episode_id
            JOIN      body    ON body.id    = appearance.body_id
            WHERE     appearance.speaker_slug = @speaker
            ORDER  BY published_on DESC NULLS LAST, undated_title, slug
            """;
        var appearances = (await connection.QueryAsync<AppearanceRow>(
            new CommandDefinition(sql, new { speaker = speaker.Value }, cancellationToken: cancellationToken))).AsList();
        if (appearances.Count == 0)
        {
            return null;
        }

        var total = appearances.Sum(appearance => appearance.SpeakerTurnCount);
        var turns = await SpeakerTurnsAsync(connection, speaker, appearances, (page - 1L) * pageSize, pageSize, cancellationToken);
        return new SpeakerProfile(
            appearances.MaxBy(appearance => appearance.SpeakerTurnCount)!.SpeakerName,
            speaker,
            appearances.Count,
            total,
            appearances.Sum(appearance => appearance.SpeakerWordCount),
            appearances.Select(appearance => appearance.ToSummary()).ToList(),
            new Page<SpeakerTurn>(total, page, pageSize, turns));
    }

    /// <summary>
    /// Turns <paramref name="offset"/> and on. The counts of the episodes before say where they are, so only they are read.
    /// </summary>
    private static async Task<List<SpeakerTurn>> SpeakerTurnsAsync(
        DbConnection connection,
        EpisodeSlug speaker,
        List<AppearanceRow> appearances,
        long offset,
        int count,
        CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT    number, hash, excerpt, language,
                      start_ms AS StartMs
            FROM      turn
            WHERE     body_id = @BodyId
            AND       speaker IN (SELECT name FROM speaker WHERE body_id = @BodyId AND slug = @speaker)
            ORDER  BY number
            LIMIT     @limit OFFSET @skip
            """;
        var turns = new List<SpeakerTurn>();
        foreach (var appearance in appearances.TakeWhile(_ => turns.Count < count))
        {
            var skip = Math.Min(offset, appearance.SpeakerTurnCount);
            offset -= skip;
            if (skip == appearance.SpeakerTurnCount)
            {
                continue;
            }

            var parameters = new { speaker = speaker.Value, appearance.BodyId, limit = count - turns.Count, skip };
            var rows = await connection.QueryAsync<SpeakerTurnRow>(new CommandDefinition(
                sql, parameters, cancellationToken: cancellationToken));
            turns.AddRange(rows.Select(row => row.ToSpeakerTurn(appearance)));
        }

        return turns;
    }

    private sealed record AppearanceRow : EpisodeSummaryRow
    {
        public long BodyId { get; init; }

        public string SpeakerName { get; init; } = "";

        public int SpeakerTurnCount { get; init; }

        public int SpeakerWordCount { get; init; }

        public string? Edition { get; init; }
    }

    private sealed record SpeakerTurnRow
    {
        public int Number { get; init; }

        public string Hash { get; init; } = "";

        public string Excerpt { get; init; } = "";

        public string Language { get; init; } = "";

        public long? StartMs { get; init; }

        public SpeakerTurn ToSpeakerTurn(AppearanceRow appearance)
        {
            var episode = appearance.ToSummary();
            return new SpeakerTurn(
                episode.Slug, episode.Titles, StoredTurnId.Of(Number, Hash), StartOf(StartMs), Excerpt, Language, appearance.Edition);
        }
    }
}
