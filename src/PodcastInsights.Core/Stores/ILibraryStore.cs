namespace PodcastInsights.Core.Stores;

/// <summary>
/// The store itself, whatever it is made of: whether it can be used, which state of the library it holds, and what a failure says of it.
/// Safe for several threads.
/// </summary>
public interface ILibraryStore
{
    /// <summary>Where it is, as its owner knows it: a file's path, a server's name. For the owner's eyes only.</summary>
    string Place { get; }

    /// <summary>
    /// Opens the store for the first time, or finds out why not. One that is damaged, or holds something else, is moved out of the way under
    /// a name that says so, and a new one is begun: all that was in it comes from the library folder.
    /// </summary>
    /// <returns>What was moved where; null where the store could be used.</returns>
    /// <exception cref="UnusableLibraryException">It is of a later version, which is left alone, or none can be made here.</exception>
    Task<SetAsideLibrary?> EnsureUsableAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Looks at the whole store for damage that opening it did not show. May take minutes for a large one, beside those who read and write.
    /// </summary>
    /// <returns>What is wrong with it; null for nothing.</returns>
    Task<UnusableLibraryException?> CheckAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The state that whoever begins to read now sees, or one before it; another process's commit shows as soon as one's own. Asked for
    /// each request, so it must cost some microseconds only.
    /// </summary>
    /// <returns>Null where it cannot be read, which whoever reads anything else meets as well.</returns>
    ValueTask<StoreVersion?> VersionAsync(CancellationToken cancellationToken);

    /// <summary>Whether an import has ever come to its end, whichever process made it.</summary>
    Task<bool> HasImportAsync(CancellationToken cancellationToken);

    /// <summary>The servers that hold the store, as they were seen last; empty where it is a file.</summary>
    IReadOnlyList<StoreServer> Servers { get; }

    /// <summary>What the library takes on disk, in bytes.</summary>
    long Size();

    /// <summary>What an exception of any port over this store says of the store itself; null where it says nothing.</summary>
    UnusableLibraryException? ProblemBehind(Exception exception);

    /// <summary>Lets go of the store and moves it to a name beside it.</summary>
    /// <exception cref="UnusableLibraryException">It cannot be moved.</exception>
    SetAsideLibrary SetAside(UnusableLibraryException reason);
}
