using System.Data.Common;
using Dapper;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Storage.Sql;

/// <summary>A person's turns in all episodes, by episode, each in spoken order.</summary>
internal sealed partial class SqlEpisodeReader
{
    public Task<SpeakerProfile?> FindSpeakerAsync(
        EpisodeSlug speaker, int page, int pageSize, bool oldestFirst, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        return store.ReadAsync(
            connection => FindSpeakerAsync(connection, speaker, page, pageSize, oldestFirst, cancellationToken), cancellationToken);
    }

    private static async Task<SpeakerProfile?> FindSpeakerAsync(
        DbConnection connection, EpisodeSlug speaker, int page, int pageSize, bool oldestFirst, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT    slug, titles,
                      appearance.body_id    AS BodyId,
                      appearance.name       AS SpeakerName,
                      appearance.turn_count AS SpeakerTurnCount,
                      appearance.word_count AS SpeakerWordCount,
                      CASE WHEN body.ordinal > 0 THEN body.language END AS Edition
            FROM      appearance
            JOIN      episode ON episode.id = appearance.episode_id
            JOIN      body    ON body.id    = appearance.body_id
            WHERE     appearance.speaker_slug = @speaker
            ORDER  BY {OrderBy(oldestFirst ? EpisodeOrder.Oldest : EpisodeOrder.Newest)}
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
            new Page<SpeakerTurn>(total, page, pageSize, turns));
    }

    /// <summary>Reads turns from <paramref name="offset"/> on. The counts of earlier episodes tell where they are, so only these are read.</summary>
    private static async Task<List<SpeakerTurn>> SpeakerTurnsAsync(
        DbConnection connection,
        EpisodeSlug speaker,
        List<AppearanceRow> appearances,
        long offset,
        int count,
        CancellationToken cancellationToken)
    {
        const string sql = """
            WITH      said AS (SELECT    id, number, hash, language, start_ms
                               FROM      turn
                               WHERE     body_id = @BodyId
                               AND       speaker IN (SELECT name FROM speaker WHERE body_id = @BodyId AND slug = @speaker)
                               ORDER  BY number
                               LIMIT     @limit OFFSET @skip)
            SELECT    said.number, said.hash, said.language,
                      said.start_ms                                              AS StartMs,
                      substr(coalesce(paragraph.plain, paragraph.text), 1, @most) AS Beginning
            FROM      said
            LEFT JOIN paragraph ON paragraph.turn_id = said.id AND paragraph.number <= @paragraphs
            ORDER  BY said.number, paragraph.number
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

            var parameters = new
            {
                speaker = speaker.Value,
                appearance.BodyId,
                limit = count - turns.Count,
                skip,
                most = 2 * SpeakerTurn.ExcerptLength,
                paragraphs = SpeakerTurn.ExcerptLength / 2,
            };
            var rows = await connection.QueryAsync<SpeakerTurnRow>(new CommandDefinition(
                sql, parameters, cancellationToken: cancellationToken));
            turns.AddRange(rows.GroupBy(static row => row.Number).Select(turn => turn.First().ToSpeakerTurn(
                appearance, string.Join(' ', turn.Select(static row => row.Beginning)))));
        }

        return turns;
    }

    private sealed record AppearanceRow
    {
        public string Slug { get; init; } = "";

        public string Titles { get; init; } = "";

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

        public string Language { get; init; } = "";

        public long? StartMs { get; init; }

        /// <summary>Of a paragraph, longer than what is shown of the turn; null for a turn without any.</summary>
        public string? Beginning { get; init; }

        public SpeakerTurn ToSpeakerTurn(AppearanceRow appearance, string beginning)
        {
            return new SpeakerTurn(
                EpisodeSlug.From(appearance.Slug),
                StoredJson.Read<Dictionary<string, string>>(appearance.Titles),
                StoredTurnId.Of(Number, Hash),
                StartOf(StartMs),
                Excerpt.Of(beginning.Trim(), SpeakerTurn.ExcerptLength),
                Language,
                appearance.Edition);
        }
    }
}
