using Dapper;
using Npgsql;
using PodcastInsights.Core.Search.Sessions;
using PodcastInsights.Storage.Sql;

namespace PodcastInsights.Storage.PostgreSql;

/// <summary>
/// Parts what runs of documents say among the lists of their terms. By INSERT and DELETE alone: whatever takes rows away that a standby's
/// readers still see would end their queries.
/// </summary>
internal sealed class PostgresIndex(NpgsqlConnection connection, PostgresSegments segments)
{
    /// <summary>Segments are parted before the end of an import where they have become so many bytes: each reader has them in memory.</summary>
    private const long MostWaiting = 16 << 20;

    /// <summary>Of one list: it stays in its row and is not kept elsewhere, and writing one anew is little.</summary>
    private const int ListBytes = 1800;

    /// <summary>Short lists of a term that are looked at: each is at least as long as all after it.</summary>
    private const int MostJoined = 12;

    /// <summary>After so many changed runs of documents the planner is told how much there is now.</summary>
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
    /// After an import: parts the segments, takes out the words of documents that are gone, and has readers take up the new words.
    /// </summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        // The first import that ends changes something, though it found nothing: those who wait for it see that.
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
        // The last lists of each term, the very last first; those that are full without what is in them.
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
        await PostgresEpisodeWriter.CopyAsync(
            connection,
            "posting",
            "term, first_document, last_document, occurrences, list",
            change.After.Select(static list => (object[])[list.Term, list.First, list.Last, list.Occurrences, list.List]),
            cancellationToken);
        await PostgresVocabulary.KeepAsync(connection, change.ApplyTo(words), cancellationToken);
    }
}
