using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace PodcastInsights.Web.Recordings;

/// <summary>An open recording. The content is that of the file as opened, even if the file is replaced meanwhile.</summary>
internal sealed record RecordingFile(Stream Content, DateTimeOffset ModifiedAt, EntityTagHeaderValue Tag)
{
    /// <summary>Resolution of file times: a file changed less than this ago may change again with the same time.</summary>
    private static readonly TimeSpan ClockGrain = TimeSpan.FromSeconds(2);

    /// <summary>Opens a recording.</summary>
    /// <param name="folder">The library folder, as a full path.</param>
    /// <param name="path">Path in the folder, as stored by an import.</param>
    /// <returns>Null where the file does not exist any more, or cannot be read.</returns>
    public static RecordingFile? Open(string folder, string path, TimeProvider clock)
    {
        try
        {
            var full = Path.GetFullPath(Path.Combine(folder, path));

            // Pipes and devices have no length; opening a pipe would block.
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

    /// <summary>Whether the file is in the folder, and no part of its path is a link.</summary>
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
