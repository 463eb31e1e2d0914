using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>Why the file at the configured address cannot be the library's database.</summary>
public enum DatabaseProblem
{
    /// <summary>It cannot be opened or made: a missing permission, a directory in its place.</summary>
    Inaccessible,

    /// <summary>The disk that holds it is full.</summary>
    Full,

    /// <summary>It holds something other than an SQLite database.</summary>
    NotADatabase,

    /// <summary>It is an SQLite database, parts of which are lost.</summary>
    Damaged,

    /// <summary>It is an SQLite database of another application.</summary>
    Foreign,

    /// <summary>It was there when it was opened, and has been deleted or moved since.</summary>
    Gone,

    /// <summary>A later version of this application has made it.</summary>
    Newer,
}

/// <summary>
/// The database cannot be used, and the file is left as it was. It holds nothing that the library folder does not, so
/// whoever catches this may move the file away and import again.
/// </summary>
public sealed class UnusableDatabaseException(string path, DatabaseProblem problem, string explanation, Exception? innerException = null)
    : Exception($"The database {path} cannot be used: {explanation}", innerException)
{
    public string Path { get; } = path;

    public DatabaseProblem Problem { get; } = problem;

    /// <summary>Whether a new file in its place puts things right. A later version's is whole and of use to that version.</summary>
    public bool CanBeSetAside =>
        Problem is DatabaseProblem.NotADatabase or DatabaseProblem.Damaged or DatabaseProblem.Foreign or DatabaseProblem.Gone;

    /// <summary>
    /// What an error of a statement says of the file itself; null where it says nothing, as for a mistake in the statement.
    /// </summary>
    internal static UnusableDatabaseException? Behind(SqliteException error, string path)
    {
        var (problem, explanation) = error.SqliteErrorCode switch
        {
            raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY or raw.SQLITE_PERM =>
                (DatabaseProblem.Inaccessible, "it cannot be opened or written."),
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => (DatabaseProblem.Inaccessible, "another process holds it."),
            raw.SQLITE_FULL => (DatabaseProblem.Full, "the disk is full."),
            raw.SQLITE_IOERR => (DatabaseProblem.Inaccessible, "its disk does not read or write."),
            raw.SQLITE_NOTADB => (DatabaseProblem.NotADatabase, "the file is not an SQLite database."),
            raw.SQLITE_CORRUPT => (DatabaseProblem.Damaged, "it is damaged."),
            _ => default((DatabaseProblem, string?)),
        };
        return explanation is null ? null : new UnusableDatabaseException(path, problem, explanation, error);
    }
}
