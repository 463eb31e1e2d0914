namespace PodcastInsights.Core.Search.Matching;

/// <summary>
/// Keeps the documents with the highest keys; among equal keys, those of the first places. A document's number would tell in which order files
/// were imported.
/// </summary>
/// <param name="placeOf">Place of a document's episode; higher for earlier ones. Within an episode, documents are in spoken order.</param>
internal sealed class TopHits(int capacity, Func<int, float> placeOf)
{
    private static readonly Comparer<(float Key, float Place, int Document)> WorstFirst =
        Comparer<(float Key, float Place, int Document)>.Create(
            static (x, y) => x.Key != y.Key ? x.Key.CompareTo(y.Key)
                : x.Place != y.Place ? x.Place.CompareTo(y.Place)
                : y.Document.CompareTo(x.Document));

    private readonly PriorityQueue<int, (float Key, float Place, int Document)> heap = new(Math.Min(capacity, 1024) + 1, WorstFirst);

    /// <summary>A document with a key below this cannot enter any more.</summary>
    public float Bar { get; private set; } = float.NegativeInfinity;

    /// <summary>In no order.</summary>
    public IEnumerable<int> Documents => heap.UnorderedItems.Select(static item => item.Element);

    public void Add(int document, float key)
    {
        if (key < Bar)
        {
            return;
        }

        if (heap.Count < capacity)
        {
            heap.Enqueue(document, (key, placeOf(document), document));
        }
        else
        {
            heap.EnqueueDequeue(document, (key, placeOf(document), document));
        }

        if (heap.Count == capacity && heap.TryPeek(out _, out var worst))
        {
            Bar = worst.Key;
        }
    }

    /// <summary>Best first.</summary>
    public List<int> Take()
    {
        var documents = new List<int>(heap.Count);
        while (heap.TryDequeue(out var document, out _))
        {
            documents.Add(document);
        }

        documents.Reverse();
        return documents;
    }
}
