using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Importing;

/// <summary>The files of one episode, the default edition first.</summary>
/// <param name="Bytes">Total size of the files when the folder was listed.</param>
public sealed record EpisodeFiles(EpisodeSlug Slug, IReadOnlyList<LibraryFile> Files, long Bytes, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Audio and video of the episode; see <see cref="RecordingFiles"/>.</summary>
    public IReadOnlyList<Recording> Recordings { get; init; } = [];

    /// <summary>Reads when the files were last written (UTC). Null where the file system does not tell.</summary>
    internal DateTime? WrittenAt()
    {
        try
        {
            // A file that is gone by now has a time before all others.
            var latest = Files.Max(file => File.GetLastWriteTimeUtc(file.FullPath));
            return latest >= DateTime.UnixEpoch ? latest : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

/// <summary>
/// The contents of a library folder. Every file is part of an episode, one of its recordings, skipped, or in a folder that could not be
/// listed.
/// </summary>
/// <param name="Skipped">Files that are not read as transcripts, each with its reason.</param>
/// <param name="Unlisted">An error for each folder that could not be listed. Files in it are unknown and must not be treated as deleted.</param>
/// <param name="Problems">Diagnostics about catalogues and <c>.alternates</c> files.</param>
public sealed record LibraryListing(
    IReadOnlyList<EpisodeFiles> Episodes,
    IReadOnlyList<SkippedFile> Skipped,
    IReadOnlyList<Diagnostic> Unlisted,
    IReadOnlyList<Diagnostic> Problems);

/// <summary>Finds the transcript files below a folder and groups them into episodes.</summary>
public static class LibraryFolder
{
    /// <summary>What .NET gives for a file that does not exist; it has every bit.</summary>
    private const FileAttributes Missing = (FileAttributes)(-1);

    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static LibraryListing List(string folder)
    {
        var root = Path.GetFullPath(folder);
        var skipped = new List<SkippedFile>();
        var unlisted = new List<Diagnostic>();
        var problems = new List<Diagnostic>();

        // File names that are not UTF-8 can decode to the same text. Such files cannot be opened; one diagnostic is enough.
        var found = FilesBelow(root, skipped, unlisted)
            .DistinctBy(file => file.FullName)
            .ToDictionary(file => file.FullName, LengthOf, StringComparer.Ordinal);
        var catalogued = TakeCatalogues(root, found, skipped, problems);
        var files = found.Keys
            .Select(path => LibraryFile.Of(root, path) with { Catalogued = catalogued.GetValueOrDefault(path) })
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .ToList();
        var folders = files.Select(file => Path.GetDirectoryName(file.FullPath)!).Distinct(StringComparer.Ordinal);
        var alternates = AlternatesFile.ReadAll(root, folders, problems);
        var taken = new HashSet<EpisodeSlug>();
        var episodes = new List<EpisodeFiles>();
        foreach (var editions in files.GroupBy(file => Named(file).EpisodeKey).Select(static episode => episode.ToList()))
        {
            var slug = EpisodeSlug.From(editions[0].Name);
            var diagnostics = new List<Diagnostic>();
            if (!taken.Add(slug))
            {
                var wanted = slug;
                slug = Distinct(editions[0], taken);
                diagnostics.Add(new Diagnostic(
                    DiagnosticSeverity.Warning,
                    "library.slug-taken",
                    editions[0].Path,
                    0,
                    $"Another file already has the address '{wanted}'; this one is at '{slug}'."));
            }

            episodes.Add(new EpisodeFiles(slug, editions, editions.Sum(file => found[file.FullPath]), diagnostics));
        }

        return new LibraryListing(WithRecordings(root, episodes, skipped), skipped, unlisted, problems);

        // The file that gives the episode its name.
        LibraryFile Named(LibraryFile file) => alternates.GetValueOrDefault(file.FullPath) is { } first
            ? LibraryFile.Of(root, first)
            : file;
    }

    /// <summary>Adds recordings to the episodes and removes them from the skipped files.</summary>
    private static List<EpisodeFiles> WithRecordings(string root, List<EpisodeFiles> episodes, List<SkippedFile> skipped)
    {
        // Empty files are left out, and with them pipes and devices, which have no length.
        var playable = skipped.Where(file => file.Reason == SkipReason.Media && RecordingKind.Of(file.Path) is not null)
            .Select(file => LibraryFile.Of(root, Path.Combine(root, file.Path)))
            .Where(file => new FileInfo(file.FullPath) is { Exists: true, Length: > 0 })
            .ToList();
        var recordings = new RecordingFiles(playable, episodes);
        List<EpisodeFiles> heard = [.. episodes.Select(episode => episode with { Recordings = recordings.Of(episode) })];
        var taken = heard.SelectMany(episode => episode.Recordings).Select(recording => recording.Path).ToHashSet(StringComparer.Ordinal);
        skipped.RemoveAll(file => taken.Contains(file.Path));
        return heard;
    }

    /// <summary>
    /// Whether an import reads a file with this name: a transcript, a catalogue or a settings file, and not an editor's temporary file.
    /// </summary>
    public static bool IsRead(string? fileName) => fileName is not null
        && (fileName is AlternatesFile.FileName or SpeakersFile.FileName
            || Catalogue.IsNamed(fileName)
            || FileKind.ReasonNotToRead(fileName, _ => false) is null);

    /// <summary>Hash of the names, sizes and times of all files that an import reads. Opens no file.</summary>
    /// <returns>Empty where the folder is gone.</returns>
    public static string StampOf(string folder)
    {
        var root = Path.GetFullPath(folder);
        if (!Directory.Exists(root))
        {
            return "";
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var unlisted = new List<Diagnostic>();
        var entries = EntriesBelow(root, [], unlisted)
            .Where(file => IsRead(file.Name))
            .Select(
                file => string.Create(CultureInfo.InvariantCulture, $"{file.FullName}\n{LengthOf(file)}\n{file.LastWriteTimeUtc.Ticks}\n"))
            .Concat(unlisted.Select(folder => $"{folder.Path}\n"))
            .Order(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(entry));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>0 where the file was deleted since it was listed.</summary>
    private static long LengthOf(FileInfo file) => file.Exists ? file.Length : 0;

    /// <summary>Reads the catalogues and removes them from <paramref name="found"/>.</summary>
    private static Dictionary<string, CatalogueEntry> TakeCatalogues(
        string root, Dictionary<string, long> found, List<SkippedFile> skipped, List<Diagnostic> problems)
    {
        var transcripts = found.Keys.Where(path => FileKind.TranscriptExtensions.Contains(Path.GetExtension(path)))
            .ToHashSet(StringComparer.Ordinal);
        var catalogued = new Dictionary<string, CatalogueEntry>(StringComparer.Ordinal);

        // The nearest catalogue wins: those in deeper folders come first.
        var candidates = found.Keys.Where(path => Catalogue.IsNamed(Path.GetFileName(path)))
            .OrderByDescending(path => path.Count(character => character == Path.DirectorySeparatorChar))
            .ThenBy(path => path, StringComparer.Ordinal)
            .ToList();
        foreach (var path in candidates)
        {
            var entries = Catalogue.Read(root, path, transcripts, problems);
            foreach (var (file, entry) in entries ?? [])
            {
                catalogued.TryAdd(file, entry);
            }

            if (entries is not null || !transcripts.Contains(path))
            {
                found.Remove(path);
                skipped.Add(new SkippedFile(Relative(root, path), entries is null ? SkipReason.OtherKind : SkipReason.Catalogue));
            }
        }

        return catalogued;
    }

    /// <summary>Transcripts and possible catalogues.</summary>
    private static IEnumerable<FileInfo> FilesBelow(string root, List<SkippedFile> skipped, List<Diagnostic> unlisted)
    {
        var files = EntriesBelow(root, skipped, unlisted);
        var paths = files.Select(file => file.FullName).ToHashSet(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var isSetting = file.Name == AlternatesFile.FileName || file.FullName == Path.Combine(root, SpeakersFile.FileName);
            var reason = isSetting ? SkipReason.Settings
                : Catalogue.IsNamed(file.Name) ? null
                : FileKind.ReasonNotToRead(file.Name, name => paths.Contains(Path.Combine(file.DirectoryName!, name)));
            if (reason is { } known)
            {
                skipped.Add(new SkippedFile(Relative(root, file.FullName), known));
            }
            else
            {
                yield return file;
            }
        }
    }

    /// <summary>
    /// All files except links and those in hidden folders. A hidden folder is skipped as a whole, because it belongs to some program and
    /// can be large.
    /// </summary>
    private static List<FileInfo> EntriesBelow(string root, List<SkippedFile> skipped, List<Diagnostic> unlisted)
    {
        if (!Directory.Exists(root))
        {
            throw new DirectoryNotFoundException($"The library folder '{root}' does not exist.");
        }

        var everything = new EnumerationOptions { IgnoreInaccessible = false, AttributesToSkip = 0 };
        var files = new List<FileInfo>();
        var folders = new Stack<DirectoryInfo>([new DirectoryInfo(root)]);
        while (folders.TryPop(out var folder))
        {
            try
            {
                foreach (var entry in folder.EnumerateFileSystemInfos("*", everything))
                {
                    var isFolder = entry is DirectoryInfo;

                    // Gone since it was listed, or its name is not UTF-8: opening it tells.
                    var isMissing = entry.Attributes == Missing;
                    var isHidden = !isMissing && (entry.Attributes & (FileAttributes.Hidden | FileAttributes.System)) != 0;
                    if (!isMissing && (entry.Attributes & FileAttributes.ReparsePoint) != 0)
                    {
                        Skip(entry, SkipReason.Link);
                    }
                    else if (isFolder && !isHidden)
                    {
                        folders.Push((DirectoryInfo)entry);
                    }
                    else if (isFolder || (isHidden && !entry.Name.StartsWith('.')))
                    {
                        Skip(entry, SkipReason.Hidden);
                    }
                    else
                    {
                        files.Add((FileInfo)entry);
                    }
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                var path = Relative(root, folder.FullName);
                unlisted.Add(new Diagnostic(
                    DiagnosticSeverity.Error,
                    "folder.unreadable",
                    path,
                    0,
                    exception.Message.Replace(folder.FullName, path, StringComparison.Ordinal)));
            }
        }

        return files;

        void Skip(FileSystemInfo entry, SkipReason reason) =>
            skipped.Add(new SkippedFile(Relative(root, entry.FullName) + (entry is DirectoryInfo ? "/" : ""), reason));
    }

    private static string Relative(string root, string path) =>
        Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>The slug with the folder's name in front; numbered where that is taken too.</summary>
    private static EpisodeSlug Distinct(LibraryFile file, HashSet<EpisodeSlug> taken)
    {
        var slug = EpisodeSlug.From($"{Path.GetDirectoryName(file.Path)} {file.Name}");
        for (var number = 2; !taken.Add(slug); number++)
        {
            // The number comes first where a long name leaves no room after it.
            slug = EpisodeSlug.From($"{file.Name} {number}");
            slug = slug.Value.EndsWith($"-{number}", StringComparison.Ordinal) ? slug : EpisodeSlug.From($"{number} {file.Name}");
        }

        return slug;
    }
}
