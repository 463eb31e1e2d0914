using System.Runtime.InteropServices;

namespace PodcastInsights.Core.Importing;

/// <summary>The inode and the time of the last change of a file's status, for which .NET has no member. Linux alone.</summary>
internal static partial class LinuxFileStatus
{
    private const int CurrentFolder = -100;
    private const uint ChangedAtAndInode = 0x80 | 0x100;

    /// <returns>Null on another system, and where this one does not tell.</returns>
    public static (DateTime ChangedAt, long Inode)? Of(string path)
    {
        try
        {
            return OperatingSystem.IsLinux()
                && Statx(CurrentFolder, path, 0, ChangedAtAndInode, out var status) == 0
                && (status.Mask & ChangedAtAndInode) == ChangedAtAndInode
                    ? (DateTime.UnixEpoch.AddTicks((status.ChangedSeconds * TimeSpan.TicksPerSecond) + (status.ChangedNanoseconds / 100)), status.Inode)
                    : null;
        }
        catch (Exception missing) when (missing is EntryPointNotFoundException or DllNotFoundException or ArgumentOutOfRangeException)
        {
            // An old C library, or a time that no calendar has.
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int folder, string path, int flags, uint mask, out Status status);

    /// <summary><c>struct statx</c> of Linux, which is laid out alike on all processors.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Status
    {
        [FieldOffset(0)]
        public uint Mask;

        [FieldOffset(32)]
        public long Inode;

        [FieldOffset(96)]
        public long ChangedSeconds;

        [FieldOffset(104)]
        public uint ChangedNanoseconds;
    }
}
