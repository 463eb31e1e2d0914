using System.Buffers;
using System.Runtime.CompilerServices;
using PodcastInsights.Core.Search.Matching;
using PodcastInsights.Core.Search.Sessions;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>
/// The bytes of posting lists, copied from the pages of an FTS5 index: for every document the difference to the one before, the size of its
/// positions, and these. Lists are copied one after the other; then all may be decoded, on any threads, until this is disposed.
/// </summary>
/// <param name="removed">Documents that were removed while their postings are still in the pages.</param>
internal sealed class Fts5Lists(HashSet<int> removed) : IDisposable
{
    // Position differences are stored plus this; a lower value marks another column.
    private const int NextPlace = 2;

    /// <summary>Size of the first buffer, which few queries exceed. It is kept in the pool, so a large one costs little.</summary>
    private const int Room = 1 << 20;

    private readonly HashSet<int> removedDocuments = removed;
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(Room);
    private int length;
    private List? current;

    /// <summary>Begins a list.</summary>
    public IStoredPostings Begin() => current = new List(this, length);

    public void Append(ReadOnlySpan<byte> part)
    {
        if (bytes.Length - length < part.Length)
        {
            var longer = ArrayPool<byte>.Shared.Rent(Math.Max(2 * bytes.Length, length + part.Length));
            bytes.AsSpan(0, length).CopyTo(longer);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = longer;
        }

        part.CopyTo(bytes.AsSpan(length));
        length += part.Length;
        current!.Bytes += part.Length;
    }

    /// <summary>Marks that the next document is stored by its id, and not by a difference: it is the first of a page.</summary>
    public void MarkPage() => current!.Pages.Add(current.Bytes);

    public void Dispose() => ArrayPool<byte>.Shared.Return(bytes);

    private sealed class List(Fts5Lists all, int from) : IStoredPostings
    {
        public int Bytes { get; set; }

        /// <summary>Offset of the first document of each page but the first.</summary>
        public List<int> Pages { get; } = [];

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Decode(int after, PostingListBuilder into)
        {
            var list = all.bytes.AsSpan(from, Bytes);
            var (at, document, before, page) = (0, 0L, 0L, 0);
            var nextPage = Pages.Count > 0 ? Pages[0] : int.MaxValue;
            while (at < list.Length)
            {
                if (at >= nextPage)
                {
                    document = at == nextPage ? 0 : throw new InvalidDataException("A document ends beyond its page.");
                    nextPage = ++page < Pages.Count ? Pages[page] : int.MaxValue;
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

                if (document > after && (all.removedDocuments.Count == 0 || !all.removedDocuments.Contains((int)document)))
                {
                    into.Add((int)document, list.Slice(at, (int)size), NextPlace);
                }

                before = document;
                at += (int)size;
            }
        }
    }
}
