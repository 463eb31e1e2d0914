using Dapper;
using Npgsql;
using PodcastInsights.Core.Search.Sessions;
using PodcastInsights.Storage.Sql;

namespace PodcastInsights.Storage.PostgreSql;

/// <summary>
/// Merges the segments of runs of documents into the lists of their terms. Uses INSERT and DELETE only: TRUNCATE or DROP would remove rows
/// that readers on a standby still see, and so cancel their queries.
/// </summary>
internal sealed class PostgresIndex(NpgsqlConnection connection, PostgresSegments segments)
{
    /// <summary>
    /// Size of the segments in bytes from which on they are merged before the end of an import, because each process that searches holds
    /// them in memory.
    /// </summary>
    private const long MostWaiting = 16 << 20;

    /// <summary>
    /// Size of a list in bytes at which it is complete: it is stored in its row and not by TOAST, and costs little to rewrite.
    /// </summary>
    private const int ListBytes = 1800;

    /// <summary>
    /// Largest number of a term's last lists that are read. More are not rewritten: each list is at least as long as all after it, so a
    /// dozen of them would be larger than any that is not complete.
    /// </summary>
    private const int MostJoined = 12;

    /// <summary>Number of changed runs of documents from which on the statistics of the planner are updated.</summary>
    private const int ManyChanges = 20;

    public async Task MergeWhereManyWaitAsync(CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT coalesce(sum(bytes), 0)
            FROM   search_segment
            """;
        if (await connection.ExecuteScalarAsync<long>(new CommandDefinition(sql, cancellationToken: cancellationToken)) > MostWaiting)
        {
            await MergeAsync(await RemovedAsync(), cancellationToken);
        }
    }

    /// <summary>
    /// Completes an import: merges the segments, removes the words of removed documents, and makes readers load the new vocabulary.
    /// </summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        // The first completed import counts as a change even where it found nothing, so that those who wait for it see it.
        const string changes = """
            SELECT CASE WHEN vocabulary = 0 THEN generation + 1 ELSE generation - vocabulary END
            FROM   search_state
            """;
        const string complete = """
            DELETE FROM search_removal;

            UPDATE search_state
            SET    generation = generation + 1,
                   vocabulary = generation + 1
            """;
        var changed = await connection.ExecuteScalarAsync<long>(new CommandDefinition(changes, cancellationToken: cancellationToken));
        if (changed == 0)
        {
            return;
        }

        await SqlLibraryState.ChangeAsync(connection, cancellationToken);
        var removed = await RemovedAsync();
        await MergeAsync(removed, cancellationToken);
        if (!removed.IsEmpty)
        {
            await TakeOutAsync(removed, cancellationToken);
        }

        await connection.ExecuteAsync(new CommandDefinition(complete, cancellationToken: cancellationToken));
        if (changed > ManyChanges)
        {
            await connection.ExecuteAsync(new CommandDefinition("ANALYZE posting, search_run, turn_block", cancellationToken: cancellationToken));
        }
    }

    private async Task<RemovedDocuments> RemovedAsync()
    {
        const string sql = """
            SELECT   first_document, last_document
            FROM     search_removal
            ORDER BY first_document
            """;
        return new RemovedDocuments((await connection.QueryAsync<(int, int)>(sql)).AsList());
    }

    private async Task MergeAsync(RemovedDocuments removed, CancellationToken cancellationToken)
    {
        // The last lists of each term, the last one first; complete lists without their content.
        const string lasts = """
            SELECT last.term, last.first_document, last.last_document, last.occurrences,
                   CASE WHEN octet_length(last.list) < $3 THEN last.list ELSE '' END
            FROM   unnest($1) AS wanted (term)
            CROSS  JOIN LATERAL (SELECT   *
                                 FROM     posting
                                 WHERE    posting.term = wanted.term
                                 ORDER BY first_document DESC
                                 LIMIT    $2) AS last
            """;
        var merge = new PostingMerge(await segments.ReadAsync(connection, cancellationToken), removed);
        await using var command = new NpgsqlCommand(lasts, connection)
        {
            Parameters = { new() { Value = merge.Terms.ToArray() }, new() { Value = MostJoined }, new() { Value = ListBytes } },
        };
        await ReplaceAsync(merge.With(await ListsAsync(command, static _ => true, cancellationToken), ListBytes), cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition("DELETE FROM search_segment", cancellationToken: cancellationToken));
    }

    private async Task TakeOutAsync(RemovedDocuments removed, CancellationToken cancellationToken)
    {
        const string touched = """
            SELECT term, first_document, last_document, occurrences, list
            FROM   posting
            WHERE  first_document <= $2
            AND    last_document  >= $1
            """;
        await using var command = new NpgsqlCommand(touched, connection)
        {
            Parameters = { new() { Value = removed.First }, new() { Value = removed.Last } },
        };
        var changed = await ListsAsync(command, list => removed.LeaveOf(list) != list, cancellationToken);
        await ReplaceAsync(PostingChange.Remove(removed, changed), cancellationToken);
    }

    private static async Task<List<PackedPostings>> ListsAsync(
        NpgsqlCommand command, Predicate<PackedPostings> isWanted, CancellationToken cancellationToken)
    {
        var lists = new List<PackedPostings>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var list = new PackedPostings(
                reader.GetString(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetInt32(3), reader.GetFieldValue<byte[]>(4));
            if (isWanted(list))
            {
                lists.Add(list);
            }
        }

        return lists;
    }

    private async Task ReplaceAsync(PostingChange change, CancellationToken cancellationToken)
    {
        const string delete = """
            DELETE FROM posting
            USING  unnest(@terms, @firsts) AS gone (term, first_document)
            WHERE  posting.term           = gone.term
            AND    posting.first_document = gone.first_document
            """;
        var terms = change.Before.Select(static list => list.Term).ToArray();
        var firsts = change.Before.Select(static list => list.First).ToArray();
        var words = await PostgresVocabulary.ReadAsync(connection, cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(delete, new { terms, firsts }, cancellationToken: cancellationToken));
        await CopyAsync(change.After, cancellationToken);
        await PostgresVocabulary.KeepAsync(connection, change.ApplyTo(words), cancellationToken);
    }

    private async Task CopyAsync(IEnumerable<PackedPostings> lists, CancellationToken cancellationToken)
    {
        const string sql = "COPY posting (term, first_document, last_document, occurrences, list) FROM STDIN (FORMAT binary)";
        await using var copy = await connection.BeginBinaryImportAsync(sql, cancellationToken);
        foreach (var list in lists)
        {
            await copy.WriteRowAsync(cancellationToken, list.Term, list.First, list.Last, list.Occurrences, list.List);
        }

        await copy.CompleteAsync(cancellationToken);
    }
}
