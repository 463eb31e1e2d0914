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

    private async Task<SpeakerProfile?> FindSpeakerAsync(
        DbConnection connection, EpisodeSlug speaker, int page, int pageSize, bool oldestFirst, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT    slug, titles,
                      appearance.body_id    AS BodyId,
                      appearance.name       AS SpeakerName,
                      appearance.turn_count AS SpeakerTurnCount,
                      appearance.word_count AS SpeakerWordCount,
                      body.language,
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
    private async Task<List<SpeakerTurn>> SpeakerTurnsAsync(
        DbConnection connection,
        EpisodeSlug speaker,
        List<AppearanceRow> appearances,
        long offset,
        int count,
        CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT name
            FROM   speaker
            WHERE  body_id = @BodyId
            AND    slug    = @speaker
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

            var names = (await connection.QueryAsync<string>(
                new CommandDefinition(sql, new { appearance.BodyId, speaker = speaker.Value }, cancellationToken: cancellationToken))).ToHashSet();
            var said = await store.Turns.OfAsync(connection, appearance.BodyId, 1, int.MaxValue, cancellationToken);
            turns.AddRange(said
                .Where(turn => turn.Speaker is { } name && names.Contains(name))
                .Skip((int)skip)
                .Take(count - turns.Count)
                .Select(appearance.ToSpeakerTurn));
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

        public string Language { get; init; } = "";

        public string? Edition { get; init; }

        public SpeakerTurn ToSpeakerTurn(Turn turn) => new(
            EpisodeSlug.From(Slug),
            StoredJson.Read<Dictionary<string, string>>(Titles),
            turn.Id,
            turn.Start,
            Excerpt.Of(BeginningOf(turn).Trim(), SpeakerTurn.ExcerptLength),
            turn.Paragraphs.Count > 0 ? turn.Paragraphs[0].Language : Language,
            Edition);

        /// <summary>Longer than the text that is shown: each paragraph has at least a letter and a space.</summary>
        private static string BeginningOf(Turn turn) =>
            string.Join(' ', turn.Paragraphs.Take(SpeakerTurn.ExcerptLength / 2).Select(static paragraph => paragraph.Plain));
    }
}
