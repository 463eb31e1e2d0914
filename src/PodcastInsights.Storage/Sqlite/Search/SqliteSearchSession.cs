using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using PodcastInsights.Core.Citation.Checking;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search;
using PodcastInsights.Core.Search.Matching;
using PodcastInsights.Core.Search.Sessions;
using PodcastInsights.Core.Search.Spelling;
using PodcastInsights.Storage.Sql;
using SQLitePCL;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>A reading connection with prepared statements. SQLite calls are synchronous, so no call here is really asynchronous.</summary>
internal sealed class SqliteSearchSession : ISearchSession, IDisposable
{
    /// <summary>
    /// Selects the passage for each row of <c>hit (place, document, turn, paragraph)</c>. Turn ids are reused, document ids are not: while
    /// the run with the document exists, the turn is the one found.
    /// </summary>
    private const string SelectPassages = """
        SELECT hit.place, turn.number, turn.hash, turn.speaker, turn.start_ms, coalesce(paragraph.plain, paragraph.text), paragraph.language,
               CASE WHEN body.ordinal > 0 THEN body.language END,
               section.number, section.title, section.start_ms, section.turn_number, section.turn_hash
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

    private readonly SqliteConnection connection;
    private readonly Fts5Postings postings;
    private readonly SqliteCommand begin;
    private readonly SqliteCommand end;
    private readonly SqliteCommand state;
    private readonly SqliteCommand turns;
    private readonly Dictionary<int, SqliteCommand> passages = [];

    public SqliteSearchSession(SqliteConnection connection)
    {
        this.connection = connection;
        postings = new Fts5Postings(connection);
        begin = Command("BEGIN");
        end = Command("COMMIT");
        state = Command(SqlSearchRows.State);
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

    public ValueTask<IndexState> BeginAsync(CancellationToken cancellationToken)
    {
        begin.ExecuteNonQuery();
        using var reader = state.ExecuteReader();
        reader.Read();
        return ValueTask.FromResult(SqlSearchRows.StateOf(reader));
    }

    public ValueTask EndAsync(CancellationToken cancellationToken)
    {
        end.ExecuteNonQuery();
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<DocumentRun>> RunsAsync(CancellationToken cancellationToken)
    {
        using var command = Command(SqlSearchRows.Runs);
        using var reader = command.ExecuteReader();
        var runs = new List<DocumentRun>();
        while (reader.Read())
        {
            runs.Add(SqlSearchRows.RunOf(reader));
        }

        return ValueTask.FromResult<IReadOnlyList<DocumentRun>>(runs);
    }

    public async IAsyncEnumerable<StoredRun> ReadAsync(
        IReadOnlyList<DocumentRun> runs, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await ValueTask.CompletedTask;
        using var command = Command("""
            SELECT documents, episode.id, slug, titles, published_on, guests, topics,
                   (SELECT json_group_array(json_object('name', name, 'slug', speaker.slug, 'person', person))
                    FROM   speaker
                    WHERE  speaker.body_id = search_run.body_id),
                   show, sources,
                   (SELECT json_group_array(speaker_slug)
                    FROM   appearance
                    WHERE  appearance.episode_id = episode.id AND is_host),
                   (SELECT latest FROM episode_stamp WHERE episode_stamp.slug = episode.slug)
            FROM   search_run
            JOIN   body    ON body.id    = search_run.body_id
            JOIN   episode ON episode.id = body.episode_id
            WHERE  first_document = $first
            """);
        var first = command.Parameters.Add("$first", SqliteType.Integer);
        foreach (var run in runs)
        {
            first.Value = run.First;
            using var reader = command.ExecuteReader();
            reader.Read();
            yield return SqlSearchRows.StoredRunOf(reader, run);
        }
    }

    public ValueTask<PostingList[]> PostingsAsync(IReadOnlyList<WantedPostings> wanted, CancellationToken cancellationToken) =>
        Interruptible(() => postings.Read(wanted, cancellationToken), cancellationToken);

    public ValueTask<Passage?[]> PassagesAsync(IReadOnlyList<PassageKey> keys, CancellationToken cancellationToken) =>
        Interruptible(() => Passages(keys), cancellationToken);

    public ValueTask<IReadOnlyList<MatchedTurn>> TurnsAsync(IReadOnlyCollection<long> wanted, CancellationToken cancellationToken) =>
        Interruptible<IReadOnlyList<MatchedTurn>>(() => Turns(wanted), cancellationToken);

    public ValueTask<SpokenTurns?> TurnsAroundAsync(long turn, int before, int after, CancellationToken cancellationToken) =>
        Interruptible(() =>
            SqlSpokenTurns.AroundAsync(connection, SqliteTurns.Instance, turn, before, after, CancellationToken.None).GetAwaiter().GetResult(), cancellationToken);

    public ValueTask<IReadOnlyList<VocabularyWord>> VocabularyAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(SqliteVocabulary.Kept(connection) ?? [.. SqliteVocabulary.Count(connection)]);

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
        postings.Dispose();
        SqliteConnection.ClearPool(connection);
        connection.Dispose();
    }

    /// <summary>Runs a call that cancellation interrupts with an error.</summary>
    private ValueTask<T> Interruptible<T>(Func<T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            using var interrupting = cancellationToken.UnsafeRegister(
                static open => raw.sqlite3_interrupt(((SqliteConnection)open!).Handle), connection);
            return ValueTask.FromResult(work());
        }
        catch (SqliteException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    private Passage?[] Passages(IReadOnlyList<PassageKey> keys)
    {
        var command = passages.TryGetValue(keys.Count, out var prepared) ? prepared : passages[keys.Count] = PassageCommand(keys.Count);
        for (var i = 0; i < keys.Count; i++)
        {
            command.Parameters[3 * i].Value = keys[i].Document;
            command.Parameters[(3 * i) + 1].Value = keys[i].Turn;
            command.Parameters[(3 * i) + 2].Value = keys[i].Paragraph;
        }

        var found = new Passage?[keys.Count];
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            found[reader.GetInt32(0)] = PassageOf(reader);
        }

        return found;
    }

    private static Passage PassageOf(SqliteDataReader reader) => new(
        StoredTurnId.Of(reader.GetInt32(1), reader.GetString(2)),
        reader.IsDBNull(3) ? null : reader.GetString(3),
        reader.IsDBNull(4) ? null : new Timestamp(reader.GetInt64(4)),
        reader.GetString(5),
        reader.GetString(6),
        reader.IsDBNull(7) ? null : reader.GetString(7),
        SqlSearchRows.SectionOf(reader, 8));

    private List<MatchedTurn> Turns(IReadOnlyCollection<long> ids)
    {
        var found = new List<MatchedTurn>(ids.Count);
        turns.Parameters[0].Value = JsonSerializer.Serialize(ids);
        using var reader = turns.ExecuteReader();
        while (reader.Read())
        {
            found.Add(new MatchedTurn(StoredTurnId.Of(reader.GetInt32(0), reader.GetString(1)), reader.IsDBNull(2) ? null : reader.GetString(2)));
        }

        return found;
    }

    private SqliteCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    private SqliteCommand PassageCommand(int count)
    {
        // One statement for all rows is five times as fast as one for each.
        var values = string.Join(", ", Enumerable.Range(0, count).Select(static i =>
            string.Create(CultureInfo.InvariantCulture, $"({i}, $document{i}, $turn{i}, $paragraph{i})")));
        var command = Command($"""
            WITH hit (place, document, turn, paragraph) AS (VALUES {values})
            {SelectPassages}
            """);
        for (var i = 0; i < count; i++)
        {
            foreach (var name in (ReadOnlySpan<string>)["document", "turn", "paragraph"])
            {
                command.Parameters.Add(string.Create(CultureInfo.InvariantCulture, $"${name}{i}"), SqliteType.Integer);
            }
        }

        return command;
    }
}
