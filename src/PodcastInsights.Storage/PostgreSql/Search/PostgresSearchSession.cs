using System.Runtime.CompilerServices;
using Npgsql;
using PodcastInsights.Core.Citation.Checking;
using PodcastInsights.Core.Search;
using PodcastInsights.Core.Search.Matching;
using PodcastInsights.Core.Search.Sessions;
using PodcastInsights.Core.Search.Spelling;
using PodcastInsights.Core.Stores;
using PodcastInsights.Storage.Sql;

namespace PodcastInsights.Storage.PostgreSql;

/// <summary>Reads what is searched, from its beginning to its end over one connection in one state of the store.</summary>
internal sealed class PostgresSearchSession(PostgresNode node, PostgresSearchSource source) : ISearchSession, IAsyncDisposable
{
    private NodeReading? reading;
    private bool isImporting;

    private NpgsqlConnection Connection => reading!.Connection;

    public async ValueTask<IndexState> BeginAsync(CancellationToken cancellationToken)
    {
        reading = await node.ReadAsync(cancellationToken);
        await using var command = new NpgsqlCommand(SqlSearchRows.State, Connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        isImporting = reader.GetBoolean(4);
        return new IndexState(
            new StoreVersion(reader.GetInt64(0), reader.GetString(1)), reader.GetInt32(2), reader.GetInt64(3), isImporting);
    }

    public ValueTask EndAsync(CancellationToken cancellationToken) => DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        if (reading is { } begun)
        {
            reading = null;
            await begun.DisposeAsync();
        }
    }

    public async ValueTask<IReadOnlyList<DocumentRun>> RunsAsync(CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(SqlSearchRows.Runs, Connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var runs = new List<DocumentRun>();
        while (await reader.ReadAsync(cancellationToken))
        {
            runs.Add(SqlSearchRows.RunOf(reader));
        }

        return runs;
    }

    public async IAsyncEnumerable<StoredRun> ReadAsync(
        IReadOnlyList<DocumentRun> runs, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT   documents, episode.id, slug, titles, published_on, guests, topics,
                     (SELECT coalesce(json_agg(json_build_object('name', name, 'slug', speaker.slug, 'person', person)), '[]')::text
                      FROM   speaker
                      WHERE  speaker.body_id = search_run.body_id)
            FROM     search_run
            JOIN     body    ON body.id    = search_run.body_id
            JOIN     episode ON episode.id = body.episode_id
            WHERE    first_document = ANY ($1)
            ORDER BY first_document
            """;
        if (runs.Count == 0)
        {
            yield break;
        }

        await using var command = Command(sql, runs.Select(run => run.First).ToArray());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        foreach (var run in runs)
        {
            await reader.ReadAsync(cancellationToken);
            yield return SqlSearchRows.StoredRunOf(reader, run);
        }
    }

    public async ValueTask<PostingList[]> PostingsAsync(IReadOnlyList<WantedPostings> wanted, CancellationToken cancellationToken)
    {
        // The last character there is ends the range of what begins so.
        const string sql = """
            SELECT   place - 1, posting.term, list
            FROM     unnest($1, $2, $3) WITH ORDINALITY AS wanted (low, high, after, place)
            JOIN     posting ON posting.term BETWEEN wanted.low AND wanted.high AND posting.last_document > wanted.after
            ORDER BY place, posting.term, first_document
            """;
        var segments = isImporting ? await source.SegmentsAsync(Connection, cancellationToken) : [];
        var joined = wanted.Select(one => new JoinedPostings(one)).ToArray();
        await using var command = Command(
            sql,
            wanted.Select(one => one.Key.Text).ToArray(),
            wanted.Select(one => one.Key.Kind == PostingKind.Prefix ? one.Key.Text + "\U0010FFFF" : one.Key.Text).ToArray(),
            wanted.Select(one => one.After).ToArray());
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                joined[reader.GetInt32(0)].Add(reader.GetString(1), reader.GetFieldValue<byte[]>(2));
            }
        }

        foreach (var (i, one) in wanted.Index())
        {
            foreach (var postings in segments.SelectMany(segment => segment.Matching(one.Key)))
            {
                joined[i].Add(postings.Term, postings.List.Span);
            }
        }

        return Array.ConvertAll(joined, static postings => postings.Build());
    }

    public async ValueTask<Passage?[]> PassagesAsync(IReadOnlyList<PassageKey> keys, CancellationToken cancellationToken)
    {
        const string sql = $"""
            WITH hit AS (SELECT *
                         FROM   unnest($1, $2, $3, $4) AS hit (place, document, turn, paragraph))
            {SqlSearchRows.Passages}
            """;
        var found = new Passage?[keys.Count];
        await using var command = Command(
            sql,
            Enumerable.Range(0, keys.Count).ToArray(),
            keys.Select(key => key.Document).ToArray(),
            keys.Select(key => key.Turn).ToArray(),
            keys.Select(key => key.Paragraph).ToArray());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            found[reader.GetInt32(0)] = SqlSearchRows.PassageOf(reader);
        }

        return found;
    }

    public async ValueTask<IReadOnlyList<MatchedTurn>> TurnsAsync(IReadOnlyCollection<long> turns, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT   turn.number, turn.hash,
                     CASE WHEN body.ordinal > 0 THEN body.language END
            FROM     turn
            JOIN     body ON body.id = turn.body_id
            WHERE    turn.id = ANY ($1)
            ORDER BY turn.id
            """;
        await using var command = Command(sql, turns.ToArray());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<MatchedTurn>(turns.Count);
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add(SqlSearchRows.TurnOf(reader));
        }

        return found;
    }

    public async ValueTask<SpokenTurns?> TurnsAroundAsync(long turn, int before, int after, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT turn.body_id, turn.number,
                   CASE WHEN body.ordinal > 0 THEN body.language END
            FROM   turn
            JOIN   body ON body.id = turn.body_id
            WHERE  turn.id = $1
            """;
        long body;
        int number;
        string? edition;
        await using (var command = Command(sql, turn))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            if (!await reader.ReadAsync(cancellationToken))
            {
                return null;
            }

            (body, number, edition) = (reader.GetInt64(0), reader.GetInt32(1), reader.IsDBNull(2) ? null : reader.GetString(2));
        }

        var turns = await SqlEpisodeReader.TurnsOfAsync(Connection, body, number - before, number + after, cancellationToken);
        return new SpokenTurns(turns, turns.FindIndex(one => one.Number == number), edition);
    }

    public async ValueTask<IReadOnlyList<VocabularyWord>> VocabularyAsync(CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT   term, sum(occurrences)::integer
            FROM     posting
            GROUP BY term
            """;
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        await using (var command = new NpgsqlCommand(sql, Connection))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                words.Add(reader.GetString(0), reader.GetInt32(1));
            }
        }

        foreach (var term in isImporting ? (await source.SegmentsAsync(Connection, cancellationToken)).SelectMany(segment => segment.Terms) : [])
        {
            words[term.Term] = words.GetValueOrDefault(term.Term) + term.Occurrences;
        }

        return [.. words.Select(word => new VocabularyWord(word.Key, word.Value))];
    }

    private NpgsqlCommand Command(string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlCommand(sql, Connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }
}
