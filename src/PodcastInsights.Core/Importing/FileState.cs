namespace PodcastInsights.Core.Importing;

/// <summary>
/// What the file system says of a file without opening it: a file whose content has changed has another state. Only a change within the
/// grain of the file system's clock can leave it as it was; see <see cref="IsOlderThan"/>.
/// </summary>
/// <param name="ModifiedAt">When the content was changed last, in UTC; whoever writes the file can set it to any time.</param>
/// <param name="ChangedAt">When content, name or rights were changed last, in UTC, which nobody can set; null where it is not known.</param>
/// <param name="Inode">Number of the file in its file system, so that one moved into its place has another; null where it is not known.</param>
public readonly record struct FileState(long Length, DateTime ModifiedAt, DateTime? ChangedAt, long? Inode)
{
    /// <summary>
    /// File systems keep times in steps: some nanoseconds to some milliseconds on most disks, a second on older shares, two on FAT.
    /// </summary>
    private static readonly TimeSpan ClockGrain = TimeSpan.FromSeconds(2);

    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static FileState Of(string path)
    {
        var file = new FileInfo(path);
        var state = new FileState(file.Length, file.LastWriteTimeUtc, null, null);
        return LinuxFileStatus.Of(path) is (var changedAt, var inode) ? state with { ChangedAt = changedAt, Inode = inode } : state;
    }

    /// <summary>
    /// Whether the file had been at rest at that moment for longer than the clock's grain. Where it had not, it can have been changed again
    /// afterwards without another state, so the state says nothing of its content later. A time in the future is never older.
    /// </summary>
    public bool IsOlderThan(DateTime moment) =>
        ModifiedAt + ClockGrain < moment && (ChangedAt is null || ChangedAt + ClockGrain < moment);
}

/// <summary>A file as an import read it.</summary>
/// <param name="Path">Relative to the library folder, with forward slashes.</param>
/// <param name="Digest">SHA-256 of its bytes, in hexadecimal.</param>
/// <param name="State">
/// While the file has it, its bytes are those of the digest; null where the file had just been changed when it was read, so that it must
/// be hashed at the next import.
/// </param>
public sealed record SourceFile(string Path, string Digest, FileState? State);
