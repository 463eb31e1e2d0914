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
            var turns = await InsertTurnsAsync(connection, bodyId, body, cancellationToken);
            var takeaways = merge.Editions.Where(edition => edition.Body == body).SelectMany(edition => edition.File.Takeaways);
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
            await InsertEditionsAsync(
                connection, episodeId, bodyId, merge.Editions.Index().Where(edition => edition.Item.Body == body), cancellationToken);
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

    private static async Task InsertEditionsAsync(
        DbConnection connection,
        long episodeId,
        long bodyId,
        IEnumerable<(int Index, MergedEdition Item)> editions,
        CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO edition ( episode_id,  language,  ordinal,  body_id,  speakers,  takeaways,  sponsors,  notes)
            VALUES              (@episodeId,  @language, @ordinal, @bodyId,  @speakers, @takeaways, @sponsors, @notes)
            """;
        await connection.ExecuteAsync(new CommandDefinition(sql, editions.Select(edition => new
        {
            episodeId,
            language = edition.Item.File.Language,
            ordinal = edition.Index,
            bodyId,
            speakers = StoredJson.Write(edition.Item.File.Speakers),
            takeaways = StoredJson.Write(edition.Item.File.Takeaways),
            sponsors = StoredJson.Write(edition.Item.File.Sponsors),
            notes = StoredJson.Write(edition.Item.File.Notes),
        }), cancellationToken: cancellationToken));
    }

    private static async Task<List<(long Id, Turn Turn)>> InsertTurnsAsync(
        DbConnection connection, long bodyId, MergedBody body, CancellationToken cancellationToken)
    {
        const string lastTurn = """
            SELECT coalesce(max(id), 0)
            FROM   turn
            """;
        const string insertTurn = """
            INSERT INTO turn ( id,  body_id,  number,  hash,  speaker,  speaker_slug,  speaker_inferred,  start_ms,  excerpt,  language)
            VALUES           (@id, @bodyId,  @number, @hash, @speaker, @speakerSlug,  @speakerInferred,  @startMs,  @excerpt, @language)
            """;
        const string insertParagraph = """
            INSERT INTO paragraph ( turn_id,  number,  text,  start_ms,  sponsor,  language,  markup)
            VALUES                (@turnId,  @number, @text, @startMs,  @sponsor, @language, @markup)
            """;

        // No one else writes, so the ids can be given here and the rows sent in bulk.
        var firstId = 1 + await connection.ExecuteScalarAsync<long>(new CommandDefinition(lastTurn, cancellationToken: cancellationToken));
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
            excerpt = ExcerptOf(row.Turn),
            language = row.Turn.Paragraphs.Count == 0 ? body.Language : row.Turn.Paragraphs[0].Language,
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
                wordCount = turns.Sum(WordCount.Of),
            });
        await connection.ExecuteAsync(new CommandDefinition(sql, appearances, cancellationToken: cancellationToken));
    }

    private static string TextOf(Turn turn) => string.Join('\n', turn.Paragraphs.Select(paragraph => paragraph.Text));

    private static string ExcerptOf(Turn turn)
    {
        var text = string.Join(' ', turn.Paragraphs.Select(paragraph => paragraph.Plain)).Trim();
        if (text.Length <= ExcerptLength)
        {
            return text;
        }

        // Cut after a whole word; where words are not spaced, after a whole character.
        var space = text.LastIndexOf(' ', ExcerptLength);
        var end = space > ExcerptLength / 2 ? space : char.IsLowSurrogate(text[ExcerptLength]) ? ExcerptLength - 1 : ExcerptLength;
        return text[..end] + "…";
    }
}
