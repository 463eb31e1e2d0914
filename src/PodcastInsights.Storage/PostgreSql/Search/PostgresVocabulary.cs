using Dapper;
using Npgsql;
using PodcastInsights.Core.Search.Spelling;

namespace PodcastInsights.Storage.PostgreSql;

/// <summary>
/// The vocabulary of the posting lists with frequencies, stored in one value, because counting reads all lists, which takes seconds for a
/// large library. The value is updated by the differences when lists change.
/// </summary>
internal static class PostgresVocabulary
{
    public static async Task<IReadOnlyList<VocabularyWord>> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        const string kept = """
            SELECT words
            FROM   search_words
            """;
        const string count = """
            SELECT   term AS text, sum(occurrences)::integer AS occurrences
            FROM     posting
            GROUP BY term
            """;
        return await connection.ExecuteScalarAsync<byte[]>(new CommandDefinition(kept, cancellationToken: cancellationToken)) is { } packed
            ? PackedWords.Unpack(packed)
            : (await connection.QueryAsync<VocabularyWord>(new CommandDefinition(count, cancellationToken: cancellationToken))).AsList();
    }

    public static Task KeepAsync(NpgsqlConnection connection, IEnumerable<VocabularyWord> words, CancellationToken cancellationToken)
    {
        const string sql = """
            DELETE FROM search_words;

            INSERT INTO search_words (words)
            VALUES                   (@packed)
            """;
        var packed = PackedWords.Pack(words.OrderBy(static word => word.Text, StringComparer.Ordinal));
        return connection.ExecuteAsync(new CommandDefinition(sql, new { packed }, cancellationToken: cancellationToken));
    }
}
