using System.Runtime.CompilerServices;
using PodcastInsights.Core.Search.Matching;
using PodcastInsights.Core.Search.Sessions;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>
/// A posting list copied from the pages of an FTS5 index: for every document the difference to the one before, the size of its positions, and
/// these.
/// </summary>
/// <param name="from">Offset in the buffer.</param>
internal sealed class Fts5List(Fts5Lists all, byte[] buffer, int from) : IStoredPostings
{
    // Position differences are stored plus this; a lower value marks another column.
    private const int NextPlace = 2;

    private readonly List<int> pages = [];
    private byte[] buffer = buffer;
    private int from = from;

    public int Bytes { get; private set; }

    public void Append(ReadOnlySpan<byte> part)
    {
        part.CopyTo(all.Take(part.Length, ref buffer, ref from, Bytes));
        Bytes += part.Length;
    }

    /// <summary>Marks that the next document is stored by its id, and not by a difference: it is the first of a page.</summary>
    public void MarkPage() => pages.Add(Bytes);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Decode(int after, PostingListBuilder into)
    {
        var list = buffer.AsSpan(from, Bytes);
        var (at, document, before, page) = (0, 0L, 0L, 0);
        var nextPage = pages.Count > 0 ? pages[0] : int.MaxValue;
        while (at < list.Length)
        {
            if (at >= nextPage)
            {
                document = at == nextPage ? 0 : throw new InvalidDataException("A document ends beyond its page.");
                nextPage = ++page < pages.Count ? pages[page] : int.MaxValue;
            }

            document += Fts5Number.Read(list, ref at);
            if (document <= before || document > int.MaxValue)
            {
                throw new InvalidDataException("A list is out of order.");
            }

            // The lowest bit is a deletion marker for older segments, which is not used here.
            var size = Fts5Number.Read(list, ref at) >> 1;
            if (size < 0 || size > list.Length - at)
            {
                throw new InvalidDataException("A list ends in the middle.");
            }

            if (document > after && (all.Removed.Count == 0 || !all.Removed.Contains((int)document)))
            {
                into.Add((int)document, list.Slice(at, (int)size), NextPlace);
            }

            before = document;
            at += (int)size;
        }
    }
}
