using Dapper;
using Npgsql;
using PodcastInsights.Core.Search.Spelling;

namespace PodcastInsights.Storage.PostgreSql;

/// <summary>
/// How often the lists hold each word, kept in one value: counting reads all lists, which takes seconds of a large library. It changes with the
/// lists, by what changes.
/// </summary>
internal static class PostgresVocabulary
{
    public static async Task<Dictionary<string, int>> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        const string kept = """
            SELECT words
            FROM   search_words
            """;
        const string count = """
            SELECT   term, sum(occurrences)::integer
            FROM     posting
            GROUP BY term
            """;
        var words = await connection.ExecuteScalarAsync<byte[]>(new CommandDefinition(kept, cancellationToken: cancellationToken)) is { } packed
            ? PackedWords.Unpack(packed)
            : (await connection.QueryAsync<(string, int)>(new CommandDefinition(count, cancellationToken: cancellationToken)))
                .Select(static word => new VocabularyWord(word.Item1, word.Item2));
        return words.ToDictionary(static word => word.Text, static word => word.Occurrences, StringComparer.Ordinal);
    }

    public static Task KeepAsync(NpgsqlConnection connection, IReadOnlyDictionary<string, int> words, CancellationToken cancellationToken)
    {
        const string sql = """
            DELETE FROM search_words;

            INSERT INTO search_words (words)
            VALUES                   (@packed)
            """;
        var packed = PackedWords.Pack(Vocabulary.WordsAmong(
            words.Where(static word => word.Value > 0).Select(static word => new VocabularyWord(word.Key, word.Value))));
        return connection.ExecuteAsync(new CommandDefinition(sql, new { packed }, cancellationToken: cancellationToken));
    }
}
