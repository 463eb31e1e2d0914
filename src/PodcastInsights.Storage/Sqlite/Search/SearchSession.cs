using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search;
using PodcastInsights.Core.Search.Spelling;
using SQLitePCL;

namespace PodcastInsights.Storage.Sqlite;

/// <param name="Generation">Rises with every change of the index.</param>
/// <param name="Vocabulary">The generation at the end of the last import.</param>
/// <param name="LastDocument">No id above it has been given.</param>
internal readonly record struct IndexState(long Generation, long Vocabulary, int LastDocument)
{
    /// <summary>Whether an import has changed the index and not yet come to its end.</summary>
    public bool IsImporting => Generation > Vocabulary;
}

/// <param name="Document">One that holds words of the turn.</param>
/// <param name="Paragraph">Of the turn, from 1.</param>
internal readonly record struct PassageKey(int Document, int Paragraph);

/// <param name="Text">The words alone.</param>
/// <param name="Edition">Language of the edition that has the turn; null where it is in the default one.</param>
internal sealed record Passage(
    int TurnNumber,
    string TurnHash,
    string? Speaker,
    long? StartMilliseconds,
    string Text,
    string Language,
    string? Edition,
    Section? Section);

/// <summary>A connection that reads the index, with its statements prepared. Not for several threads.</summary>
internal sealed class SearchSession : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand begin;
    private readonly SqliteCommand end;
    private readonly SqliteCommand state;
    private readonly SqliteCommand turns;
    private readonly Dictionary<int, SqliteCommand> passages = [];

    public SearchSession(SqliteConnection connection)
    {
        this.connection = connection;
        Postings = new Fts5Postings(connection);
        begin = Command("BEGIN");
        end = Command("COMMIT");
        state = Command("""
            SELECT generation, vocabulary, next_document - 1
            FROM   search_state
            """);
        turns = Command("""
            SELECT turn.number, turn.hash,
                   CASE WHEN body.ordinal > 0 THEN body.language END
            FROM   json_each($ids) AS wanted
            JOIN   turn ON turn.id = wanted.value
            JOIN   body ON body.id = turn.body_id
            ORDER  BY turn.id
            """);
        turns.Parameters.Add("$ids", SqliteType.Text);
    }

    public SqliteConnection Connection => connection;

    public Fts5Postings Postings { get; }

    /// <summary>The index as it is in the transaction that was begun last.</summary>
    public IndexState Seen { get; private set; }

    /// <summary>From here to <see cref="End"/> all is read in one state of the database.</summary>
    public IndexState Begin()
    {
        begin.ExecuteNonQuery();
        using var reader = state.ExecuteReader();
        reader.Read();
        return Seen = new IndexState(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt32(2));
    }

    /// <summary>Ends what SQLite is doing in this session with an error; from any thread.</summary>
    public void Interrupt() => raw.sqlite3_interrupt(connection.Handle);

    public void End() => end.ExecuteNonQuery();

    /// <returns>In the order of the keys; null for a document that is gone.</returns>
    public Passage?[] Passages(IReadOnlyList<PassageKey> keys)
    {
        var found = new Passage?[keys.Count];
        if (keys.Count == 0)
        {
            return found;
        }

        var command = passages.TryGetValue(keys.Count, out var prepared) ? prepared : passages[keys.Count] = PassageCommand(keys.Count);
        for (var i = 0; i < keys.Count; i++)
        {
            command.Parameters[2 * i].Value = keys[i].Document;
            command.Parameters[(2 * i) + 1].Value = keys[i].Paragraph;
        }

        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            found[reader.GetInt32(0)] = new Passage(
                reader.GetInt32(1),
                reader.GetString(2),
                reader.IsDBNull(3) ? null : reader.GetString(3),
                reader.IsDBNull(4) ? null : reader.GetInt64(4),
                reader.GetString(5),
                reader.GetString(6),
                reader.IsDBNull(7) ? null : reader.GetString(7),
                reader.IsDBNull(8) ? null : SectionOf(reader));
        }

        return found;
    }

    /// <returns>By their ids; without those that are gone.</returns>
    public List<MatchedTurn> Turns(IReadOnlyCollection<long> ids)
    {
        var found = new List<MatchedTurn>(ids.Count);
        if (ids.Count > 0)
        {
            turns.Parameters[0].Value = JsonSerializer.Serialize(ids);
            using var reader = turns.ExecuteReader();
            while (reader.Read())
            {
                found.Add(new MatchedTurn(
                    StoredTurnId.Of(reader.GetInt32(0), reader.GetString(1)), reader.IsDBNull(2) ? null : reader.GetString(2)));
            }
        }

        return found;
    }

    public Vocabulary Vocabulary()
    {
        const string sql = """
            SELECT term, cnt
            FROM   search_vocabulary
            """;
        using var command = Command(sql);
        using var reader = command.ExecuteReader();
        var words = new List<VocabularyWord>();
        while (reader.Read())
        {
            words.Add(new VocabularyWord(reader.GetString(0), reader.GetInt32(1)));
        }

        return new Vocabulary(words);
    }

    public void Dispose()
    {
        foreach (var command in passages.Values)
        {
            command.Dispose();
        }

        begin.Dispose();
        end.Dispose();
        state.Dispose();
        turns.Dispose();
        Postings.Dispose();
        SqliteConnection.ClearPool(connection);
        connection.Dispose();
    }

    private static Section SectionOf(SqliteDataReader reader) => new(
        reader.GetInt32(8),
        reader.GetString(9),
        reader.IsDBNull(10) ? null : new Timestamp(reader.GetInt64(10)),
        StoredTurnId.Of(reader.GetInt32(11), reader.GetString(12)));

    private SqliteCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    private SqliteCommand PassageCommand(int count)
    {
        // One statement for all of them is five times as fast as one for each.
        var values = string.Join(", ", Enumerable.Range(0, count).Select(static i =>
            string.Create(CultureInfo.InvariantCulture, $"({i}, $document{i}, $paragraph{i})")));
        var command = Command($"""
            WITH hit (place, document, paragraph) AS (VALUES {values})
            SELECT hit.place, turn.number, turn.hash, turn.speaker, turn.start_ms, coalesce(paragraph.plain, paragraph.text), paragraph.language,
                   CASE WHEN body.ordinal > 0 THEN body.language END,
                   section.number, section.title, section.start_ms, section.turn_number, section.turn_hash
            FROM   hit
            JOIN   search_document ON search_document.id = hit.document
            JOIN   turn            ON turn.id            = search_document.turn_id
            JOIN   paragraph       ON paragraph.turn_id  = turn.id AND paragraph.number = hit.paragraph
            JOIN   body            ON body.id            = turn.body_id
            LEFT   JOIN section    ON section.id         = turn.section_id
            """);
        for (var i = 0; i < count; i++)
        {
            command.Parameters.Add(string.Create(CultureInfo.InvariantCulture, $"$document{i}"), SqliteType.Integer);
            command.Parameters.Add(string.Create(CultureInfo.InvariantCulture, $"$paragraph{i}"), SqliteType.Integer);
        }

        return command;
    }
}
