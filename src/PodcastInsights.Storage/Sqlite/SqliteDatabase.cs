using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Stores;
using PodcastInsights.Storage.Sql;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>
/// Opens connections to the database file, and migrates its schema before the first. Reading connections are read-only; there is one writer
/// at a time. In WAL mode neither waits for the other.
/// </summary>
public sealed class SqliteDatabase : ISqlStore, IDisposable
{
    /// <summary>
    /// Size in bytes up to which a file is checked completely before use, which takes a twentieth of a second; larger files are checked
    /// during use (<see cref="SqliteLibraryStore.CheckAsync"/>).
    /// </summary>
    private const long CheckedAtOnce = 32 << 20;

    private const int BusyTimeoutSeconds = 10;

    private readonly SqliteSchema schema;
    private readonly string readString;
    private readonly string writeString;
    private readonly string createString;
    private readonly SemaphoreSlim preparing = new(1, 1);
    private readonly SemaphoreSlim writing = new(1, 1);
    private volatile bool prepared;

    /// <param name="path">Path of the file, which is created with its directories where it is missing.</param>
    public SqliteDatabase(string path)
        : this(path, SqliteSchema.Current)
    {
    }

    internal SqliteDatabase(string path, SqliteSchema schema)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        Path = System.IO.Path.GetFullPath(path);
        this.schema = schema;
        readString = ConnectionString(SqliteOpenMode.ReadOnly);
        writeString = ConnectionString(SqliteOpenMode.ReadWrite);
        createString = ConnectionString(SqliteOpenMode.ReadWriteCreate);
    }

    public string Path { get; }

    SqlTurns ISqlStore.Turns => SqliteTurns.Instance;

    /// <summary>Whether the whole file was checked when it was opened.</summary>
    internal bool IsChecked { get; private set; }

    /// <summary>The problem of the file that caused an exception of any port; null where the file is not the cause.</summary>
    public UnusableLibraryException? ProblemBehind(Exception exception) => exception switch
    {
        UnusableLibraryException unusable => unusable,
        SqliteException error => SqliteProblems.Behind(error, Path),
        _ => null,
    };

    async Task<T> ISqlStore.ReadAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var connection = await OpenReaderAsync(cancellationToken);
        await using var transaction = connection.BeginTransaction(deferred: true);
        return await work(connection);
    }

    async Task<SqlTransaction> ISqlStore.BeginWritingAsync(CancellationToken cancellationToken)
    {
        var writer = await OpenWriterAsync(cancellationToken);
        try
        {
            return new SqliteWriting(writer);
        }
        catch
        {
            await writer.DisposeAsync();
            throw;
        }
    }

    async Task ISqlStore.CompleteAsync(CancellationToken cancellationToken)
    {
        await using var writer = await OpenWriterAsync(cancellationToken);
        await SqliteIndex.CompleteAsync(writer.Connection, cancellationToken);
        await SqlTurnMemory.ForgetAsync(writer.Connection);

        // Checkpoints at once: otherwise every reader until the next import would search both the file and the log.
        const string sql = """
            PRAGMA optimize;
            PRAGMA wal_checkpoint (TRUNCATE);
            """;
        await writer.Connection.ExecuteAsync(new CommandDefinition(sql, cancellationToken: cancellationToken));
    }

    /// <summary>Always granted: a file is used by one process; where it is not, processes write alternately.</summary>
    Task<IImportTurn?> ISqlStore.TryTakeTurnAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IImportTurn?>(new OwnTurn());

    /// <exception cref="UnusableLibraryException">The file is not a usable database, or not any more.</exception>
    internal async Task<SqliteConnection> OpenReaderAsync(CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        EnsureThere();
        return await OpenAsync(readString, cancellationToken);
    }

    /// <summary>Waits for the write lock and holds it until disposed.</summary>
    /// <exception cref="UnusableLibraryException">As for <see cref="OpenReaderAsync"/>.</exception>
    internal async Task<Writer> OpenWriterAsync(CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        await writing.WaitAsync(cancellationToken);
        SqliteConnection? connection = null;
        try
        {
            EnsureThere();
            connection = await OpenAsync(writeString, cancellationToken);

            // NORMAL: after a power cut the last episodes may be lost, but the file is intact; the next import writes them again.
            // Checkpoints are large, so that a page that changes with every episode is written once for many; the pages of a transaction
            // stay in memory until its end for the same reason.
            await connection.ExecuteAsync("""
                PRAGMA synchronous        = NORMAL;
                PRAGMA wal_autocheckpoint = 16384;
                PRAGMA cache_size         = -8192;
                """);
            return new Writer(connection, writing);
        }
        catch
        {
            connection?.Dispose();
            writing.Release();
            throw;
        }
    }

    /// <summary>Closes all connections, so that the file can be moved or deleted.</summary>
    public void Dispose()
    {
        ClearPools();
        preparing.Dispose();
        writing.Dispose();
    }

    /// <exception cref="UnusableLibraryException">The file is not a database that this application can use.</exception>
    internal async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (prepared)
        {
            return;
        }

        await preparing.WaitAsync(cancellationToken);
        try
        {
            if (!prepared)
            {
                await PrepareFileAsync(cancellationToken);
                prepared = true;
            }
        }
        catch (SqliteException error) when (ProblemBehind(error) is { } unusable)
        {
            throw unusable;
        }
        finally
        {
            // A pooled connection would keep the refused file open, also after it was moved aside and a new one was created.
            if (!prepared)
            {
                ClearPools();
            }

            preparing.Release();
        }
    }

    /// <summary>Checks all pages of the file, but not the content of rows.</summary>
    /// <returns>Null where no damage was found.</returns>
    internal static async Task<UnusableLibraryException?> CheckAsync(SqliteConnection connection, string path) =>
        await connection.ExecuteScalarAsync<string>("PRAGMA quick_check(1)") is var verdict and not "ok"
            ? new UnusableLibraryException(path, LibraryProblem.Damaged, $"it is damaged ({verdict}).")
            : null;

    private async Task PrepareFileAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        await using var connection = await OpenAsync(createString, cancellationToken);
        await schema.ApplyAsync(connection, cancellationToken);
        await connection.ExecuteAsync("PRAGMA journal_mode = WAL");
        const string size = """
            SELECT page_count * page_size
            FROM   pragma_page_count, pragma_page_size
            """;
        IsChecked = await connection.ExecuteScalarAsync<long>(size) <= CheckedAtOnce;
        if (IsChecked && await CheckAsync(connection, Path) is { } damaged)
        {
            throw damaged;
        }
    }

    /// <summary>
    /// Detects that the file was deleted: a pooled connection would continue on a file that nobody else sees, and its writes would be lost
    /// at the end of the process.
    /// </summary>
    private void EnsureThere()
    {
        try
        {
            File.GetAttributes(Path);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UnusableLibraryException(Path, LibraryProblem.Gone, "it was deleted or moved while it was in use.", missing);
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException)
        {
            // Opening the connection tells whether the file can be used.
        }
    }

    private static async Task<SqliteConnection> OpenAsync(string connectionString, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Closes the idle connections.</summary>
    internal void ClearPools()
    {
        foreach (var connectionString in new[] { readString, writeString, createString })
        {
            using var connection = new SqliteConnection(connectionString);
            SqliteConnection.ClearPool(connection);
        }
    }

    private string ConnectionString(SqliteOpenMode mode) => new SqliteConnectionStringBuilder
    {
        DataSource = Path,
        Mode = mode,
        ForeignKeys = true,
        Pooling = true,
        DefaultTimeout = BusyTimeoutSeconds,
    }.ToString();

    private sealed class OwnTurn : IImportTurn
    {
        public Task<bool> IsHeldAsync(CancellationToken cancellationToken) => Task.FromResult(true);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    /// <summary>The only connection that may write.</summary>
    internal sealed class Writer(SqliteConnection connection, SemaphoreSlim place) : IAsyncDisposable
    {
        public SqliteConnection Connection => connection;

        public async ValueTask DisposeAsync()
        {
            try
            {
                await connection.DisposeAsync();
            }
            finally
            {
                place.Release();
            }
        }
    }
}
