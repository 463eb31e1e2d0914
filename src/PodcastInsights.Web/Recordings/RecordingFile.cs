using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace PodcastInsights.Web.Recordings;

/// <summary>A recording that is open: what is sent is of the file as it was opened, even where another takes its place meanwhile.</summary>
internal sealed record RecordingFile(Stream Content, DateTimeOffset ModifiedAt, EntityTagHeaderValue Tag)
{
    /// <summary>A file that was changed less than this ago may change again within the grain of the file system's clock, and keep its time.</summary>
    private static readonly TimeSpan ClockGrain = TimeSpan.FromSeconds(2);

    /// <summary>Opens a recording.</summary>
    /// <param name="folder">The library folder, as a full path.</param>
    /// <param name="path">In it, as an import has written it down.</param>
    /// <returns>Null where there is no such file in the folder by now, or none that may be read.</returns>
    public static RecordingFile? Open(string folder, string path, TimeProvider clock)
    {
        try
        {
            var full = Path.GetFullPath(Path.Combine(folder, path));

            // A pipe or a device has no length; to open one would wait for whoever writes into it.
            if (!IsIn(folder, full) || new FileInfo(full) is not { Exists: true, Length: > 0 })
            {
                return null;
            }

            var content = new FileStream(full, new FileStreamOptions
            {
                Share = FileShare.ReadWrite | FileShare.Delete,
                Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
                BufferSize = 0,
            });
            var modifiedAt = File.GetLastWriteTimeUtc(content.SafeFileHandle);
            var tag = string.Create(CultureInfo.InvariantCulture, $"\"{content.Length:x}-{modifiedAt.Ticks:x}\"");
            return new RecordingFile(
                content, modifiedAt, new EntityTagHeaderValue(tag, isWeak: modifiedAt + ClockGrain > clock.GetUtcNow().UtcDateTime));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>In bytes.</summary>
    /// <inheritdoc cref="Open" path="/param"/>
    /// <inheritdoc cref="Open" path="/returns"/>
    public static long? LengthOf(string folder, string path)
    {
        try
        {
            var full = Path.GetFullPath(Path.Combine(folder, path));
            return IsIn(folder, full) && new FileInfo(full) is { Exists: true, Length: > 0 and var length } ? length : null;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Whether the file is below the folder and no part of its path there is a link, which an import does not follow either.</summary>
    private static bool IsIn(string folder, string full)
    {
        var root = Path.TrimEndingDirectorySeparator(folder);
        if (!full.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            return false;
        }

        for (var part = full; part is not null && part.Length > root.Length; part = Path.GetDirectoryName(part))
        {
            if ((File.GetAttributes(part) & FileAttributes.ReparsePoint) != 0)
            {
                return false;
            }
        }

        return true;
    }
}
