using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using Npgsql;
using PodcastInsights.Core.Importing.Records;
using PodcastInsights.Core.Search.Sessions;

namespace PodcastInsights.Storage.PostgreSql;

/// <summary>
/// The segments of an import: runs of documents that are not yet merged into the lists. The table stores which runs wait, but not their
/// words, which can be computed from their paragraphs. A process that searches or merges segments holds them in memory: the importing
/// process from the beginning, others from their first read.
/// </summary>
internal sealed class PostgresSegments
{
    private readonly ConcurrentDictionary<(int First, string Stamp), PostingSegment> kept = new();

    /// <summary>Adds the segment of a run of documents.</summary>
    /// <param name="connection">Connection with the transaction that writes the run.</param>
    /// <param name="first">Id of the first document; the others are consecutive.</param>
    /// <param name="stamp">Of the state of the library that the transaction makes.</param>
    public async Task AddAsync(DbConnection connection, int first, string stamp, PostingSegment segment)
    {
        const string sql = """
            INSERT INTO search_segment (first_document, stamp, bytes)
            VALUES (@first, @stamp, @bytes)
            """;
        await connection.ExecuteAsync(sql, new { first, stamp, bytes = segment.Bytes });
        kept[(first, stamp)] = segment;
    }

    /// <summary>Reads the segments that wait, in the order of their documents.</summary>
    /// <param name="connection">Connection with a transaction that sees one version of the store.</param>
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

    /// <summary>Forgets all segments, after they were merged.</summary>
    public void Clear() => kept.Clear();

    /// <returns>Empty where the run has been removed.</returns>
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
