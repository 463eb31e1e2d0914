using Dapper;
using Microsoft.Data.Sqlite;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Matching;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>
/// Keeps what searching must know of every document in memory, some forty bytes each, and brings it up to date by reading
/// what was added. One thread at a time.
/// </summary>
internal sealed class CorpusReader
{
    private readonly Dictionary<int, Run> runs = [];
    private readonly Dictionary<string, int> speakerIndex = [];
    private readonly Dictionary<string, int> languageIndex = [];
    private readonly Dictionary<long, int> episodeIndex = [];
    private List<SearchEpisode> episodes = [];
    private List<SearchSpeaker> speakers = [];
    private List<string> languages = [];
    private readonly SearchDocumentsBuilder documents = new();
    private int live;
    private int dead;
    private long tokens;

    /// <summary>Whether so much has been taken away that reading all anew pays.</summary>
    public bool IsWorn => dead > 1000 + (live / 4);

    public SearchCorpus Refresh(SqliteConnection connection)
    {
        const string allRuns = """
            SELECT first_document AS First,
                   last_document  AS Last,
                   body_id        AS Body,
                   people
            FROM   search_run
            ORDER  BY first_document
            """;
        var stored = connection.Query<Run>(allRuns).ToList();
        Forget(runs.Keys.Except(stored.Select(static run => run.First)).ToList());

        // Readers hold the lists of their own state: what is added goes into new ones.
        (episodes, speakers, languages) = ([.. episodes], [.. speakers], [.. languages]);
        foreach (var run in stored)
        {
            var known = runs.GetValueOrDefault(run.First);
            if (known is null)
            {
                AddDocuments(connection, run);
            }
            else if (known.People != run.People)
            {
                AssignPeople(connection, run);
            }

            runs[run.First] = run;
        }

        return new SearchCorpus(documents.Build(), episodes, speakers, languages, live, live == 0 ? 1 : (double)tokens / live);
    }

    private void Forget(List<int> gone)
    {
        foreach (var first in gone)
        {
            for (var id = first; id <= runs[first].Last; id++)
            {
                tokens -= documents.Remove(id);
                live--;
                dead++;
            }

            runs.Remove(first);
        }
    }

    private int Episode(SqliteConnection connection, long body)
    {
        const string sql = """
            SELECT episode.id, episode.slug, episode.titles, episode.guests, episode.topics,
                   episode.published_on AS PublishedOn
            FROM   body
            JOIN   episode ON episode.id = body.episode_id
            WHERE  body.id = @body
            """;
        var row = connection.QuerySingle<EpisodeSummaryRow>(sql, new { body });
        var episode = new SearchEpisode(
            EpisodeSlug.From(row.Slug),
            StoredJson.Read<Dictionary<string, string>>(row.Titles),
            EpisodeSummaryRow.DateOf(row.PublishedOn),
            StoredJson.Read<List<string>>(row.Guests),
            StoredJson.Read<List<string>>(row.Topics));
        if (episodeIndex.TryGetValue(row.Id, out var index) && episodes[index].Slug == episode.Slug)
        {
            episodes[index] = episode;
            return index;
        }

        episodes.Add(episode);
        return episodeIndex[row.Id] = episodes.Count - 1;
    }

    private void AddDocuments(SqliteConnection connection, Run run)
    {
        const string sql = """
            SELECT search_document.id, search_document.turn_id, search_document.length, search_document.sponsor, search_document.takeaway,
                   speaker.person, speaker.slug, turn.language
            FROM   search_document
            JOIN   turn         ON turn.id         = search_document.turn_id
            LEFT   JOIN speaker ON speaker.body_id = turn.body_id AND speaker.name = turn.speaker
            WHERE  search_document.id BETWEEN $first AND $last
            ORDER  BY search_document.id
            """;
        var episode = Episode(connection, run.Body);
        using var command = Command(connection, sql, run);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var language = IndexOf(languageIndex, reader.GetString(7), languages, static code => code);
            var traits = DocumentTraits.Live
                | (reader.GetBoolean(3) ? DocumentTraits.Sponsor : 0)
                | (reader.GetBoolean(4) ? DocumentTraits.Takeaway : 0);
            var size = reader.GetInt32(2);
            var speaker = Speaker(reader, 5);
            documents.Add(reader.GetInt32(0), new SearchDocument(reader.GetInt64(1), episode, speaker, size, (byte)language, traits));
            tokens += size;
            live++;
        }
    }

    private void AssignPeople(SqliteConnection connection, Run run)
    {
        const string sql = """
            SELECT search_document.id, speaker.person, speaker.slug
            FROM   search_document
            JOIN   turn         ON turn.id         = search_document.turn_id
            LEFT   JOIN speaker ON speaker.body_id = turn.body_id AND speaker.name = turn.speaker
            WHERE  search_document.id BETWEEN $first AND $last
            """;
        Episode(connection, run.Body);
        using var command = Command(connection, sql, run);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            documents.Assign(reader.GetInt32(0), Speaker(reader, 1));
        }
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, Run run)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$first", run.First);
        command.Parameters.AddWithValue("$last", run.Last);
        return command;
    }

    /// <param name="column">Of the name; that of the slug follows.</param>
    private int Speaker(SqliteDataReader reader, int column)
    {
        if (reader.IsDBNull(column + 1))
        {
            return -1;
        }

        var (name, slug) = (reader.GetString(column), reader.GetString(column + 1));
        var index = IndexOf(speakerIndex, slug, speakers, known => new SearchSpeaker(name, EpisodeSlug.From(known)));

        // Of one person the name is spelt alike everywhere, but for the time of an import that spells it otherwise.
        if (speakers[index].Name != name)
        {
            speakers[index] = speakers[index] with { Name = name };
        }

        return index;
    }

    private static int IndexOf<T>(Dictionary<string, int> index, string key, List<T> items, Func<string, T> make)
    {
        if (!index.TryGetValue(key, out var at))
        {
            index[key] = at = items.Count;
            items.Add(make(key));
        }

        return at;
    }

    private sealed record Run
    {
        public int First { get; init; }

        public int Last { get; init; }

        public long Body { get; init; }

        /// <summary>Rises where those who speak in it become others.</summary>
        public long People { get; init; }
    }
}
