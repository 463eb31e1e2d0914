using Microsoft.Data.Sqlite;
using PodcastInsights.Core.Stores;
using PodcastInsights.Storage.Sql;
using SQLitePCL;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>The database file as a whole.</summary>
public sealed class SqliteLibraryStore(SqliteDatabase database, TimeProvider clock) : ILibraryStore
{
    /// <summary>
    /// The time after a change of the files in which the version is read each time. A commit writes to the log first, and is visible a moment
    /// later, when the log's index in shared memory tells of it: on a busy machine, some tenths of a second. That changes no time of a file.
    /// </summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);

    private Look? last;

    public string Place => database.Path;

    public async Task<SetAsideLibrary?> EnsureUsableAsync(CancellationToken cancellationToken)
    {
        try
        {
            await database.PrepareAsync(cancellationToken);
            return null;
        }
        catch (UnusableLibraryException unusable) when (unusable.CanBeSetAside)
        {
            var moved = SetAside(unusable);
            await database.PrepareAsync(cancellationToken);
            return moved;
        }
    }

    public async Task<UnusableLibraryException?> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            await database.PrepareAsync(cancellationToken);
            if (database.IsChecked)
            {
                return null;
            }

            await using var connection = await database.OpenReaderAsync(cancellationToken);
            using var interrupting = cancellationToken.UnsafeRegister(
                static open => raw.sqlite3_interrupt(((SqliteConnection)open!).Handle), connection);
            return await Task.Run(() => SqliteDatabase.CheckAsync(connection, Place), CancellationToken.None);
        }
        catch (SqliteException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception error) when (ProblemBehind(error) is { } unusable)
        {
            return unusable;
        }
    }

    public ValueTask<StoreVersion?> VersionAsync(CancellationToken cancellationToken)
    {
        // Taken before the version is read: a commit in between is noticed at the next call.
        var now = Look.At(Place, clock);
        return Volatile.Read(ref last) is { Version: var version } before && before.Shows(now)
            ? ValueTask.FromResult(version)
            : ReadVersionAsync(now, cancellationToken);
    }

    public async Task<bool> HasImportAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReaderAsync(cancellationToken);
        return await SqlLibraryState.HasImportAsync(connection, cancellationToken);
    }

    public IReadOnlyList<StoreServer> Servers => [];

    public long Size() => LengthOf(Place) + LengthOf(Place + "-wal");

    public UnusableLibraryException? ProblemBehind(Exception exception) => database.ProblemBehind(exception);

    public SetAsideLibrary SetAside(UnusableLibraryException reason)
    {
        database.ClearPools();
        return SetAsideFile.Move(reason, clock);
    }

    private static long LengthOf(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;

    private async ValueTask<StoreVersion?> ReadVersionAsync(Look now, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await database.OpenReaderAsync(cancellationToken);
            var version = await SqlLibraryState.ReadAsync(connection, cancellationToken);
            Volatile.Write(ref last, now with { Version = version });
            return version;
        }
        catch (Exception error) when (ProblemBehind(error) is not null)
        {
            return null;
        }
    }

    /// <summary>File times and log size at a moment, cheaper to get than a query.</summary>
    private sealed record Look(DateTime Moment, DateTime File, DateTime Log, long LogLength)
    {
        public StoreVersion? Version { get; init; }

        public static Look At(string path, TimeProvider clock)
        {
            var moment = clock.GetUtcNow().UtcDateTime;
            var (file, log) = (new FileInfo(path), new FileInfo(path + "-wal"));
            return new Look(moment, TimeOf(file), TimeOf(log), log.Exists ? log.Length : 0);
        }

        /// <summary>Whether nothing can have been written between this and a later look.</summary>
        public bool Shows(Look later) =>
            (later.File, later.Log, later.LogLength) == (File, Log, LogLength) && (File > Log ? File : Log) < Moment - Settling;

        private static DateTime TimeOf(FileInfo file) => file.Exists ? file.LastWriteTimeUtc : default;
    }
}
