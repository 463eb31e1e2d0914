using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Importing;

/// <summary>One episode's files as they lie in the folder, the default edition first.</summary>
/// <param name="Bytes">Of all files, as they were when the folder was listed.</param>
public sealed record EpisodeFiles(EpisodeSlug Slug, IReadOnlyList<LibraryFile> Files, long Bytes, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>What lies in a library folder.</summary>
/// <param name="Unlisted">
/// An error for each folder that could not be looked into. What it holds is not known, which is not to say that it is gone.
/// </param>
public sealed record LibraryListing(IReadOnlyList<EpisodeFiles> Episodes, IReadOnlyList<Diagnostic> Unlisted);

/// <summary>Finds the transcript files below a folder and groups them into episodes.</summary>
public static class LibraryFolder
{
    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".md", ".markdown", ".txt", ".vtt", ".srt", ".json", ".html", ".htm",
    };

    /// <summary>Hidden files and folders are left out, as are links, which can lead out of the folder or round in a circle.</summary>
    private static readonly EnumerationOptions Visible = new()
    {
        IgnoreInaccessible = false,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
    };

    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static LibraryListing List(string folder)
    {
        var root = Path.GetFullPath(folder);
        var unlisted = new List<Diagnostic>();

        // Names that are no UTF-8 can be one and the same text; such files cannot be opened, which is said of them once.
        var found = FilesBelow(root, unlisted)
            .Where(file => IsTranscript(file.Name))
            .DistinctBy(file => file.FullName)
            .ToDictionary(file => LibraryFile.Of(root, file.FullName), LengthOf);
        var files = found.Keys.OrderBy(file => file.Path, StringComparer.Ordinal).ToList();
        var folders = files.Select(file => Path.GetDirectoryName(file.FullPath)!).Distinct(StringComparer.Ordinal);
        var alternates = AlternatesFile.ReadAll(root, folders, unlisted);
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

            episodes.Add(new EpisodeFiles(slug, editions, editions.Sum(file => found[file]), diagnostics));
        }

        return new LibraryListing(episodes, unlisted);

        // The file by whose name the episode goes.
        LibraryFile Named(LibraryFile file) => alternates.GetValueOrDefault(file.FullPath) is { } first
            ? LibraryFile.Of(root, first)
            : file;
    }

    /// <summary>
    /// Whether a file of that name is read at an import: a transcript, or what says how to take them. Editors' temporary files are neither.
    /// </summary>
    public static bool IsRead(string? fileName) =>
        fileName is AlternatesFile.FileName or SpeakersFile.FileName
            || (fileName is not null && !fileName.StartsWith('.') && IsTranscript(fileName));

    /// <summary>Of the names, sizes and times of all that an import reads: differs where one of them does. Opens no file.</summary>
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
        var entries = FilesBelow(root, unlisted)
            .SelectMany(WithAlternates)
            .DistinctBy(file => file.FullName)
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

    /// <summary>The file and the hidden one beside it that may say what it is an edition of.</summary>
    private static IEnumerable<FileInfo> WithAlternates(FileInfo file) =>
        [file, new FileInfo(Path.Combine(file.DirectoryName!, AlternatesFile.FileName))];

    /// <summary>0 where it has gone since it was listed.</summary>
    private static long LengthOf(FileInfo file) => file.Exists ? file.Length : 0;

    private static bool IsTranscript(string fileName) => Extensions.Contains(Path.GetExtension(fileName));

    private static List<FileInfo> FilesBelow(string root, List<Diagnostic> unlisted)
    {
        if (!Directory.Exists(root))
        {
            throw new DirectoryNotFoundException($"The library folder '{root}' does not exist.");
        }

        var files = new List<FileInfo>();
        var folders = new Stack<DirectoryInfo>([new DirectoryInfo(root)]);
        while (folders.TryPop(out var folder))
        {
            try
            {
                foreach (var entry in folder.EnumerateFileSystemInfos("*", Visible))
                {
                    if (entry is DirectoryInfo below)
                    {
                        folders.Push(below);
                    }
                    else
                    {
                        files.Add((FileInfo)entry);
                    }
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                var path = Path.GetRelativePath(root, folder.FullName).Replace(Path.DirectorySeparatorChar, '/');
                unlisted.Add(new Diagnostic(
                    DiagnosticSeverity.Error,
                    "folder.unreadable",
                    path,
                    0,
                    exception.Message.Replace(folder.FullName, path, StringComparison.Ordinal)));
            }
        }

        return files;
    }

    /// <summary>With its folder in front; numbered where that is taken too.</summary>
    private static EpisodeSlug Distinct(LibraryFile file, HashSet<EpisodeSlug> taken)
    {
        var slug = EpisodeSlug.From($"{Path.GetDirectoryName(file.Path)} {file.Name}");
        for (var number = 2; !taken.Add(slug); number++)
        {
            // In front where a long name leaves no room behind it.
            slug = EpisodeSlug.From($"{file.Name} {number}");
            slug = slug.Value.EndsWith($"-{number}", StringComparison.Ordinal) ? slug : EpisodeSlug.From($"{number} {file.Name}");
        }

        return slug;
    }
}
