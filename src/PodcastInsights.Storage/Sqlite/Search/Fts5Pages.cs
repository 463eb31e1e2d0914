using System.Buffers.Binary;
using Microsoft.Data.Sqlite;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>Reads pages of an FTS5 index. Not thread-safe.</summary>
internal sealed class Fts5Pages(SqliteConnection connection) : IDisposable
{
    private const long NoPage = -1;

    private readonly BulkStatement page = new(connection, """
        SELECT   id, block
        FROM     search_text_data
        WHERE    id >= ?1
        ORDER BY id
        """);

    private readonly BulkStatement routing = new(connection, """
        SELECT pgno >> 1
        FROM   search_text_idx
        WHERE  segid = ?1
        AND    term <= ?2
        ORDER  BY term DESC
        LIMIT  1
        """);

    private long next = NoPage;
    private byte[] structure = [];

    public IReadOnlyList<Fts5Segment> Segments { get; private set; } = [];

    /// <summary>Documents that were removed while their postings are still in the pages.</summary>
    public HashSet<int> Removed { get; private set; } = [];

    /// <summary>Reads the structure as the transaction sees it.</summary>
    public void Refresh()
    {
        var buffer = new byte[256];
        var size = Read(Fts5Structure.Id, ref buffer);
        if (!structure.AsSpan().SequenceEqual(buffer.AsSpan(0, size)))
        {
            structure = buffer[..size];
            Segments = size == 0 ? [] : Fts5Structure.Read(structure);
            Removed = RemovedDocuments();
        }
    }

    /// <summary>Reads a page. Successive pages are read fastest, since the statement then only moves on; <see cref="Reset"/> ends that.</summary>
    /// <param name="into">Buffer; replaced by a longer one where it is too short.</param>
    /// <returns>Size of the page in bytes; 0 where there is no such page.</returns>
    public int Read(long id, ref byte[] into)
    {
        if (id != next)
        {
            Reset();
            page.Bind(1, id);
        }

        next = id + 1;
        if (!page.Step() || page.Number(0) != id)
        {
            Reset();
            return 0;
        }

        var block = page.Blob(1);
        if (into.Length < block.Length)
        {
            into = new byte[2 * block.Length];
        }

        block.CopyTo(into);
        return block.Length;
    }

    /// <summary>Ends the reading of successive pages, which holds the transaction open.</summary>
    public void Reset()
    {
        page.Reset();
        next = NoPage;
    }

    /// <returns>The page of the segment on which the list of the term may begin.</returns>
    public long PageOf(Fts5Segment segment, ReadOnlySpan<byte> term)
    {
        routing.Bind(1, segment.Id);
        routing.BindBlob(2, term);
        try
        {
            return routing.Step() ? Math.Max(segment.FirstPage, routing.Number(0)) : segment.FirstPage;
        }
        finally
        {
            routing.Reset();
        }
    }

    public void Dispose()
    {
        page.Dispose();
        routing.Dispose();
    }

    /// <summary>
    /// Reads the deletion pages. Each is a hash table: a header of eight bytes, the first of which is the entry size, then entries, with 0
    /// for free ones.
    /// </summary>
    private HashSet<int> RemovedDocuments()
    {
        const int head = 8;
        var found = new HashSet<int>();
        var buffer = new byte[4096];
        foreach (var segment in Segments)
        {
            for (var number = 0L; number < segment.RemovalPages; number++)
            {
                var size = Read(segment.IdOfRemoval(number), ref buffer);
                var width = size > 0 ? buffer[0] : 0;
                if (width is not (sizeof(uint) or sizeof(ulong)))
                {
                    throw new InvalidDataException("A page of what is gone is missing or of another form.");
                }

                for (var at = head; at + width <= size; at += width)
                {
                    var entry = buffer.AsSpan(at, width);
                    found.Add((int)(width == sizeof(uint) ? BinaryPrimitives.ReadUInt32BigEndian(entry) : BinaryPrimitives.ReadInt64BigEndian(entry)));
                }
            }
        }

        found.Remove(0);
        return found;
    }
}
