using System.Buffers.Binary;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>
/// Iterates over the terms of one segment of an FTS5 index and copies their posting lists. A page begins with two offsets: of the first
/// document of a list continued from the page before, and of the end of its content. Then come terms, each with its list
/// (see <see cref="Fts5List"/>). After the content are the differences of the terms'
/// offsets. Not thread-safe.
/// </summary>
internal sealed class Fts5Cursor(Fts5Pages pages)
{
    private const int Head = 4;

    // FTS5 distinguishes the index of whole terms from prefix indexes by a byte before each term.
    private const int Mark = 1;

    private byte[] page = new byte[4096];
    private byte[] term = new byte[64];
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

    /// <summary>Copies the list of the term, which may continue over pages.</summary>
    public void CopyList(Fts5List into)
    {
        into.Append(page.AsSpan(at..nextTerm));
        while (nextTerm >= end && LoadNext())
        {
            // Positions of a document may continue, over whole pages.
            int first = BinaryPrimitives.ReadUInt16BigEndian(page);
            if (first < Head || first >= nextTerm)
            {
                into.Append(page.AsSpan(Head..nextTerm));
                continue;
            }

            into.Append(page.AsSpan(Head..first));
            into.MarkPage();
            into.Append(page.AsSpan(first..nextTerm));
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
