using System.Collections.Concurrent;
using Dapper;
using Npgsql;
using PodcastInsights.Core.Search.Sessions;

namespace PodcastInsights.Storage.PostgreSql;

/// <summary>Reads lists in tables, and keeps what an import has not yet parted among them.</summary>
internal sealed class PostgresSearchSource(PostgresDatabase database) : ISearchSource
{
    private readonly ConcurrentDictionary<(int First, string Stamp), PostingSegment> segments = new();

    public Task<T> ReadAsync<T>(Func<ISearchSession, Task<T>> work, CancellationToken cancellationToken) => database.ReadOnNodeAsync(
        async (node, letGo) =>
        {
            try
            {
                await using var session = new PostgresSearchSession(node, this, isStrict: false, letGo);
                return await work(session);
            }
            catch (PostgresSearchSession.OtherStateException)
            {
                await using var session = new PostgresSearchSession(node, this, isStrict: true, letGo);
                return await work(session);
            }
        },
        cancellationToken);

    /// <summary>The segments that wait, in the order of their documents.</summary>
    public async Task<IReadOnlyList<PostingSegment>> SegmentsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        const string list = """
            SELECT   first_document, stamp
            FROM     search_segment
            ORDER BY first_document
            """;
        const string read = """
            SELECT first_document, stamp, terms
            FROM   search_segment
            WHERE  first_document = ANY (@missing)
            """;
        var waiting = (await connection.QueryAsync<(int First, string Stamp)>(
            new CommandDefinition(list, cancellationToken: cancellationToken))).AsList();
        var missing = waiting.Where(segment => !segments.ContainsKey(segment)).Select(segment => segment.First).ToArray();
        if (missing.Length > 0)
        {
            foreach (var (first, stamp, terms) in await connection.QueryAsync<(int, string, byte[])>(
                new CommandDefinition(read, new { missing }, cancellationToken: cancellationToken)))
            {
                segments[(first, stamp)] = PostingSegment.Unpack(terms);
            }
        }

        foreach (var gone in segments.Keys.Except(waiting))
        {
            segments.TryRemove(gone, out _);
        }

        return await FromMemoryOrAgainAsync();

        async Task<IReadOnlyList<PostingSegment>> FromMemoryOrAgainAsync()
        {
            var found = waiting.Select(segment => segments.GetValueOrDefault(segment)).ToList();
            return found.TrueForAll(segment => segment is not null) ? found! : await SegmentsAsync(connection, cancellationToken);
        }
    }
}
