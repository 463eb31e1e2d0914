using System.Collections.Concurrent;
using Dapper;
using Npgsql;
using PodcastInsights.Core.Importing.Records;
using PodcastInsights.Core.Search.Sessions;

namespace PodcastInsights.Storage.PostgreSql;

/// <summary>
/// What an import has not yet parted among the lists of all documents. Stored is which runs wait: their words are those of their paragraphs.
/// Whoever searches or parts them has them in memory; the process that imports from the beginning, others when they first read them.
/// </summary>
internal sealed class PostgresSegments
{
    private readonly ConcurrentDictionary<(int First, string Stamp), PostingSegment> kept = new();

    /// <summary>Has a run of documents wait.</summary>
    /// <param name="connection">In the transaction that writes the run.</param>
    /// <param name="first">Id of the first document; those of the others follow it.</param>
    public async Task AddAsync(NpgsqlConnection connection, int first, IReadOnlyList<DocumentRow> documents)
    {
        const string sql = """
            INSERT INTO search_segment (first_document, stamp, bytes)
            SELECT @first, stamp, @bytes
            FROM   library_state
            RETURNING stamp
            """;
        var segment = new PostingSegment(PackedPostings.Invert(first, documents));
        var stamp = await connection.ExecuteScalarAsync<string>(sql, new { first, bytes = segment.Bytes });
        kept[(first, stamp!)] = segment;
    }

    /// <summary>Those that wait, in the order of their documents.</summary>
    /// <param name="connection">In a transaction that sees one state of the store.</param>
    public async Task<IReadOnlyList<PostingSegment>> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT   first_document, stamp
            FROM     search_segment
            ORDER BY first_document
            """;
        var waiting = (await connection.QueryAsync<(int First, string Stamp)>(new CommandDefinition(sql, cancellationToken: cancellationToken))).AsList();
        var segments = new List<PostingSegment>(waiting.Count);
        foreach (var run in waiting)
        {
            segments.Add(kept.TryGetValue(run, out var segment) ? segment : kept[run] = await RebuildAsync(connection, run.First, cancellationToken));
        }

        foreach (var gone in kept.Keys.Except(waiting))
        {
            kept.TryRemove(gone, out _);
        }

        return segments;
    }

    /// <summary>Lets go of all, as none waits any more.</summary>
    public void Clear() => kept.Clear();

    /// <returns>Without any words where the run has been taken away since.</returns>
    private static async Task<PostingSegment> RebuildAsync(NpgsqlConnection connection, int first, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT body_id, documents,
                   (SELECT min(first_turn) FROM turn_block WHERE turn_block.body_id = search_run.body_id)
            FROM   search_run
            WHERE  first_document = @first
            """;
        if (await connection.QuerySingleOrDefaultAsync<(long Body, byte[] Documents, long FirstTurn)?>(
            new CommandDefinition(sql, new { first }, cancellationToken: cancellationToken)) is not var (body, documents, firstTurn))
        {
            return PostingSegment.Empty;
        }

        var turns = await PostgresTurns.Instance.OfAsync(connection, body, 1, int.MaxValue, cancellationToken);
        return new PostingSegment(PackedPostings.Invert(first, SearchDocumentBuilder.Rebuild(new PackedDocuments(documents), firstTurn, turns)));
    }
}
