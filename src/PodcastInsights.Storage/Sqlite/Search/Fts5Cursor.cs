using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using PodcastInsights.Core.Search.Matching;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>
/// Iterates over the terms of one segment of an FTS5 index and decodes their posting lists. A page begins with two offsets: of the first
/// document of a list continued from the page before, and of the end of its content. Then come terms, each with its list: for every
/// document the difference to the one before, the size of its positions, and these. After the content are the differences of the terms'
/// offsets. Not thread-safe.
/// </summary>
internal sealed class Fts5Cursor(Fts5Pages pages)
{
    private const int Head = 4;
    private const int MostOfDocument = 1 << 26;

    // FTS5 distinguishes the index of whole terms from prefix indexes by a byte before each term.
    private const int Mark = 1;

    // Position differences are stored plus this; a lower value marks another column.
    private const int NextPlace = 2;

    private byte[] page = new byte[4096];
    private byte[] term = new byte[64];
    private byte[] split = new byte[64];
    private int termLength;
    private long id;
    private long lastId;

    // The current page: its size, the end of its content where the term offsets begin, the next of these, and the next term, or the end.
    private int size;
    private int end;
    private int distances;
    private int nextTerm;
    private bool isFirstTerm;

    // Offset of the rest of the term's list.
    private int at;

    /// <summary>The term in UTF-8, valid until the next one.</summary>
    public ReadOnlySpan<byte> Term => term.AsSpan(Mark..termLength);

    public void Open(Fts5Segment segment, long number)
    {
        id = segment.IdOf(number);
        lastId = segment.IdOf(segment.LastPage);
        Load();
    }

    /// <param name="onPage">Whether to stay on this page.</param>
    /// <returns>Whether there is another term.</returns>
    public bool MoveNext(bool onPage)
    {
        while (nextTerm >= end)
        {
            if (onPage || !LoadNext())
            {
                return false;
            }
        }

        at = nextTerm;
        var same = isFirstTerm ? 0 : (int)Fts5Number.Read(page, ref at);
        var length = (int)Fts5Number.Read(page, ref at);
        var others = page.AsSpan(at, length);
        if (same > termLength)
        {
            throw new InvalidDataException("A term begins as none did.");
        }

        if (term.Length < same + length)
        {
            Array.Resize(ref term, 2 * (same + length));
        }

        others.CopyTo(term.AsSpan(same));
        termLength = same + length;
        at += length;
        isFirstTerm = false;
        FindNextTerm();
        return true;
    }

    /// <summary>Reads the list of the term.</summary>
    /// <param name="after">Only the documents after this one.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void ReadList(int after, PostingListBuilder into)
    {
        var document = 0L;
        var before = 0L;
        while (true)
        {
            while (at < nextTerm)
            {
                var began = id;
                document += Fts5Number.Read(page, ref at);
                if (document <= before || document > int.MaxValue)
                {
                    throw new InvalidDataException("A list is out of order.");
                }

                // The lowest bit is a deletion marker for older segments, which is not used here.
                var places = Take(Fts5Number.Read(page, ref at) >> 1);
                if (document > after && !pages.IsRemoved((int)document))
                {
                    into.Add((int)document, places, NextPlace);
                }

                // The first document of a page is stored as an absolute value.
                before = document;
                document = id == began ? document : 0;
            }

            if (nextTerm < end || !LoadNext())
            {
                return;
            }

            at = BinaryPrimitives.ReadUInt16BigEndian(page);
            document = 0;
            if (at == 0)
            {
                return;
            }
        }
    }

    /// <summary>Reads bytes of the list, which may continue over pages; valid until the next call.</summary>
    private ReadOnlySpan<byte> Take(long length)
    {
        if (at + length <= end)
        {
            at += (int)length;
            return page.AsSpan(at - (int)length, (int)length);
        }

        if (length > MostOfDocument)
        {
            throw new InvalidDataException("A document is longer than any.");
        }

        split = split.Length < length ? new byte[length] : split;
        for (var taken = 0; ;)
        {
            var part = (int)Math.Min(length - taken, end - at);
            page.AsSpan(at, part).CopyTo(split.AsSpan(taken));
            at += part;
            taken += part;
            if (taken == length)
            {
                return split.AsSpan(0, taken);
            }

            if (!LoadNext())
            {
                throw new InvalidDataException("A list ends in the middle.");
            }

            at = Head;
        }
    }

    private bool LoadNext()
    {
        if (id >= lastId)
        {
            return false;
        }

        id++;
        Load();
        return true;
    }

    private void Load()
    {
        size = pages.Read(id, ref page);
        end = size < Head ? 0 : BinaryPrimitives.ReadUInt16BigEndian(page.AsSpan(sizeof(ushort)));
        if (end < Head || end > size)
        {
            throw new InvalidDataException("A page is missing or has no end.");
        }

        (distances, nextTerm, isFirstTerm) = (end, 0, true);
        FindNextTerm();
    }

    private void FindNextTerm() => nextTerm = distances < size ? nextTerm + (int)Fts5Number.Read(page, ref distances) : end;
}
