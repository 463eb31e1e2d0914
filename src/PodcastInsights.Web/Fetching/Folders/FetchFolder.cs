using System.Security.Cryptography;
using PodcastInsights.Core.Importing;
using PodcastInsights.Web.Fetching.Feeds;

namespace PodcastInsights.Web.Fetching.Folders;

/// <summary>The target folder. A fetch may replace files that it wrote; files that anybody else wrote or changed are never touched.</summary>
internal sealed class FetchFolder : IDisposable
{
    private const string LockName = ".fetch.lock";

    private readonly FileStream held;

    // Names of episodes' files, without language and extension, compared ignoring case, because some file systems do.
    private readonly HashSet<string> names;

    // Names that are in no state.
    private readonly HashSet<string> unknown;

    private FetchFolder(string path, FileStream held, FetchState state, FetchedCatalogue catalogue)
    {
        Path = path;
        this.held = held;
        State = state;
        Catalogue = catalogue;
        var known = state.Feeds.Values.SelectMany(feed => feed.Episodes.Values).Select(episode => episode.Name).ToList();
        names = Directory.EnumerateFiles(path).Select(NameOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
        unknown = names.Except(known, StringComparer.OrdinalIgnoreCase).ToHashSet(StringComparer.OrdinalIgnoreCase);
        names.UnionWith(known);
    }

    public string Path { get; }

    public FetchState State { get; }

    public FetchedCatalogue Catalogue { get; }

    /// <returns>The folder, or a sentence about why it cannot be used.</returns>
    /// <exception cref="IOException">The disk cannot be read or written.</exception>
    public static async Task<(FetchFolder? Folder, string? Mistake)> OpenAsync(string folder, CancellationToken cancellationToken)
    {
        var path = System.IO.Path.GetFullPath(folder);
        if (File.Exists(path))
        {
            return (null, $"'{folder}' is a file, and transcripts need a folder.");
        }

        Directory.CreateDirectory(path);
        if (await FetchedCatalogue.ReadAsync(path, cancellationToken) is not { } catalogue)
        {
            return (null, $"'{folder}' has an {FetchedCatalogue.FileName} that is not of a fetch. Give the feed a folder of its own, such as "
                + $"'{System.IO.Path.Combine(folder, "feed")}'.");
        }

        FileStream held;
        try
        {
            held = new FileStream(
                System.IO.Path.Combine(path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException taken)
        {
            throw new IOException("another fetch is at work in it.", taken);
        }

        AtomicFile.RemoveLeftovers(path);
        return (new FetchFolder(path, held, await FetchState.ReadAsync(path, cancellationToken), catalogue), null);
    }

    public void Dispose() => held.Dispose();

    /// <summary>Saves the catalogue and the state. The catalogue comes first, because its gaps are found by gaps in the state.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        await Catalogue.WriteAsync(Path, cancellationToken);
        await State.WriteAsync(Path, cancellationToken);
    }

    public bool Has(FileOfEpisode file) => File.Exists(PathOf(file.Name));

    /// <summary>Whether the file was changed by somebody else.</summary>
    public async Task<bool> IsOwnersAsync(FileOfEpisode file, CancellationToken cancellationToken) =>
        Has(file) && DigestOf(await File.ReadAllBytesAsync(PathOf(file.Name), cancellationToken)) != file.Digest;

    /// <summary>Finds an unused name for the episode's files.</summary>
    /// <param name="first">The file to be written; an existing file with the same bytes is adopted.</param>
    /// <returns>Null where all names are in use.</returns>
    public async Task<string?> NameForAsync(string feed, FeedEpisode episode, JudgedTranscript first, CancellationToken cancellationToken)
    {
        foreach (var name in EpisodeFileName.Candidates(feed, episode))
        {
            if (names.Add(name) || (unknown.Contains(name) && await HoldsAsync(name + first.Ending, first.Bytes, cancellationToken)))
            {
                unknown.Remove(name);
                return name;
            }
        }

        return null;
    }

    /// <summary>Writes a transcript, replacing <paramref name="before"/>.</summary>
    /// <exception cref="IOException">Somebody else's file has the name, or the disk cannot be written.</exception>
    public async Task WriteAsync(string name, byte[] bytes, FileOfEpisode? before, CancellationToken cancellationToken)
    {
        if (!await HoldsAsync(name, bytes, cancellationToken))
        {
            await AtomicFile.WriteAsync(PathOf(name), bytes, replace: before?.Name == name, cancellationToken);
        }

        if (before is not null && before.Name != name)
        {
            File.Delete(PathOf(before.Name));
            Catalogue.Remove(before.Name);
        }
    }

    public static string DigestOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private async Task<bool> HoldsAsync(string name, byte[] bytes, CancellationToken cancellationToken) =>
        new FileInfo(PathOf(name)) is { Exists: true } file
        && file.Length == bytes.Length
        && DigestOf(await File.ReadAllBytesAsync(file.FullName, cancellationToken)) == DigestOf(bytes);

    private string PathOf(string name) => System.IO.Path.Combine(Path, name);

    private static string NameOf(string path) => LibraryFile.Of("/", "/" + System.IO.Path.GetFileName(path)).Name.Normalize();
}
