using System.Runtime.CompilerServices;

namespace PodcastInsights.Core.Search.Matching;

/// <summary>
/// Where the places of each document of a posting list start among the bytes of all: two bytes for each, as the distance from the first
/// document of its block. Where a block is longer than that can tell, four bytes for each.
/// </summary>
internal readonly struct PlaceStarts
{
    private const int Shift = 4;

    private readonly int[] blocks;
    private readonly ushort[] near;
    private readonly int[]? wide;

    /// <param name="starts">Ascending; the last one is the end of all.</param>
    /// <param name="room">For how many there is room, with those that come later.</param>
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

    /// <summary>Memory held, in bytes.</summary>
    public long Size => (4L * blocks.Length) + (2L * near.Length) + (4L * (wide?.Length ?? 0));

    /// <param name="index">Of the document; one more than the last one's is the end of all.</param>
    public int this[int index] => wide is null ? blocks[index >> Shift] + near[index] : wide[index];

    /// <summary>Puts starts at an index and after it; what is there already must be the same.</summary>
    /// <returns>False where they are too far apart; then they have to be made anew.</returns>
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

    /// <summary>The starts from an index to before another.</summary>
    public int[] Read(int from, int to)
    {
        var starts = new int[to - from];
        for (var i = 0; i < starts.Length; i++)
        {
            starts[i] = this[from + i];
        }

        return starts;
    }
}
