using System.Data;
using System.Runtime.CompilerServices;
using Npgsql;
using PodcastInsights.Core.Citation.Checking;
using PodcastInsights.Core.Search;
using PodcastInsights.Core.Search.Matching;
using PodcastInsights.Core.Search.Sessions;
using PodcastInsights.Core.Search.Spelling;
using PodcastInsights.Storage.Sql;

namespace PodcastInsights.Storage.PostgreSql;

/// <summary>
/// Reads the index in one version of the store: the last one known of the server. Most searches read only passages or nothing. Passages are
/// read without a transaction, which would cost three more round trips; their stamp tells whether they are of that version.
/// </summary>
/// <param name="isStrict">Whether to ask the server for its version, in a transaction. A session that begins again always does.</param>
/// <param name="letGo">Ends waiting for the server. A search that reads on behalf of others would delay them.</param>
internal sealed class PostgresSearchSession(PostgresNode node, PostgresSegments segments, bool isStrict, CancellationToken letGo)
    : ISearchSession, IAsyncDisposable
{
    /// <summary>Number of runs of documents that one statement reads. They are held in memory until all are read.</summary>
    private const int ReadAtOnce = 500;

    private NpgsqlConnection? connection;
    private NpgsqlTransaction? transaction;
    private Task waitsFor = Task.CompletedTask;
    private IndexState seen;

    public async ValueTask<IndexState> BeginAsync(CancellationToken cancellationToken)
    {
        var asks = isStrict;
        isStrict = true;
        return seen = !asks && node.State.Index is { } known ? known : await HereAsync(BeginTransactionAsync);
    }

    public ValueTask EndAsync(CancellationToken cancellationToken) => DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        if (!waitsFor.IsCompleted)
        {
            // Does not wait: the server may never answer.
            _ = waitsFor.ContinueWith(_ => DisposeAsync().AsTask(), TaskScheduler.Default);
            return;
        }

        if (transaction is { } begun)
        {
            transaction = null;
            await begun.DisposeAsync();
        }

        if (connection is { } open)
        {
            connection = null;
            await open.DisposeAsync();
        }
    }

    public async ValueTask<IReadOnlyList<DocumentRun>> RunsAsync(CancellationToken cancellationToken)
    {
        var runs = new List<DocumentRun>();
        await EachAsync(SqlSearchRows.Runs, reader => runs.Add(SqlSearchRows.RunOf(reader)), cancellationToken);
        return runs;
    }

    public async IAsyncEnumerable<StoredRun> ReadAsync(
        IReadOnlyList<DocumentRun> runs, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT   documents, episode.id, slug, titles, published_on, guests, topics,
                     (SELECT coalesce(json_agg(json_build_object('name', name, 'slug', speaker.slug, 'person', person)), '[]')::text
                      FROM   speaker
                      WHERE  speaker.body_id = search_run.body_id),
                     show, sources,
                     (SELECT coalesce(json_agg(speaker_slug), '[]')::text
                      FROM   appearance
                      WHERE  appearance.episode_id = episode.id AND is_host = 1),
                     (SELECT latest FROM episode_stamp WHERE episode_stamp.slug = episode.slug)
            FROM     search_run
            JOIN     body    ON body.id    = search_run.body_id
            JOIN     episode ON episode.id = body.episode_id
            WHERE    first_document = ANY ($1)
            ORDER BY first_document
            """;
        foreach (var some in runs.Chunk(ReadAtOnce))
        {
            var stored = new List<StoredRun>(some.Length);
            await EachAsync(
                sql,
                reader => stored.Add(SqlSearchRows.StoredRunOf(reader, some[stored.Count])),
                cancellationToken,
                some.Select(run => run.First).ToArray());
            foreach (var run in stored)
            {
                yield return run;
            }
        }
    }

    public async ValueTask<PostingList[]> PostingsAsync(IReadOnlyList<WantedPostings> wanted, CancellationToken cancellationToken)
    {
        // A prefix ends at the last character of Unicode. LATERAL looks up each range separately: for a plain join, the planner expects so
        // many rows that it reads the whole table.
        const string sql = """
            SELECT   place - 1, found.term, found.list
            FROM     unnest($1, $2, $3) WITH ORDINALITY AS wanted (low, high, after, place)
            CROSS    JOIN LATERAL (SELECT   *
                                   FROM     posting
                                   WHERE    posting.term BETWEEN wanted.low AND wanted.high
                                   AND      posting.last_document > wanted.after
                                   ORDER BY posting.term, first_document) AS found
            ORDER BY place, found.term, found.first_document
            """;
        var waiting = await WaitingAsync(cancellationToken);
        using var decoder = new PostingDecoder();
        var joined = wanted.Select(decoder.Begin).ToArray();
        await EachAsync(
            sql,
            reader => joined[reader.GetInt32(0)].Add(reader.GetString(1), reader.GetFieldValue<byte[]>(2)),
            cancellationToken,
            wanted.Select(one => one.Key.Text).ToArray(),
            wanted.Select(one => one.Key.Kind == PostingKind.Prefix ? one.Key.Text + "\U0010FFFF" : one.Key.Text).ToArray(),
            wanted.Select(one => one.After).ToArray());
        foreach (var postings in joined)
        {
            postings.Add(waiting);
            PostingDecoder.Start(postings);
        }

        return decoder.Build();
    }

    public async ValueTask<Passage?[]> PassagesAsync(IReadOnlyList<PassageKey> keys, CancellationToken cancellationToken)
    {
        // Turn ids are reused, document ids are not: while the run with the document exists, the turn is the one found.
        const string sql = $"""
            SELECT     place, block.turns, wanted.turn - first_turn, wanted.paragraph - CASE WHEN wanted.turn = first_turn THEN first_paragraph ELSE 1 END,
                       CASE WHEN body.ordinal > 0 THEN body.language END,
                       section.number, title, start_ms, turn_number, turn_hash,
                       (SELECT stamp FROM library_state)
            FROM       unnest($1, $2, $3, $4) AS wanted (place, document, turn, paragraph)
            CROSS JOIN LATERAL ({PostgresTurns.BlockOf}) AS block
            JOIN       body    ON body.id    = block.body_id
                              AND body.id    = (SELECT   CASE WHEN last_document >= wanted.document THEN body_id END
                                                FROM     search_run
                                                WHERE    first_document <= wanted.document
                                                ORDER BY first_document DESC
                                                LIMIT    1)
            LEFT JOIN  section ON section.id = sections[(wanted.turn - first_turn + 1)::integer]
            """;
        if (keys.Count == 0)
        {
            return [];
        }

        var found = new Passage?[keys.Count];
        var isOther = false;
        await HereAsync(() => EachOfAsync(
            sql,
            reader =>
            {
                found[reader.GetInt32(0)] = StoredTurns.PassageIn(
                    reader.GetFieldValue<byte[]>(1), (int)reader.GetInt64(2), reader.GetInt32(3), SqlSearchRows.TextOf(reader, 4), SqlSearchRows.SectionOf(reader, 5));
                isOther |= reader.GetString(10) != seen.Version.Stamp;
            },
            cancellationToken,
            Enumerable.Range(0, keys.Count).ToArray(),
            keys.Select(key => key.Document).ToArray(),
            keys.Select(key => key.Turn).ToArray(),
            keys.Select(key => key.Paragraph).ToArray()));
        return !isOther && (transaction is not null || Array.TrueForAll(found, static passage => passage is not null))
            ? found
            : throw new OtherStateException();
    }

    public async ValueTask<IReadOnlyList<MatchedTurn>> TurnsAsync(IReadOnlyCollection<long> turns, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT   turns, first_turn,
                     CASE WHEN body.ordinal > 0 THEN body.language END
            FROM     turn_block
            JOIN     body ON body.id = turn_block.body_id
            WHERE    first_turn BETWEEN (SELECT max(first_turn) FROM turn_block WHERE first_turn <= $1) AND $2
            ORDER BY first_turn, first_paragraph
            """;
        var wanted = turns.ToHashSet();
        var found = new List<MatchedTurn>(turns.Count);
        await EachAsync(
            sql,
            reader => found.AddRange(StoredTurns.Take(reader.GetFieldValue<byte[]>(0), reader.GetInt64(1), wanted, SqlSearchRows.TextOf(reader, 2))),
            cancellationToken,
            turns.Min(),
            turns.Max());
        return found;
    }

    public async ValueTask<SpokenTurns?> TurnsAroundAsync(long turn, int before, int after, CancellationToken cancellationToken) =>
        await InStateAsync(() => SqlSpokenTurns.AroundAsync(connection!, PostgresTurns.Instance, turn, before, after, cancellationToken));

    public async ValueTask<IReadOnlyList<VocabularyWord>> VocabularyAsync(CancellationToken cancellationToken)
    {
        var words = await InStateAsync(() => PostgresVocabulary.ReadAsync(connection!, cancellationToken));
        var waiting = await WaitingAsync(cancellationToken);
        return [.. Vocabulary.Sum(words.Concat(waiting.SelectMany(static segment => segment.Words)))];
    }

    private Task<IReadOnlyList<PostingSegment>> WaitingAsync(CancellationToken cancellationToken) => InStateAsync(
        async () => seen.IsImporting ? await segments.ReadAsync(connection!, cancellationToken) : []);

    private Task<int> EachAsync(string sql, Action<NpgsqlDataReader> row, CancellationToken cancellationToken, params object[] values) =>
        InStateAsync(() => EachOfAsync(sql, row, cancellationToken, values));

    /// <summary>Reads in a transaction that sees the version of the beginning.</summary>
    private Task<T> InStateAsync<T>(Func<Task<T>> work) => HereAsync(async () =>
    {
        if (transaction is null && (await BeginTransactionAsync()).Version != seen.Version)
        {
            throw new OtherStateException();
        }

        return await work();
    });

    private async Task<IndexState> BeginTransactionAsync()
    {
        var open = await OpenAsync();
        transaction = await open.BeginTransactionAsync(IsolationLevel.RepeatableRead);
        return await SqlSearchRows.StateAsync(open);
    }

    private async Task<NpgsqlConnection> OpenAsync() => connection ??= await node.OpenAsync(CancellationToken.None);

    /// <returns>Number of rows.</returns>
    private async Task<int> EachOfAsync(string sql, Action<NpgsqlDataReader> row, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, await OpenAsync());
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = 0;
        for (; await reader.ReadAsync(cancellationToken); rows++)
        {
            row(reader);
        }

        return rows;
    }

    private Task<T> HereAsync<T>(Func<Task<T>> work)
    {
        var answer = work();
        waitsFor = answer;
        return answer.WaitAsync(letGo);
    }

    /// <summary>Thrown where the data read are not of the version of the beginning.</summary>
    internal sealed class OtherStateException : Exception;
}
