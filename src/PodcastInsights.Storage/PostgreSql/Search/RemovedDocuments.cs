using Dapper;
using Npgsql;

namespace PodcastInsights.Storage.PostgreSql;

/// <summary>Documents that an import has taken away and whose words are still in lists.</summary>
/// <param name="runs">In the order of their ids.</param>
internal sealed class RemovedDocuments(IReadOnlyList<(int First, int Last)> runs)
{
    public bool IsEmpty => runs.Count == 0;

    public int First => runs[0].First;

    public int Last => runs[^1].Last;

    public static async Task<RemovedDocuments> ReadAsync(NpgsqlConnection connection)
    {
        const string sql = """
            SELECT   first_document, last_document
            FROM     search_removal
            ORDER BY first_document
            """;
        return new RemovedDocuments((await connection.QueryAsync<(int, int)>(sql)).AsList());
    }

    public bool Contains(int document) => Touches(document, document);

    /// <summary>Whether any of them is from the one document to the other.</summary>
    public bool Touches(int first, int last)
    {
        // The last run that begins up to there.
        var (low, high) = (0, runs.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = runs[middle].First <= last ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && runs[low - 1].Last >= first;
    }
}
