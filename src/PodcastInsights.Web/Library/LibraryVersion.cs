using Microsoft.Extensions.Options;
using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Library;

/// <summary>
/// Names what everything the app answers is made of: it changes when the database does, whichever process wrote it, and with the
/// program itself. Two looks at the file system are far cheaper than any page.
/// </summary>
public sealed class LibraryVersion(IOptions<LibrarySettings> settings)
{
    private static readonly string Program = typeof(LibraryVersion).Assembly.ManifestModule.ModuleVersionId.ToString("N")[..8];

    private readonly string database = settings.Value.DatabaseFile;

    /// <summary>Letters, digits and hyphens.</summary>
    public string Current()
    {
        var main = new FileInfo(database);
        var log = new FileInfo(database + "-wal");
        return $"{Program}-{Stamp(main):x}-{Stamp(log):x}-{(log.Exists ? log.Length : 0):x}";
    }

    private static long Stamp(FileInfo file) => file.Exists ? file.LastWriteTimeUtc.Ticks : 0;
}
