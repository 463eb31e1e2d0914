using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>Writes an episode's words: its bodies, the editions that show them, turns, paragraphs and who speaks.</summary>
internal static class SqliteBodyWriter
{
    /// <summary>Opening words of a turn kept for lists, in characters: some three lines of a page.</summary>
    private const int ExcerptLength = 280;

    /// <param name="connection">With the transaction of the whole episode.</param>
    public static async Task InsertAsync(
        SqliteConnection connection, long episodeId, EditionMerge merge, CancellationToken cancellationToken)
    {
        var heard = new HashSet<EpisodeSlug>();

        // What two bodies both say is found once, in the first.
        var searched = new HashSet<string>();
        foreach (var (ordinal, body) in merge.Bodies.Index())
        {
            var bodyId = await InsertBodyAsync(connection, episodeId, ordinal, body, cancellationToken);
            var editions = merge.Editions.Index().Where(edition => edition.Item.Body == body).ToList();
            var sectionIds = await InsertEditionsAsync(connection, episodeId, bodyId, editions, cancellationToken);
            var turns = await InsertTurnsAsync(connection, bodyId, body, sectionIds, cancellationToken);
            var takeaways = editions.SelectMany(edition => edition.Item.File.Takeaways);
            await SqliteSearchWriter.InsertAsync(
                connection,
                bodyId,
                searched.Count == 0 ? turns : turns.Where(row => !searched.Contains(TextOf(row.Turn))),
                takeaways.Select(takeaway => takeaway.TurnId).OfType<TurnId>().ToHashSet(),
                cancellationToken);
            if (ordinal + 1 < merge.Bodies.Count)
            {
                searched.UnionWith(turns.Select(row => TextOf(row.Turn)));
            }

            await InsertAppearancesAsync(connection, episodeId, bodyId, body, heard, cancellationToken);
        }
    }

    private static Task<long> InsertBodyAsync(
        DbConnection connection, long episodeId, int ordinal, MergedBody body, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO body ( episode_id,  ordinal,  language)
            VALUES           (@episodeId,  @ordinal, @language)
            RETURNING id
            """;
        return connection.ExecuteScalarAsync<long>(
            new CommandDefinition(sql, new { episodeId, ordinal, language = body.Language }, cancellationToken: cancellationToken));
    }

    /// <returns>The ids of the first edition's sections, by their numbers.</returns>
    private static async Task<Dictionary<int, long>> InsertEditionsAsync(
        DbConnection connection,
        long episodeId,
        long bodyId,
        IReadOnlyList<(int Index, MergedEdition Item)> editions,
        CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO edition ( episode_id,  language,  ordinal,  body_id,  speakers,  takeaways,  sponsors,  notes)
            VALUES              (@episodeId,  @language, @ordinal, @bodyId,  @speakers, @takeaways, @sponsors, @notes)
            RETURNING id
            """;
        Dictionary<int, long>? sectionIds = null;
        foreach (var (ordinal, edition) in editions)
        {
            var editionId = await connection.ExecuteScalarAsync<long>(new CommandDefinition(sql, new
            {
                episodeId,
                language = edition.File.Language,
                ordinal,
                bodyId,
                speakers = StoredJson.Write(edition.File.Speakers),
                takeaways = StoredJson.Write(edition.File.Takeaways),
                sponsors = StoredJson.Write(edition.File.Sponsors),
                notes = StoredJson.Write(edition.File.Notes),
            }, cancellationToken: cancellationToken));
            var ids = await InsertSectionsAsync(connection, editionId, edition.File.Sections, cancellationToken);
            sectionIds ??= ids;
        }

        return sectionIds ?? [];
    }

