using System.Data.Common;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Stores;

namespace PodcastInsights.Storage.Sql;

/// <summary>What an engine provides to the SQL shared by all engines.</summary>
internal interface ISqlStore
{
    SqlTurns Turns { get; }

    /// <summary>Reads in one transaction, and so one version of the store.</summary>
    /// <param name="work">Reads only. Where a server is lost or does not answer, it is run again on another connection.</param>
    Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>Waits for the lock for writing, and holds it until the result is disposed.</summary>
    Task<SqlTransaction> BeginWritingAsync(CancellationToken cancellationToken);

    /// <summary>Does the work that is done in bulk; see <see cref="IImportSession.CompleteAsync"/>.</summary>
    Task CompleteAsync(CancellationToken cancellationToken);

    /// <summary>See <see cref="ILibraryWriter.TryTakeTurnAsync"/>.</summary>
    Task<IImportTurn?> TryTakeTurnAsync(CancellationToken cancellationToken);

    /// <summary>The problem of the store that caused an exception; null where the store is not the cause.</summary>
    UnusableLibraryException? ProblemBehind(Exception exception);
}

/// <summary>A writing transaction, rolled back when disposed without a commit.</summary>
internal abstract class SqlTransaction : IAsyncDisposable
{
    public abstract DbConnection Connection { get; }

    public abstract SqlEpisodeWriter Episodes { get; }

    /// <summary>Sends the statements that wait, where the engine gathers them. Their errors are known after that.</summary>
    public Task SendAsync(CancellationToken cancellationToken) =>
        Connection is BatchingConnection statements ? statements.SendAsync(cancellationToken) : Task.CompletedTask;

    public abstract Task CommitAsync(CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();
}
