using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PodcastInsights.Benchmarks;

/// <summary>FTS5 as one would use it at first: stems, external content, BM25 by <c>rank</c>, <c>snippet()</c> and a second count.</summary>
internal sealed class Fts5Engine(string folder) : ISearchEngine
{
    private const string Best = """
        SELECT passage.id, passage.text, snippet(passages, 0, '<b>', '</b>', '…', 32)
        FROM   passages
        JOIN   passage ON passage.id = passages.rowid
        WHERE  passages MATCH $match {0}
        ORDER  BY rank
        LIMIT  20
        """;

    private const string Count = """
        SELECT count(*)
        FROM   passages
        {0}
        WHERE  passages MATCH $match {1}
        """;

    private const string OfSpeaker = "AND passage.speaker = $speaker";
    private const string WithPassage = "JOIN passage ON passage.id = passages.rowid";

    private readonly string path = Path.Combine(folder, "fts5.db");
    private readonly ThreadLocal<Statements> statements = new(trackAllValues: true);

    public string Name => "fts5";

    public double FillSeconds { get; private set; }

    public Task BuildAsync(Corpus corpus)
    {
        using var connection = Open();
        Execute(connection, """
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = NORMAL;
            CREATE TABLE passage (id INTEGER PRIMARY KEY, speaker TEXT NOT NULL, text TEXT NOT NULL);
            CREATE INDEX passage_speaker ON passage (speaker);
            CREATE VIRTUAL TABLE passages USING fts5 (text, content = 'passage', content_rowid = 'id', tokenize = 'porter unicode61');
            """);
        using (var transaction = connection.BeginTransaction())
        {
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO passage (speaker, text) VALUES ($speaker, $text)";
            insert.Parameters.Add("$speaker", SqliteType.Text);
            insert.Parameters.Add("$text", SqliteType.Text);
            foreach (var passage in corpus.Passages)
            {
                insert.Parameters[0].Value = passage.Speaker;
                insert.Parameters[1].Value = passage.Text;
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        var started = TimeProvider.System.GetTimestamp();
        Execute(connection, "INSERT INTO passages (passages) VALUES ('rebuild')");
        FillSeconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
        return Task.CompletedTask;
    }

    public Task OpenAsync()
    {
        statements.Value ??= new Statements(Open());
        return Task.CompletedTask;
    }

    public long IndexBytes()
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT (SELECT sum(length(block)) FROM passages_data)
                 + (SELECT sum(length(sz) + 4) FROM passages_docsize)
            """;
        return (long)command.ExecuteScalar()!;
    }

    public Answer Search(BenchmarkQuery query)
    {
        var prepared = statements.Value ??= new Statements(Open());
        var (best, count) = query.Speaker is null ? (prepared.Best, prepared.Count) : (prepared.BestOfSpeaker, prepared.CountOfSpeaker);
        foreach (var command in (ReadOnlySpan<SqliteCommand>)[best, count])
        {
            command.Parameters[0].Value = Print(query);
            if (query.Speaker is not null)
            {
                command.Parameters[1].Value = query.Speaker;
            }
        }

        var top = new List<string>(20);
        var length = 0;
        using (var reader = best.ExecuteReader())
        {
            while (reader.Read())
            {
                top.Add(reader.GetInt64(0).ToString(CultureInfo.InvariantCulture));
                length += reader.GetString(1).Length + reader.GetString(2).Length;
            }
        }

        return new Answer((int)(long)count.ExecuteScalar()!, top, length);
    }

    public void Dispose()
    {
        foreach (var prepared in statements.Values)
        {
            prepared?.Connection.Dispose();
        }

        statements.Dispose();
    }

    private static string Print(BenchmarkQuery query) => query.Kind switch
    {
        QueryKind.Phrase => $"\"{string.Join(' ', query.Words)}\"",
        QueryKind.Prefix => $"\"{query.Words[0]}\" *",
        _ => string.Join(' ', query.Words.Select(static word => $"\"{word}\"")),
    };

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private sealed class Statements(SqliteConnection connection)
    {
        public SqliteConnection Connection => connection;

        public SqliteCommand Best { get; } = Prepare(
            connection, Fts5Engine.Best.Replace("{0}", "", StringComparison.Ordinal), speaker: false);

        public SqliteCommand BestOfSpeaker { get; } = Prepare(
            connection, Fts5Engine.Best.Replace("{0}", OfSpeaker, StringComparison.Ordinal), speaker: true);

        public SqliteCommand Count { get; } = Prepare(
            connection,
            Fts5Engine.Count.Replace("{0}", "", StringComparison.Ordinal).Replace("{1}", "", StringComparison.Ordinal),
            speaker: false);

        public SqliteCommand CountOfSpeaker { get; } = Prepare(
            connection,
            Fts5Engine.Count.Replace("{0}", WithPassage, StringComparison.Ordinal).Replace("{1}", OfSpeaker, StringComparison.Ordinal),
            speaker: true);

        private static SqliteCommand Prepare(SqliteConnection connection, string sql, bool speaker)
        {
            var command = connection.CreateCommand();
            command.CommandText = sql;
            command.Parameters.Add("$match", SqliteType.Text);
            if (speaker)
            {
                command.Parameters.Add("$speaker", SqliteType.Text);
            }

            return command;
        }
    }
}
