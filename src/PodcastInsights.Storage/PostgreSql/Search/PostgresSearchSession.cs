using System.Data;
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

/// <summary>
/// Reads what is searched, from its beginning to its end in one state of the store. Most searches read nothing between the state and the
/// passages; these are read without a transaction, which would be two more round trips, and looked at whether they are of the same state.
/// </summary>
/// <param name="isStrict">Whether a transaction is begun at once.</param>
internal sealed class PostgresSearchSession(PostgresNode node, PostgresSearchSource source, bool isStrict) : ISearchSession, IAsyncDisposable
{
    private NpgsqlConnection? connection;
    private NpgsqlTransaction? transaction;
    private IndexState seen;

    public async ValueTask<IndexState> BeginAsync(CancellationToken cancellationToken)
    {
        connection = await node.OpenAsync(cancellationToken);
        if (isStrict)
        {
            transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        }

        return seen = await StateAsync(cancellationToken);
    }

    public ValueTask EndAsync(CancellationToken cancellationToken) => DisposeAsync();

    public async ValueTask DisposeAsync()
    {
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
        await using var command = await CommandAsync(SqlSearchRows.Runs);
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
                      WHERE  speaker.body_id = search_run.body_id),
                     show, sources,
                     (SELECT coalesce(json_agg(speaker_slug), '[]')::text
                      FROM   appearance
                      WHERE  appearance.episode_id = episode.id AND is_host = 1)
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

        await using var command = await CommandAsync(sql, runs.Select(run => run.First).ToArray());
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
        var segments = await SegmentsAsync(cancellationToken);
        var joined = wanted.Select(one => new JoinedPostings(one)).ToArray();
        await using var command = await CommandAsync(
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
        if (keys.Count == 0)
        {
            return [];
        }

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
            if (reader.GetString(SqlSearchRows.PassageColumns) != seen.Version.Stamp)
            {
                throw new OtherStateException();
            }
        }

        return transaction is not null || Array.TrueForAll(found, static passage => passage is not null) ? found : throw new OtherStateException();
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
        await using var command = await CommandAsync(sql, turns.ToArray());
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
        await using (var command = await CommandAsync(sql, turn))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            if (!await reader.ReadAsync(cancellationToken))
            {
                return null;
            }

            (body, number, edition) = (reader.GetInt64(0), reader.GetInt32(1), reader.IsDBNull(2) ? null : reader.GetString(2));
        }

        var turns = await SqlEpisodeReader.TurnsOfAsync(connection!, body, number - before, number + after, cancellationToken);
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
        await using (var command = await CommandAsync(sql))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                words.Add(reader.GetString(0), reader.GetInt32(1));
            }
        }

        foreach (var term in (await SegmentsAsync(cancellationToken)).SelectMany(segment => segment.Terms))
        {
            words[term.Term] = words.GetValueOrDefault(term.Term) + term.Occurrences;
        }

        return [.. words.Select(word => new VocabularyWord(word.Key, word.Value))];
    }

    private async Task<IReadOnlyList<PostingSegment>> SegmentsAsync(CancellationToken cancellationToken)
    {
        await EnsureTransactionAsync();
        return seen.IsImporting ? await source.SegmentsAsync(connection!, cancellationToken) : [];
    }

    /// <summary>A command in a transaction that sees the state which was seen at the beginning.</summary>
    private async Task<NpgsqlCommand> CommandAsync(string sql, params object[] values)
    {
        await EnsureTransactionAsync();
        return Command(sql, values);
    }

    private async Task EnsureTransactionAsync()
    {
        if (transaction is null)
        {
            transaction = await connection!.BeginTransactionAsync(IsolationLevel.RepeatableRead);
            if ((await StateAsync(CancellationToken.None)).Version != seen.Version)
            {
                throw new OtherStateException();
            }
        }
    }

    private async Task<IndexState> StateAsync(CancellationToken cancellationToken)
    {
        await using var command = Command(SqlSearchRows.State);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new IndexState(
            new StoreVersion(reader.GetInt64(0), reader.GetString(1)), reader.GetInt32(2), reader.GetInt64(3), reader.GetBoolean(4));
    }

    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }

    /// <summary>What was read is not of the state that was seen at the beginning.</summary>
    internal sealed class OtherStateException : Exception;
}
