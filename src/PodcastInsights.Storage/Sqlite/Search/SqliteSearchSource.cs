using System.Collections.Concurrent;
using PodcastInsights.Core.Search.Sessions;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>Pools sessions over an FTS5 index, one for each concurrent reader.</summary>
public sealed class SqliteSearchSource(SqliteDatabase database) : ISearchSource, IDisposable
{
    private readonly ConcurrentBag<SqliteSearchSession> idle = [];
    private volatile bool disposed;

    public async Task<T> ReadAsync<T>(Func<ISearchSession, Task<T>> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        ObjectDisposedException.ThrowIf(disposed, this);
        if (!idle.TryTake(out var session))
        {
            session = new SqliteSearchSession(await database.OpenReaderAsync(cancellationToken));
        }

        try
        {
            var read = await work(session);
            idle.Add(session);
            session = null;
            return read;
        }
        finally
        {
            // A failed session may be in a transaction, so it is not reused.
            session?.Dispose();
            if (disposed)
            {
                Dispose();
            }
        }
    }

    public void Dispose()
    {
        disposed = true;
        while (idle.TryTake(out var session))
        {
            session.Dispose();
        }
    }
}
