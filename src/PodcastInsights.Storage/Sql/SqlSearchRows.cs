using System.Data.Common;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing.Records;
using PodcastInsights.Core.Search;
using PodcastInsights.Core.Search.Matching;
using PodcastInsights.Core.Search.Sessions;
using PodcastInsights.Core.Stores;

namespace PodcastInsights.Storage.Sql;

/// <summary>SQL and row mapping for what searching reads.</summary>
internal static class SqlSearchRows
{
    public const string State = """
        SELECT version, stamp, next_document - 1, vocabulary, generation > vocabulary
        FROM   library_state, search_state
        """;

    public const string Runs = """
        SELECT first_document, last_document, stamp, people
        FROM   search_run
        ORDER  BY first_document
        """;

    /// <summary>
    /// Selects the passage for each row of <c>hit (place, document, turn, paragraph)</c>. Turn ids are reused, document ids are not: while
    /// the run with the document exists, the turn is the one found.
    /// </summary>
    public const string Passages = """
        SELECT hit.place, turn.number, turn.hash, turn.speaker, turn.start_ms, coalesce(paragraph.plain, paragraph.text), paragraph.language,
               CASE WHEN body.ordinal > 0 THEN body.language END,
               section.number, section.title, section.start_ms, section.turn_number, section.turn_hash,
               (SELECT stamp FROM library_state)
        FROM   hit
        JOIN   turn         ON turn.id            = hit.turn
                           AND turn.body_id       = (SELECT   CASE WHEN last_document >= hit.document THEN body_id END
                                                     FROM     search_run
                                                     WHERE    first_document <= hit.document
                                                     ORDER BY first_document DESC
                                                     LIMIT    1)
        JOIN   paragraph    ON paragraph.turn_id  = turn.id      AND paragraph.number = hit.paragraph
        JOIN   body         ON body.id            = turn.body_id
        LEFT   JOIN section ON section.id         = turn.section_id
        """;

    /// <summary>Number of columns of a passage; the next one is the stamp of the version it was read from.</summary>
    public const int PassageColumns = 13;

    public static IndexState StateOf(DbDataReader reader) => new(
        new StoreVersion(reader.GetInt64(0), reader.GetString(1)), reader.GetInt32(2), reader.GetInt64(3), reader.GetBoolean(4));

    public static async Task<IndexState> StateAsync(DbConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = State;
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return StateOf(reader);
    }

    public static DocumentRun RunOf(DbDataReader reader) =>
        new(reader.GetInt32(0), reader.GetInt32(1), reader.GetString(2), reader.GetInt64(3));

    /// <param name="reader">Documents, id of the episode, slug, titles, date, guests, topics, people, show, files, hosts and time of the latest words.</param>
    public static StoredRun StoredRunOf(DbDataReader reader, DocumentRun run)
    {
        var sources = StoredJson.Read<List<EpisodeSource>>(reader.GetString(9));
        return new(
            run,
            reader.GetInt64(1),
            new SearchEpisode(
                EpisodeSlug.From(reader.GetString(2)),
                StoredJson.Read<Dictionary<string, string>>(reader.GetString(3)),
                EpisodeSummaryRow.DateOf(reader.IsDBNull(4) ? null : reader.GetString(4)),
                StoredJson.Read<List<string>>(reader.GetString(5)),
                StoredJson.Read<List<string>>(reader.GetString(6)))
            {
                Show = reader.IsDBNull(8) ? null : reader.GetString(8),
                EditionLanguages = [.. sources.Select(static source => source.Language)],
                LanguagesRead = [.. sources.Select(static source => source.LanguageRead).Distinct()],
                LatestAt = reader.IsDBNull(11) ? null : StoredMoment.Of(reader.GetInt64(11)),
                HostSlugs = [.. StoredJson.Read<List<string>>(reader.GetString(10)).Select(EpisodeSlug.From)],
            },
            reader.GetFieldValue<byte[]>(0),
            StoredJson.Read<List<SpeakerRow>>(reader.GetString(7)));
    }

    public static Passage PassageOf(DbDataReader reader) => new(
        StoredTurnId.Of(reader.GetInt32(1), reader.GetString(2)),
        reader.IsDBNull(3) ? null : reader.GetString(3),
        reader.IsDBNull(4) ? null : new Timestamp(reader.GetInt64(4)),
        reader.GetString(5),
        reader.GetString(6),
        reader.IsDBNull(7) ? null : reader.GetString(7),
        reader.IsDBNull(8) ? null : new Section(
            reader.GetInt32(8),
            reader.GetString(9),
            reader.IsDBNull(10) ? null : new Timestamp(reader.GetInt64(10)),
            StoredTurnId.Of(reader.GetInt32(11), reader.GetString(12))));

    /// <param name="reader">Number, hash and edition.</param>
    public static MatchedTurn TurnOf(DbDataReader reader) =>
        new(StoredTurnId.Of(reader.GetInt32(0), reader.GetString(1)), reader.IsDBNull(2) ? null : reader.GetString(2));
}
