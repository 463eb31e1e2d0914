namespace PodcastInsights.Storage.Sqlite;

/// <summary>Why the file at the configured address cannot be the library's database.</summary>
public enum DatabaseProblem
{
    /// <summary>It cannot be opened or made: a missing permission, a directory in its place.</summary>
    Inaccessible,

    /// <summary>It holds something other than an SQLite database.</summary>
    NotADatabase,

    /// <summary>It is an SQLite database, parts of which are lost.</summary>
    Damaged,

    /// <summary>It is an SQLite database of another application.</summary>
    Foreign,

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
}
