using PodcastInsights.Core.Search.Matching;

namespace PodcastInsights.Core.Search.Sessions;

/// <summary>The stored parts of the posting list of one term, which one of several threads decodes.</summary>
/// <param name="after">Only the documents after this one are wanted.</param>
internal sealed class TermPostings(int after)
{
    private const int MostReserved = 64 << 20;

    private readonly List<IStoredPostings> parts = [];
    private readonly TaskCompletionSource<PostingList> decoded = new();
    private int taken;

    public long Bytes { get; private set; }

    public void Add(IStoredPostings part)
    {
        parts.Add(part);
        Bytes += part.Bytes;
    }

    /// <summary>Decodes the list, if no other thread has begun to.</summary>
    public void TryDecode()
    {
        if (Interlocked.Exchange(ref taken, 1) != 0)
        {
            return;
        }

        try
        {
            decoded.SetResult(Decode());
        }
        catch (Exception error)
        {
            // Thrown again by the thread that waits for the list.
            decoded.SetException(error);
        }
    }

    /// <summary>Waits for the thread that decodes the list.</summary>
    public PostingList Result() => decoded.Task.GetAwaiter().GetResult();

    /// <summary>Prevents decoding by any thread, and waits for one that has begun.</summary>
    public void Abandon()
    {
        if (Interlocked.Exchange(ref taken, 1) != 0)
        {
            Task.WhenAny(decoded.Task).Wait();
        }
    }

    private PostingList Decode()
    {
        var builder = PostingListBuilder.Rent();
        builder.Reserve((int)Math.Min(Bytes, MostReserved));
        parts.ForEach(part => part.Decode(after, builder));
        return builder.BuildAndReturn();
    }
}
