using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Importing;

/// <summary>Lists the files below a folder without opening them.</summary>
internal static class FolderEntries
{
    /// <summary>What .NET gives for a file that does not exist; it has every bit.</summary>
    private const FileAttributes Missing = (FileAttributes)(-1);

    /// <summary>
    /// All files except links and those in hidden folders. A hidden folder is skipped as a whole, because it belongs to some program and
    /// can be large.
    /// </summary>
    /// <param name="skipped">Gets the links and hidden files.</param>
    /// <param name="unlisted">Gets an error for each folder that cannot be listed.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static List<FileInfo> Below(string root, List<SkippedFile> skipped, List<Diagnostic> unlisted)
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

    /// <summary>Size in bytes; 0 where the file was deleted since it was listed.</summary>
    public static long LengthOf(FileInfo file) => file.Exists ? file.Length : 0;

    /// <summary>The path below the root, with slashes on every system.</summary>
    public static string Relative(string root, string path) =>
        Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/');
}
