using System.Data.Common;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Stores;

namespace PodcastInsights.Storage.Sql;

/// <summary>What an engine gives to the statements that all engines say alike.</summary>
internal interface ISqlStore
{
    /// <summary>Reads in one state of the store.</summary>
    /// <param name="work">Changes nothing: where a server is lost or silent, it is done again on another connection.</param>
    Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>Waits until no one else writes, and holds that place until disposed.</summary>
    Task<SqlTransaction> BeginWritingAsync(CancellationToken cancellationToken);

    /// <summary>Does what pays only in bulk; see <see cref="IImportSession.CompleteAsync"/>.</summary>
    Task CompleteAsync(CancellationToken cancellationToken);

    /// <summary>See <see cref="ILibraryWriter.TryTakeTurnAsync"/>.</summary>
    Task<IImportTurn?> TryTakeTurnAsync(CancellationToken cancellationToken);

    /// <summary>What an exception says of the store itself; null where it says nothing.</summary>
    UnusableLibraryException? ProblemBehind(Exception exception);
}

/// <summary>A transaction that writes. Rolled back where it is disposed of without a commit.</summary>
internal abstract class SqlTransaction : IAsyncDisposable
{
    public abstract DbConnection Connection { get; }

    public abstract SqlEpisodeWriter Episodes { get; }

    public abstract Task CommitAsync(CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();
}
