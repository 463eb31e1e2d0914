namespace PodcastInsights.Core.Search.Matching;

public sealed partial class PostingListBuilder
{
    // Idle builders, whose buffers have the size of the longest list built, so that they need not be allocated again: one for each processor.
    private static readonly PostingListBuilder?[] Idle = new PostingListBuilder?[Environment.ProcessorCount];

    /// <summary>Gets an empty builder; <see cref="BuildAndReturn"/> returns it.</summary>
    public static PostingListBuilder Rent()
    {
        for (var i = 0; i < Idle.Length; i++)
        {
            if (Interlocked.Exchange(ref Idle[i], null) is { } builder)
            {
                return builder;
            }
        }

        return new PostingListBuilder();
    }

    /// <summary>Builds the list and returns a rented builder, which must not be used again.</summary>
    public PostingList BuildAndReturn()
    {
        var list = Build();
        Clear();
        for (var i = 0; i < Idle.Length && Interlocked.CompareExchange(ref Idle[i], this, null) is not null; i++)
        {
        }

        return list;
    }

    private void Clear()
    {
        (count, length, heavy) = (0, 0, null);
        (last, asTyped, others) = (0, 0, 0);
    }
}
