using PodcastInsights.Core.Search.Matching;

namespace PodcastInsights.Core.Search.Sessions;

/// <summary>
/// Decodes the posting lists of a query. Long ones are decoded on other processors while the store still reads the next ones. Used by one
/// thread.
/// </summary>
public sealed class PostingDecoder : IDisposable
{
    /// <summary>Size of a list in bytes from which on it is given to another thread: decoding takes longer than that.</summary>
    private const int WorthSharing = 16 << 10;

    private readonly List<JoinedPostings> lists = [];

    /// <summary>Begins the next list.</summary>
    public JoinedPostings Begin(WantedPostings wanted)
    {
        var list = new JoinedPostings(wanted);
        lists.Add(list);
        return list;
    }

    /// <summary>Begins to decode a list of which all parts have been added.</summary>
    public static void Start(JoinedPostings list)
    {
        ArgumentNullException.ThrowIfNull(list);
        if (Environment.ProcessorCount == 1)
        {
            return;
        }

        foreach (var term in list.Terms.Where(static term => term.Bytes >= WorthSharing))
        {
            ThreadPool.UnsafeQueueUserWorkItem(static term => term.TryDecode(), term, preferLocal: false);
        }
    }

    /// <summary>Decodes what no other thread has taken, and waits for the others.</summary>
    /// <returns>The lists in the order in which they were begun.</returns>
    /// <inheritdoc cref="IStoredPostings.Decode" path="/exception"/>
    public PostingList[] Build()
    {
        // The last ones first: other threads begin with the first.
        foreach (var term in lists.SelectMany(static list => list.Terms).Reverse())
        {
            term.TryDecode();
        }

        return [.. lists.Select(static list => PostingAlgebra.Union([.. list.Terms.Select(static term => term.Result())]))];
    }

    /// <summary>Waits until no other thread reads parts any more.</summary>
    public void Dispose()
    {
        foreach (var term in lists.SelectMany(static list => list.Terms))
        {
            term.Abandon();
        }
    }
}
