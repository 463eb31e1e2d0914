namespace PodcastInsights.Core.Stores;

/// <summary>Why what is at the configured place cannot be the library's store.</summary>
public enum LibraryProblem
{
    /// <summary>It cannot be opened or made: a missing permission, a directory in its place, a server that does not answer.</summary>
    Inaccessible,

    /// <summary>The disk that holds it is full.</summary>
    Full,

    /// <summary>It holds something other than a database.</summary>
    NotADatabase,

    /// <summary>It is a database, parts of which are lost.</summary>
    Damaged,

    /// <summary>It is a database of another application.</summary>
    Foreign,

    /// <summary>It was there when it was opened, and has been deleted or moved since.</summary>
    Gone,

    /// <summary>A later version of this application has made it.</summary>
    Newer,
}

/// <summary>
/// The library's store cannot be used, and is left as it was. It holds nothing that the library folder does not, so whoever catches this may
/// set it aside and import again.
/// </summary>
/// <param name="place">See <see cref="ILibraryStore.Place"/>.</param>
/// <param name="explanation">Goes on after "cannot be used: ".</param>
public sealed class UnusableLibraryException(string place, LibraryProblem problem, string explanation, Exception? innerException = null)
    : Exception($"The database {place} cannot be used: {explanation}", innerException)
{
    public string Place { get; } = place;

    public LibraryProblem Problem { get; } = problem;

    /// <summary>Whether a new store in its place puts things right. A later version's is whole and of use to that version.</summary>
    public bool CanBeSetAside =>
        Problem is LibraryProblem.NotADatabase or LibraryProblem.Damaged or LibraryProblem.Foreign or LibraryProblem.Gone;
}
