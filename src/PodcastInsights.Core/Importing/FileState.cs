namespace PodcastInsights.Core.Importing;

/// <summary>
/// Metadata of a file that the file system gives without opening it. When the content changes, the state changes, unless the change falls
/// into the same step of the file system's clock; see <see cref="IsOlderThan"/>.
/// </summary>
/// <param name="ModifiedAt">Time of the last change of the content, in UTC. A program can set it to any value.</param>
/// <param name="ChangedAt">
/// Time of the last change of content, name or permissions, in UTC. No program can set it. Null where it is not known.
/// </param>
/// <param name="Inode">Identifies the file in its file system; a file moved into its place has another number. Null where it is not known.</param>
public readonly record struct FileState(long Length, DateTime ModifiedAt, DateTime? ChangedAt, long? Inode)
{
    /// <summary>Resolution of file times: nanoseconds to milliseconds on most disks, one second on older network shares, two on FAT.</summary>
    private static readonly TimeSpan ClockGrain = TimeSpan.FromSeconds(2);

    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static FileState Of(string path)
    {
        var file = new FileInfo(path);
        var state = new FileState(file.Length, file.LastWriteTimeUtc, null, null);
        return LinuxFileStatus.Of(path) is (var changedAt, var inode) ? state with { ChangedAt = changedAt, Inode = inode } : state;
    }

    /// <summary>
    /// Whether the file was last changed before <paramref name="moment"/> by more than the clock's resolution. If not, a later change may
    /// have left the same state, so the state must not be trusted. A time in the future is never older.
    /// </summary>
    public bool IsOlderThan(DateTime moment) =>
        ModifiedAt + ClockGrain < moment && (ChangedAt is null || ChangedAt + ClockGrain < moment);
}

/// <summary>A file that an import has read.</summary>
/// <param name="Path">Relative to the library folder, with forward slashes.</param>
/// <param name="Digest">SHA-256 of the bytes, in hexadecimal.</param>
/// <param name="State">
/// While the file has this state, its content has this digest. Null where the file had just been changed when it was read: the next import
/// must hash it again.
/// </param>
public sealed record SourceFile(string Path, string Digest, FileState? State);