    private static async Task<Dictionary<int, long>> InsertSectionsAsync(
        DbConnection connection, long editionId, IReadOnlyList<Section> sections, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO section ( id,  edition_id,  number,  title,  start_ms,  turn_number,  turn_hash)
            VALUES              (@id, @editionId,  @number, @title, @startMs,  @turnNumber,  @turnHash)
            """;
        var firstId = await NextIdAsync(connection, "SELECT coalesce(max(id), 0) + 1 FROM section", cancellationToken);
        var ids = sections.Index().ToDictionary(section => section.Item.Number, section => firstId + section.Index);
        await connection.ExecuteAsync(new CommandDefinition(sql, sections.Select(section => new
        {
            id = ids[section.Number],
            editionId,
            number = section.Number,
            title = section.Title,
            startMs = section.Start?.Milliseconds,
            turnNumber = section.TurnId.Number,
            turnHash = section.TurnId.Hash,
        }), cancellationToken: cancellationToken));
        return ids;
    }

    /// <summary>No one else writes, so ids can be given here and the rows sent in bulk.</summary>
    private static Task<long> NextIdAsync(DbConnection connection, string sql, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<long>(new CommandDefinition(sql, cancellationToken: cancellationToken));

    private static async Task<List<(long Id, Turn Turn)>> InsertTurnsAsync(
        DbConnection connection,
        long bodyId,
        MergedBody body,
        Dictionary<int, long> sectionIds,
        CancellationToken cancellationToken)
    {
        const string insertTurn = """
            INSERT INTO turn ( id,  body_id,  number,  hash,  speaker,  speaker_slug,  speaker_inferred,  start_ms,  excerpt,  language,
                               section_id)
            VALUES           (@id, @bodyId,  @number, @hash, @speaker, @speakerSlug,  @speakerInferred,  @startMs,  @excerpt, @language,
                              @sectionId)
            """;
        const string insertParagraph = """
            INSERT INTO paragraph ( turn_id,  number,  text,  start_ms,  sponsor,  language,  markup,  plain,  spans,  words)
            VALUES                (@turnId,  @number, @text, @startMs,  @sponsor, @language, @markup, @plain, @spans, @words)
            """;

        var firstId = await NextIdAsync(connection, "SELECT coalesce(max(id), 0) + 1 FROM turn", cancellationToken);
        var turns = body.Turns.Select((turn, index) => (Id: firstId + index, Turn: turn)).ToList();
        await connection.ExecuteAsync(new CommandDefinition(insertTurn, turns.Select(row => new
        {
            id = row.Id,
            bodyId,
            number = row.Turn.Number,
            hash = row.Turn.Id.Hash,
            speaker = row.Turn.Speaker,
            speakerSlug = body.SpeakerSlug(row.Turn)?.Value,
            speakerInferred = row.Turn.SpeakerInferred,
            startMs = row.Turn.Start?.Milliseconds,
            excerpt = Excerpt.Of(row.Turn.Plain.Trim(), ExcerptLength),
            language = row.Turn.Paragraphs.Count == 0 ? body.Language : row.Turn.Paragraphs[0].Language,
            sectionId = body.SectionOf(row.Turn) is { } section ? sectionIds[section.Number] : (long?)null,
        }), cancellationToken: cancellationToken));
        var paragraphs = turns.SelectMany(row => row.Turn.Paragraphs.Select((paragraph, index) => new
        {
            turnId = row.Id,
            number = index + 1,
            text = paragraph.Text,
            startMs = paragraph.Start?.Milliseconds,
            sponsor = paragraph.Sponsor,
            language = paragraph.Language,
            markup = (int)paragraph.Markup,
            plain = paragraph.Plain == paragraph.Text ? null : paragraph.Plain,
            spans = StoredSpans.Write(paragraph.Marked?.Spans ?? []),
            words = paragraph.WordCount,
        }));
        await connection.ExecuteAsync(new CommandDefinition(insertParagraph, paragraphs, cancellationToken: cancellationToken));
        return turns;
    }

    private static async Task InsertAppearancesAsync(
        DbConnection connection,
        long episodeId,
        long bodyId,
        MergedBody body,
        HashSet<EpisodeSlug> heard,
        CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO appearance ( speaker_slug,  episode_id,  body_id,  name,  name_key,  is_host,  turn_count,  word_count)
            VALUES                 (@speakerSlug,  @episodeId,  @bodyId,  @name, @nameKey,  @isHost,  @turnCount,  @wordCount)
            """;

        // A speaker of two editions is counted in the first: the others say the same again.
        var appearances = body.Turns.Where(turn => turn.Speaker is not null)
            .GroupBy(turn => body.SpeakerSlug(turn)!.Value)
            .Where(turns => heard.Add(turns.Key))
            .Select(turns => new
            {
                speakerSlug = turns.Key.Value,
                episodeId,
                bodyId,
                name = body.PersonName(turns.First()),
                nameKey = body.IsSomebody(turns.First()) ? NameKey.Of(body.PersonName(turns.First())!) : null,
                isHost = turns.Any(body.IsHosts),
                turnCount = turns.Count(),
                wordCount = turns.Sum(static turn => turn.WordCount),
            });
        await connection.ExecuteAsync(new CommandDefinition(sql, appearances, cancellationToken: cancellationToken));
    }

    private static string TextOf(Turn turn) => string.Join('\n', turn.Paragraphs.Select(paragraph => paragraph.Text));
}
