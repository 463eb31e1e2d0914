namespace PodcastInsights.Core.Search.Matching;

/// <summary>Keeps the documents with the highest keys; among equal keys, the earlier documents.</summary>
internal sealed class TopHits(int capacity)
{
    private static readonly Comparer<(float Key, int Document)> WorstFirst =
        Comparer<(float Key, int Document)>.Create(
            static (x, y) => x.Key != y.Key ? x.Key.CompareTo(y.Key) : y.Document.CompareTo(x.Document));

    private readonly PriorityQueue<int, (float Key, int Document)> heap = new(Math.Min(capacity, 1024) + 1, WorstFirst);

    /// <summary>A document with a key not above this cannot enter any more.</summary>
    public float Bar { get; private set; } = float.NegativeInfinity;

    /// <summary>In no order.</summary>
    public IEnumerable<int> Documents => heap.UnorderedItems.Select(static item => item.Element);

    public void Add(int document, float key)
    {
        if (key <= Bar)
        {
            return;
        }

        if (heap.Count < capacity)
        {
            heap.Enqueue(document, (key, document));
        }
        else
        {
            heap.EnqueueDequeue(document, (key, document));
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
