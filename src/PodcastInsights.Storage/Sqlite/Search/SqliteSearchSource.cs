using PodcastInsights.Core.Search.Sessions;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>Opens sessions over an FTS5 index.</summary>
public sealed class SqliteSearchSource(SqliteDatabase database) : ISearchSource
{
    public async ValueTask<ISearchSession> OpenAsync(CancellationToken cancellationToken) =>
        new SqliteSearchSession(await database.OpenReaderAsync(cancellationToken));
}
