namespace PodcastInsights.Core.Search.Naming;

/// <summary>Keeps the best matching names; among equal matches, those with the lowest numbers.</summary>
internal sealed class BestNames(int most)
{
    // Fit and number in one value, lower is better. The worst one kept is evicted first.
    private readonly PriorityQueue<long, long> kept = new();
    private readonly HashSet<long> known = [];

    public void Add(int fit, int name)
    {
        var key = ((long)fit << 32) | (uint)name;
        if (kept.Count < most)
        {
            if (known.Add(key))
            {
                kept.Enqueue(key, -key);
            }
        }
        else if (most > 0 && key < kept.Peek() && known.Add(key))
        {
            known.Remove(kept.DequeueEnqueue(key, -key));
        }
    }

    public IEnumerable<int> InOrder() => known.Order().Select(static key => (int)(uint)key);
}
