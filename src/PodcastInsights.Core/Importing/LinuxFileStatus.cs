using System.Runtime.InteropServices;

namespace PodcastInsights.Core.Importing;

/// <summary>Gets the inode and the status change time of a file, for which .NET has no API. Linux only.</summary>
internal static partial class LinuxFileStatus
{
    private const int CurrentFolder = -100;
    private const uint ChangedAtAndInode = 0x80 | 0x100;

    /// <returns>Null on other systems, and where the file system does not give them.</returns>
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
            // Null for an old C library, or a time out of range.
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int folder, string path, int flags, uint mask, out Status status);

    /// <summary>Linux <c>struct statx</c>, whose layout is the same on all processors.</summary>
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
