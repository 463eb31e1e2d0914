using System.Buffers;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>Memory for the bytes of the posting lists of a query, copied one after the other. Returned when all are decoded.</summary>
/// <param name="removed">Documents that were removed while their postings are still in the pages.</param>
internal sealed class Fts5Lists(HashSet<int> removed) : IDisposable
{
    /// <summary>Size of the first buffer in bytes, which few queries exceed. It stays in the pool, so a large one costs little.</summary>
    private const int Room = 1 << 20;

    private readonly List<byte[]> buffers = [ArrayPool<byte>.Shared.Rent(Room)];
    private int used;

    public HashSet<int> Removed => removed;

    /// <summary>Begins a list. The one before is complete, and another thread may read it.</summary>
    public Fts5List Begin() => new(this, buffers[^1], used);

    /// <summary>Takes memory for the next bytes of the last list.</summary>
    /// <param name="buffer">The buffer of the list; replaced by a longer one, with the bytes of the list, where it is too short.</param>
    /// <param name="from">Offset of the list in the buffer.</param>
    /// <param name="length">Length of the list.</param>
    public Span<byte> Take(int bytes, ref byte[] buffer, ref int from, int length)
    {
        if (buffer.Length - used < bytes)
        {
            var longer = ArrayPool<byte>.Shared.Rent(Math.Max(2 * buffer.Length, length + bytes));
            buffer.AsSpan(from, length).CopyTo(longer);
            buffers.Add(longer);
            (buffer, from, used) = (longer, 0, length);
        }

        used += bytes;
        return buffer.AsSpan(used - bytes, bytes);
    }

    public void Dispose() => buffers.ForEach(static buffer => ArrayPool<byte>.Shared.Return(buffer));
}
