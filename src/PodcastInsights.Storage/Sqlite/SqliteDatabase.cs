using Dapper;
using Microsoft.Data.Sqlite;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>
/// Opens connections to the database file and brings its schema up to date before the first. Reading connections cannot
/// write; writing is one path, one writer at a time. In WAL mode neither waits for the other.
/// </summary>
public sealed class SqliteDatabase : IDisposable
{
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

    /// <summary>
    /// Opens the file for the first time, or finds out why not. One that is damaged, or is no database of this application, is moved out of
    /// the way under a name that says so, and a new one is begun: all that was in it comes from the library folder.
    /// </summary>
    /// <returns>What was moved where; null where the file could be used.</returns>
    /// <exception cref="UnusableDatabaseException">It is of a later version, which is left alone, or no file can be made here.</exception>
    public async Task<SetAsideDatabase?> EnsureUsableAsync(TimeProvider clock, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(clock);
        try
        {
            await PrepareAsync(cancellationToken);
            return null;
        }
        catch (UnusableDatabaseException unusable) when (unusable.CanBeSetAside)
        {
            var moved = SetAside(unusable, clock);
            await PrepareAsync(cancellationToken);
            return moved;
        }
    }

    /// <summary>What an exception of any port over this database says of the file itself; null where it says nothing.</summary>
    public UnusableDatabaseException? ProblemBehind(Exception exception) => exception switch
    {
        UnusableDatabaseException unusable => unusable,
        SqliteException error => UnusableDatabaseException.Behind(error, Path),
        _ => null,
    };

    /// <summary>Lets go of the file and moves it, with its log, to a name beside it.</summary>
    /// <exception cref="UnusableDatabaseException">It cannot be moved.</exception>
    public SetAsideDatabase SetAside(UnusableDatabaseException reason, TimeProvider clock)
    {
        ClearPools();
        return SetAsideDatabase.Move(reason, clock);
    }

    /// <exception cref="UnusableDatabaseException">The file is not, or no longer, a database that this application can use.</exception>
    internal async Task<SqliteConnection> OpenReaderAsync(CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        EnsureThere();
        return await OpenAsync(readString, cancellationToken);
    }

    /// <summary>Waits until no one else writes, and holds that place until disposed.</summary>
    /// <exception cref="UnusableDatabaseException">As for <see cref="OpenReaderAsync"/>.</exception>
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

    private async Task PrepareAsync(CancellationToken cancellationToken)
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

    private async Task PrepareFileAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        await using var connection = await OpenAsync(createString, cancellationToken);
        await schema.ApplyAsync(connection, cancellationToken);
        await connection.ExecuteAsync("PRAGMA journal_mode = WAL");
        if (await connection.ExecuteScalarAsync<string>("PRAGMA quick_check(1)") is var verdict and not "ok")
        {
            throw new UnusableDatabaseException(Path, DatabaseProblem.Damaged, $"it is damaged ({verdict}).");
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
            throw new UnusableDatabaseException(Path, DatabaseProblem.Gone, "it was deleted or moved while it was in use.", missing);
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

    private void ClearPools()
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
