using System.Data.Common;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing.Records;
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

    /// <param name="reader">
    /// A row with the columns documents, id of the episode, slug, titles, date, guests, topics, people, show, files, hosts and time of the
    /// latest words.
    /// </param>
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

    /// <returns>Null where the column has no value.</returns>
    public static string? TextOf(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    /// <param name="column">
    /// Index of the column with the section's number. Title, start, and number and hash of its first turn follow.
    /// </param>
    public static Section? SectionOf(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : new Section(
        reader.GetInt32(column),
        reader.GetString(column + 1),
        reader.IsDBNull(column + 2) ? null : new Timestamp(reader.GetInt64(column + 2)),
        StoredTurnId.Of(reader.GetInt32(column + 3), reader.GetString(column + 4)));
}
