using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Importing;

/// <summary>Tells whether a library folder has changed, for folders in which the system reports no changes.</summary>
public static class FolderStamp
{
    /// <summary>Hash of the names, sizes and times of all files that an import reads. Opens no file.</summary>
    /// <returns>Empty where the folder is gone.</returns>
    public static string Of(string folder)
    {
        var root = Path.GetFullPath(folder);
        if (!Directory.Exists(root))
        {
            return "";
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var unlisted = new List<Diagnostic>();
        var entries = FolderEntries.Below(root, [], unlisted)
            .Where(file => LibraryFolder.IsRead(file.Name))
            .Select(
                file => string.Create(CultureInfo.InvariantCulture, $"{file.FullName}\n{FolderEntries.LengthOf(file)}\n{file.LastWriteTimeUtc.Ticks}\n"))
            .Concat(unlisted.Select(folder => $"{folder.Path}\n"))
            .Order(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(entry));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
