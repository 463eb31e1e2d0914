using System.Runtime.CompilerServices;

namespace PodcastInsights.Core.Search.Matching;

/// <summary>
/// Offsets of each document's positions in the byte array of a posting list: two bytes each, relative to the first document of a block;
/// four bytes each where a block is too long for that.
/// </summary>
internal readonly struct PlaceStarts
{
    private const int Shift = 4;

    private readonly int[] blocks;
    private readonly ushort[] near;
    private readonly int[]? wide;

    /// <param name="starts">Offsets in ascending order; the last one is the end.</param>
    /// <param name="room">Capacity, including offsets added later.</param>
    public PlaceStarts(ReadOnlySpan<int> starts, int room)
    {
        blocks = new int[((room - 1) >> Shift) + 1];
        near = new ushort[room];
        if (TryWrite(0, starts))
        {
            return;
        }

        (blocks, near, wide) = ([], [], new int[room]);
        starts.CopyTo(wide);
    }

    /// <summary>Memory used, in bytes.</summary>
    public long Size => (4L * blocks.Length) + (2L * near.Length) + (4L * (wide?.Length ?? 0));

    /// <param name="index">Index of the document; the number of documents gives the end.</param>
    public int this[int index] => wide is null ? blocks[index >> Shift] + near[index] : wide[index];

    /// <summary>Writes offsets from an index on; those that are there already must be equal.</summary>
    /// <returns>False where they are too far apart for this encoding and must be built again.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryWrite(int at, ReadOnlySpan<int> starts)
    {
        if (wide is not null)
        {
            starts.CopyTo(wide.AsSpan(at));
            return true;
        }

        for (var i = 0; i < starts.Length; i++)
        {
            var index = at + i;
            if (index % (1 << Shift) == 0)
            {
                blocks[index >> Shift] = starts[i];
            }

            var distance = starts[i] - blocks[index >> Shift];
            if (distance > ushort.MaxValue)
            {
                return false;
            }

            near[index] = (ushort)distance;
        }

        return true;
    }

    /// <summary>The offsets from one index, inclusive, to another, exclusive.</summary>
    public int[] Read(int from, int to)
    {
        var starts = new int[to - from];
        Read(from, starts, 0);
        return starts;
    }

    /// <summary>Writes the offsets from an index on, each moved by a distance.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(int from, Span<int> into, int distance)
    {
        for (var i = 0; i < into.Length; i++)
        {
            into[i] = this[from + i] + distance;
        }
    }
}
