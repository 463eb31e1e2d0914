using PodcastInsights.Core.Importing;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>Begins imports into the database.</summary>
public sealed class SqliteLibraryWriter(SqliteDatabase database) : ILibraryWriter
{
    public Task<IImportSession> BeginAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IImportSession>(new SqliteImportSession(database));
}
