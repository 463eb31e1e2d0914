using Dapper;
using Microsoft.Data.Sqlite;
using PodcastInsights.Core.Stores;
using PodcastInsights.Storage.Sqlite;

namespace PodcastInsights.Storage.Tests.Sqlite;

/// <summary>Tests of one database file in a folder of its own.</summary>
public abstract class SqliteFileTests : IDisposable
{
    private protected TemporaryFolder Folder { get; } = new();

    protected string File => Folder.File("library.db");

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected static async Task OpenAsync(SqliteDatabase database)
    {
        await using var connection = await database.OpenReaderAsync(CancellationToken.None);
    }

    protected async Task<UnusableLibraryException> RefusedAsync()
    {
        using var database = new SqliteDatabase(File);
        return await Assert.ThrowsAsync<UnusableLibraryException>(() => OpenAsync(database));
    }

    protected async Task<string> ScriptedAsync(int version)
    {
        using var database = new SqliteDatabase(File, SqliteSchema.Current.At(version));
        await OpenAsync(database);
        return File;
    }

    protected static async Task ExecuteAsync(string path, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.ExecuteAsync(sql);
    }
}
