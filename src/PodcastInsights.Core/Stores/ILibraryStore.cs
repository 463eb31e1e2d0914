namespace PodcastInsights.Core.Stores;

/// <summary>The port for the store as a whole: whether it can be used, its version, and what an exception says of it. Thread-safe.</summary>
public interface ILibraryStore
{
    /// <summary>Where the store is: a file's path or a server's name. Must be shown to the owner only.</summary>
    string Place { get; }

    /// <summary>
    /// Opens the store, or creates it. A damaged store, or a file of another program, is moved aside under a name that says so, and a new
    /// store is created: everything in it can be imported from the library folder again.
    /// </summary>
    /// <returns>What was moved aside; null where the store could be used.</returns>
    /// <exception cref="UnusableLibraryException">
    /// The store was made by a later version, which is never moved; or no store can be created here.
    /// </exception>
    Task<SetAsideLibrary?> EnsureUsableAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Checks the whole store for damage that opening it did not show. May take minutes for a large store; readers and writers go on
    /// meanwhile.
    /// </summary>
    /// <returns>The damage found; null for none.</returns>
    Task<UnusableLibraryException?> CheckAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The version of the library that a new reader would see, or the one just before it. Includes commits of other processes. Called for
    /// each request, so it must take microseconds only.
    /// </summary>
    /// <returns>Null where the store cannot be read; any other read fails then too.</returns>
    ValueTask<StoreVersion?> VersionAsync(CancellationToken cancellationToken);

    /// <summary>Whether any process has ever completed an import.</summary>
    Task<bool> HasImportAsync(CancellationToken cancellationToken);

    /// <summary>The database servers of the store, as last seen; empty for a file.</summary>
    IReadOnlyList<StoreServer> Servers { get; }

    /// <summary>Size of the library on disk, in bytes.</summary>
    long Size();

    /// <summary>The problem of the store that caused an exception of any of its ports; null where the store is not the cause.</summary>
    UnusableLibraryException? ProblemBehind(Exception exception);

    /// <summary>Closes the store and moves it aside, to a name beside it.</summary>
    /// <exception cref="UnusableLibraryException">It cannot be moved.</exception>
    SetAsideLibrary SetAside(UnusableLibraryException reason);
}
