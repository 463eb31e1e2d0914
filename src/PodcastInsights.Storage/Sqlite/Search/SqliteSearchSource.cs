using System.Collections.Concurrent;
using PodcastInsights.Core.Search.Sessions;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>Keeps a session over an FTS5 index for each that reads at once.</summary>
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
            // A session that failed may be in the middle of a transaction: it is not used again.
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
