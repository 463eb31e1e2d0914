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
    private readonly Dictionary<int, int> runs = [];
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
                   body_id        AS Body
            FROM   search_run
            ORDER  BY first_document
            """;
        var stored = connection.Query<(int First, int Last, long Body)>(allRuns).ToList();
        Forget(runs.Keys.Except(stored.Select(static run => run.First)).ToList());

        // Readers hold the lists of their own state: what is added goes into new ones.
        (episodes, speakers, languages) = ([.. episodes], [.. speakers], [.. languages]);
        foreach (var (first, last, body) in stored.Where(run => !runs.ContainsKey(run.First)))
        {
            var episode = Episode(connection, body);
            AddDocuments(connection, first, last, episode);
            runs[first] = last;
        }

        return new SearchCorpus(documents.Build(), episodes, speakers, languages, live, live == 0 ? 1 : (double)tokens / live);
    }

    private void Forget(List<int> gone)
    {
        foreach (var first in gone)
        {
            for (var id = first; id <= runs[first]; id++)
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

    private void AddDocuments(SqliteConnection connection, int first, int last, int episode)
    {
        const string sql = """
            SELECT search_document.id, search_document.turn_id, search_document.length, search_document.sponsor, search_document.takeaway,
                   turn.speaker, turn.speaker_slug, turn.language
            FROM   search_document
            JOIN   turn ON turn.id = search_document.turn_id
            WHERE  search_document.id BETWEEN $first AND $last
            ORDER  BY search_document.id
            """;
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$first", first);
        command.Parameters.AddWithValue("$last", last);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var speaker = reader.IsDBNull(6) ? -1 : IndexOf(speakerIndex, reader.GetString(6), speakers,
                slug => new SearchSpeaker(reader.GetString(5), EpisodeSlug.From(slug)));
            var language = IndexOf(languageIndex, reader.GetString(7), languages, static code => code);
            var traits = DocumentTraits.Live
                | (reader.GetBoolean(3) ? DocumentTraits.Sponsor : 0)
                | (reader.GetBoolean(4) ? DocumentTraits.Takeaway : 0);
            var size = reader.GetInt32(2);
            documents.Add(reader.GetInt32(0), new SearchDocument(reader.GetInt64(1), episode, speaker, size, (byte)language, traits));
            tokens += size;
            live++;
        }
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
}
