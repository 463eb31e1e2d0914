using Microsoft.Data.Sqlite;
using PodcastInsights.Core.Search.Matching;
using PodcastInsights.Core.Search.Sessions;
using PodcastInsights.Storage.Sqlite;

namespace PodcastInsights.Storage.Tests.Sqlite;

/// <summary>Compares posting lists decoded from FTS5's pages with FTS5's own results.</summary>
public sealed class Fts5PostingsTests : IDisposable
{
    private static readonly string[] Words =
        ["|", "_", "a", "an", "ant", "anthem", "lamp", "lamps", "問", "问", "题", "c#", "e\u0301", "😀", new string('x', 64), new string('x', 63) + "y"];

    private readonly SqliteConnection connection = new("Data Source=:memory:");

    public Fts5PostingsTests()
    {
        connection.Open();
        Run("""
            CREATE VIRTUAL TABLE search_text USING fts5 (
                tokens, content = '', contentless_delete = 1, tokenize = 'ascii tokenchars ''#+%$._|'''
            );
            CREATE VIRTUAL TABLE said USING fts5vocab (search_text, instance);
            INSERT INTO search_text (search_text, rank) VALUES ('automerge', 0), ('crisismerge', 5);
            """);
    }

    public void Dispose() => connection.Dispose();

    // Small pages split nearly every list and long documents; small transactions make many segments.
    [Theory]
    [InlineData(1, 32, 3)]
    [InlineData(2, 32, 60)]
    [InlineData(3, 100, 7)]
    [InlineData(4, 100, 40)]
    [InlineData(5, 4050, 1)]
    [InlineData(6, 4050, 100)]
    public void Are_the_same_whatever_was_written_merged_and_taken_out(int seed, int pageSize, int inTransaction)
    {
        var random = new Random(seed);
        Run($"INSERT INTO search_text (search_text, rank) VALUES ('pgsz', {pageSize})");
        for (var (first, step) = (1, 0); step < 8; step++, first += inTransaction)
        {
            Write(random, first, inTransaction);
            TakeOut(random, first);
            if (step % 4 == 3)
            {
                Run("INSERT INTO search_text (search_text) VALUES ('optimize')");
            }

            Compare(after: 0);
            Compare(after: first);
        }
    }

    [Fact]
    public void Are_empty_where_nothing_was_written() => Compare(after: 0);

    [Fact]
    public void Damaged_pages_give_an_error_of_the_store_or_an_answer_and_no_other()
    {
        var random = new Random(7);
        Run("INSERT INTO search_text (search_text, rank) VALUES ('pgsz', 64)");
        Write(random, 1, 150);
        for (var round = 0; round < 200; round++)
        {
            Run("BEGIN");
            var (id, block) = Block(random);
            for (var bytes = random.Next(1, 4); bytes > 0 && block.Length > 0; bytes--)
            {
                block[random.Next(block.Length)] = (byte)random.Next(256);
            }

            Store(id, random.Next(5) == 0 ? block[..random.Next(block.Length + 1)] : block);
            using var postings = new Fts5Postings(connection);
            var damage = Record.Exception(() => postings.Read([.. Words.Select(Token), .. Words.Select(Prefix)], CancellationToken.None));
            Assert.True(damage is null or SqliteException, damage?.ToString());
            Run("ROLLBACK");
        }
    }

    private static WantedPostings Token(string word) => new(new PostingKey(PostingKind.Token, word), 0);

    private static WantedPostings Prefix(string word) => new(new PostingKey(PostingKind.Prefix, word), 0);

    private static List<(int Document, int Position)> PlacesOf(PostingList list)
    {
        var places = new List<(int, int)>();
        foreach (var document in list.Documents)
        {
            for (var position = 0; list.CountBefore(document, position) < list.CountBefore(document, int.MaxValue); position++)
            {
                if (list.CountBefore(document, position + 1) > list.CountBefore(document, position))
                {
                    places.Add((document, position));
                }
            }
        }

        return places;
    }

    private void Compare(int after)
    {
        var wanted = Words.Append("nobody").SelectMany(word => (WantedPostings[])[Token(word) with { After = after }, Prefix(word) with { After = after }]).ToList();
        using var postings = new Fts5Postings(connection);
        var read = postings.Read(wanted, CancellationToken.None);
        var said = Said();
        foreach (var (i, one) in wanted.Index())
        {
            var expected = said
                .Where(place => place.Document > after && (one.Key.Kind == PostingKind.Token
                    ? place.Term == one.Key.Text
                    : place.Term.StartsWith(one.Key.Text, StringComparison.Ordinal)))
                .Select(static place => (place.Document, place.Position));
            Assert.Equal(expected, PlacesOf(read[i]));
        }
    }

    private List<(string Term, int Document, int Position)> Said()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT term, doc, offset FROM said ORDER BY doc, offset";
        using var reader = command.ExecuteReader();
        var said = new List<(string, int, int)>();
        while (reader.Read())
        {
            said.Add((reader.GetString(0), reader.GetInt32(1), reader.GetInt32(2)));
        }

        return said;
    }

    private void Write(Random random, int first, int count)
    {
        Run("BEGIN");
        for (var id = first; id < first + count; id++)
        {
            // Some ids belong to no document, and some documents are long.
            if (random.Next(10) > 0)
            {
                var length = random.Next(20) == 0 ? random.Next(400) : random.Next(12);
                using var command = connection.CreateCommand();
                command.CommandText = "INSERT INTO search_text (rowid, tokens) VALUES ($id, $tokens)";
                command.Parameters.AddWithValue("$id", id);
                command.Parameters.AddWithValue("$tokens", string.Join(' ', Enumerable.Range(0, length).Select(_ => Words[random.Next(1 + random.Next(Words.Length))])));
                command.ExecuteNonQuery();
            }
        }

        Run("COMMIT");
    }

    private void TakeOut(Random random, int upTo)
    {
        if (random.Next(3) > 0)
        {
            Run($"DELETE FROM search_text WHERE rowid IN ({string.Join(',', Enumerable.Range(0, 5).Select(_ => random.Next(1, upTo + 1)))})");
        }
    }

    private (long Id, byte[] Block) Block(Random random)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT id, block FROM search_text_data ORDER BY id LIMIT 1 OFFSET {random.Next(40)}";
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        return (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1));
    }

    private void Store(long id, byte[] block)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE search_text_data SET block = $block WHERE id = $id";
        command.Parameters.AddWithValue("$block", block);
        command.Parameters.AddWithValue("$id", id);
        command.ExecuteNonQuery();
    }

    private void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
