using Dapper;
using Microsoft.Data.Sqlite;
using PodcastInsights.Storage.Sql;

namespace PodcastInsights.Storage.Tests.Sql;

public sealed class SqlRowsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1100)] // more values than one statement takes
    public async Task All_rows_are_inserted_in_their_order(int count)
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(CancellationToken.None);
        await connection.ExecuteAsync("CREATE TABLE lamp (id INTEGER PRIMARY KEY, number INTEGER, name TEXT)");

        await SqlRows.InsertAsync(
            connection,
            "INSERT INTO lamp (number, name) VALUES",
            [.. Enumerable.Range(1, count).Select(number => new object?[] { number, number % 2 == 0 ? "even" : null })],
            CancellationToken.None);

        Assert.Equal(count, await connection.ExecuteScalarAsync<int>("SELECT count(*) FROM lamp WHERE id = number"));
        Assert.Equal(count / 2, await connection.ExecuteScalarAsync<int>("SELECT count(*) FROM lamp WHERE name = 'even'"));
    }
}
