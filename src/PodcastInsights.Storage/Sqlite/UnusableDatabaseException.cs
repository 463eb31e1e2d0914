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
    public bool CanBeSetAside => Problem is DatabaseProblem.NotADatabase or DatabaseProblem.Damaged or DatabaseProblem.Foreign;
}

/// <summary>A file that was moved out of the way.</summary>
/// <param name="Path">Where it is now.</param>
public sealed record SetAsideDatabase(UnusableDatabaseException Reason, string Path);
