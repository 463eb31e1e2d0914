using Microsoft.Data.Sqlite;
using PodcastInsights.Core.Stores;
using SQLitePCL;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>Maps SQLite's errors to problems of the file.</summary>
internal static class SqliteProblems
{
    /// <returns>Null where the file is not the cause, as for an error in a statement.</returns>
    public static UnusableLibraryException? Behind(SqliteException error, string path)
    {
        var (problem, explanation) = error.SqliteErrorCode switch
        {
            raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY or raw.SQLITE_PERM =>
                (LibraryProblem.Inaccessible, "it cannot be opened or written."),
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => (LibraryProblem.Inaccessible, "another process holds it."),
            raw.SQLITE_FULL => (LibraryProblem.Full, "the disk is full."),
            raw.SQLITE_IOERR => (LibraryProblem.Inaccessible, "its disk does not read or write."),
            raw.SQLITE_NOTADB => (LibraryProblem.NotADatabase, "the file is not an SQLite database."),
            raw.SQLITE_CORRUPT => (LibraryProblem.Damaged, "it is damaged."),
            _ => default((LibraryProblem, string?)),
        };
        return explanation is null ? null : new UnusableLibraryException(path, problem, explanation, error);
    }
}
