using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Stores;
using PodcastInsights.Storage.Sql;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>
/// Opens connections to the database file and brings its schema up to date before the first. Reading connections cannot
/// write; writing is one path, one writer at a time. In WAL mode neither waits for the other.
/// </summary>
public sealed class SqliteDatabase : ISqlStore, IDisposable
{
    /// <summary>
    /// A file up to this many bytes is checked whole before it is used, in a twentieth of a second; the others while they are used
    /// (<see cref="SqliteLibraryStore.CheckAsync"/>).
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

    /// <param name="path">Of the file; it is made, with its directories, where it is missing.</param>
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

    /// <summary>Whether the whole file was looked at when it was opened.</summary>
    internal bool IsChecked { get; private set; }

    /// <summary>What an exception of any port over this database says of the file itself; null where it says nothing.</summary>
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

        // The log goes back into the file at once: otherwise every reader until the next import would look in both.
        const string sql = """
            PRAGMA optimize;
            PRAGMA wal_checkpoint (TRUNCATE);
            """;
        await writer.Connection.ExecuteAsync(new CommandDefinition(sql, cancellationToken: cancellationToken));
    }

    /// <summary>There is one for each process: a file is one process's, and where it is not, each writes in its turn.</summary>
    Task<IImportTurn?> ISqlStore.TryTakeTurnAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IImportTurn?>(new OwnTurn());

    /// <exception cref="UnusableLibraryException">The file is not, or no longer, a database that this application can use.</exception>
    internal async Task<SqliteConnection> OpenReaderAsync(CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        EnsureThere();
        return await OpenAsync(readString, cancellationToken);
    }

    /// <summary>Waits until no one else writes, and holds that place until disposed.</summary>
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

            // NORMAL: a power cut may lose the last episodes written, never the file; the next import writes them again.
            // The log goes into the file in large pieces: a page that changes with every episode is then written once for many of them. The
            // pages of a transaction stay in memory until it ends, for the same reason.
            await connection.ExecuteAsync("""
                PRAGMA synchronous        = NORMAL;
                PRAGMA wal_autocheckpoint = 16384;
                PRAGMA cache_size         = -32768;
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

    /// <summary>Lets go of the file, so that it can be moved or deleted.</summary>
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
            // A pooled connection would go on holding a file that was refused, though it be moved away and made anew.
            if (!prepared)
            {
                ClearPools();
            }

            preparing.Release();
        }
    }

    /// <summary>Looks at all pages of the file, and not at what the rows say.</summary>
    /// <returns>Null where they are sound.</returns>
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

    /// <summary>A pooled connection would go on with a file that nobody else sees, and lose at the program's end what it wrote.</summary>
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
            // Whether it can be used all the same is told by the connection.
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

    /// <summary>Lets go of the file, but for connections that are in use.</summary>
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

    /// <summary>The one connection that may write.</summary>
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
