namespace PodcastInsights.Core.Stores;

/// <summary>Why the store at the configured place cannot be used.</summary>
public enum LibraryProblem
{
    /// <summary>It cannot be opened or made: a missing permission, a directory in its place, a server that does not answer.</summary>
    Inaccessible,

    /// <summary>The disk that holds it is full.</summary>
    Full,

    /// <summary>It holds something other than a database.</summary>
    NotADatabase,

    /// <summary>It is a database, and parts of it are lost.</summary>
    Damaged,

    /// <summary>It is a database of another application.</summary>
    Foreign,

    /// <summary>It has been deleted or moved since it was opened.</summary>
    Gone,

    /// <summary>It was made by a later version of this application.</summary>
    Newer,
}

/// <summary>
/// The library's store cannot be used, and was not changed. Everything in it comes from the library folder, so the caller may move it aside
/// and import again.
/// </summary>
/// <param name="place">See <see cref="ILibraryStore.Place"/>.</param>
/// <param name="explanation">Rest of the sentence after "cannot be used: ".</param>
public sealed class UnusableLibraryException(string place, LibraryProblem problem, string explanation, Exception? innerException = null)
    : Exception($"The database {place} cannot be used: {explanation}", innerException)
{
    public string Place { get; } = place;

    public LibraryProblem Problem { get; } = problem;

    /// <summary>
    /// Whether the store may be moved aside and made anew. A store of a later version may not: it is intact and of use to that version.
    /// </summary>
    public bool CanBeSetAside =>
        Problem is LibraryProblem.NotADatabase or LibraryProblem.Damaged or LibraryProblem.Foreign or LibraryProblem.Gone;
}
