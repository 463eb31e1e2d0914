using Dapper;
using Microsoft.Data.Sqlite;
using PodcastInsights.Core.Search.Spelling;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>
/// The vocabulary of all documents. FTS5 computes it by reading the whole index, which takes seconds for a large library, so it is stored
/// at the end of an import as one value that is read in some hundredths of a second.
/// </summary>
internal static class SqliteVocabulary
{
    public static async Task KeepAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        const string sql = """
            DELETE FROM search_words;

            INSERT INTO search_words (generation, words)
            SELECT generation, @words
            FROM   search_state
            """;
        var words = PackedWords.Pack(Vocabulary.WordsAmong(Count(connection)));
        await connection.ExecuteAsync(new CommandDefinition(sql, new { words }, cancellationToken: cancellationToken));
    }

    /// <returns>Null where the index has changed since it was stored.</returns>
    public static IReadOnlyList<VocabularyWord>? Kept(SqliteConnection connection)
    {
        const string sql = """
            SELECT words
            FROM   search_words
            JOIN   search_state ON search_state.generation = search_words.generation
            """;
        return connection.ExecuteScalar<byte[]>(sql) is { } words ? PackedWords.Unpack(words) : null;
    }

    /// <summary>Counts the words while they are read, in ordinal order of their UTF-8.</summary>
    public static IEnumerable<VocabularyWord> Count(SqliteConnection connection)
    {
        const string sql = """
            SELECT term, cnt
            FROM   search_vocabulary
            """;
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return new VocabularyWord(reader.GetString(0), reader.GetInt32(1));
        }
    }
}
