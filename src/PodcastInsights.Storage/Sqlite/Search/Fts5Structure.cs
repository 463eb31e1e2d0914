using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace PodcastInsights.Storage.Sqlite;

/// <param name="Id">Segment id, part of the ids of its pages.</param>
/// <param name="FirstPage">Number of its first page; 0 where it has none left.</param>
/// <param name="RemovalPages">Number of its deletion pages.</param>
internal readonly record struct Fts5Segment(long Id, long FirstPage, long LastPage, long RemovalPages)
{
    private const int PageBits = 37;
    private const long Removal = 1 << 16;

    public long IdOf(long page) => (Id << PageBits) + page;

    /// <param name="page">From 0.</param>
    public long IdOfRemoval(long page) => ((Id + Removal) << PageBits) + page;
}

/// <summary>
/// Decodes the structure record of an FTS5 index: its segments. The format of record and pages is documented at the top of SQLite's
/// fts5_index.c. It is a file format, which later versions keep reading.
/// </summary>
internal static class Fts5Structure
{
    /// <summary>Id of the record among the pages.</summary>
    public const long Id = 10;

    private const uint WithRemovals = 0xFF000001;

    /// <returns>The oldest first.</returns>
    public static List<Fts5Segment> Read(ReadOnlySpan<byte> record)
    {
        var at = sizeof(uint);
        var withRemovals = BinaryPrimitives.ReadUInt32BigEndian(record[at..]) == WithRemovals;
        at += withRemovals ? sizeof(uint) : 0;
        var levels = new List<Fts5Segment>[(int)Math.Min(Fts5Number.Read(record, ref at), record.Length)];
        Fts5Number.Skip(record, ref at, 2);
        for (var level = 0; level < levels.Length; level++)
        {
            Fts5Number.Skip(record, ref at, 1);
            levels[level] = [];
            for (var count = Fts5Number.Read(record, ref at); count > 0; count--)
            {
                var (id, first, last, removals) = (Fts5Number.Read(record, ref at), Fts5Number.Read(record, ref at), Fts5Number.Read(record, ref at), 0L);
                if (withRemovals)
                {
                    Fts5Number.Skip(record, ref at, 2);
                    removals = Fts5Number.Read(record, ref at);
                    Fts5Number.Skip(record, ref at, 2);
                }

                levels[level].Add(new Fts5Segment(id, first, last, removals));
            }
        }

        // Segments of higher levels were merged from older ones.
        return [.. levels.Reverse().SelectMany(static level => level).Where(static segment => segment.FirstPage > 0)];
    }
}

/// <summary>SQLite's varints: seven bits per byte, the high bit set on all but the last; a ninth byte uses all its bits.</summary>
internal static class Fts5Number
{
    private const int MostBytes = 9;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Read(ReadOnlySpan<byte> bytes, ref int at) => bytes[at] < 0x80 ? bytes[at++] : ReadLong(bytes, ref at);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long ReadLong(ReadOnlySpan<byte> bytes, ref int at)
    {
        long part = bytes[at++];
        var number = part & 0x7F;
        for (var read = 2; read < MostBytes; read++)
        {
            part = bytes[at++];
            number = (number << 7) | (part & 0x7F);
            if (part < 0x80)
            {
                return number;
            }
        }

        return (number << 8) | bytes[at++];
    }

    public static void Skip(ReadOnlySpan<byte> bytes, ref int at, int numbers)
    {
        for (; numbers > 0; numbers--)
        {
            Read(bytes, ref at);
        }
    }
}
