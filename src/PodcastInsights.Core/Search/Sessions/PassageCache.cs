using System.Collections.Concurrent;

namespace PodcastInsights.Core.Search.Sessions;

/// <summary>
/// Passages that were shown last, up to a number of bytes. The id of a document is never given again, so its passages stay as they are. They
/// are kept in two halves: where the one in use is full, the other is let go of, with all that nobody asked for meanwhile.
/// </summary>
internal sealed class PassageCache(long maxBytes)
{
    /// <summary>Of a passage besides its letters, about.</summary>
    private const int Overhead = 300;

    private readonly Lock turning = new();
    private volatile Half young = new();
    private volatile Half old = new();

    /// <summary>Those of the keys, from here or else read in the session.</summary>
    /// <returns>At the index of each key; null for a document that is gone.</returns>
    public async ValueTask<Passage?[]> ReadAsync(IReadOnlyList<PassageKey> keys, ISearchSession session, CancellationToken cancellationToken)
    {
        var passages = new Passage?[keys.Count];
        var missing = new List<int>();
        foreach (var (i, key) in keys.Index())
        {
            passages[i] = Find(key);
            if (passages[i] is null)
            {
                missing.Add(i);
            }
        }

        if (missing.Count > 0)
        {
            var read = await session.PassagesAsync(missing.ConvertAll(i => keys[i]), cancellationToken);
            foreach (var (at, i) in missing.Index())
            {
                if ((passages[i] = read[at]) is { } passage)
                {
                    Add(keys[i], passage);
                }
            }
        }

        return passages;
    }

    private Passage? Find(PassageKey key)
    {
        if (young.Passages.TryGetValue(key, out var passage))
        {
            return passage;
        }

        if (old.Passages.TryGetValue(key, out passage))
        {
            Add(key, passage);
        }

        return passage;
    }

    private void Add(PassageKey key, Passage passage)
    {
        var half = young;
        if (half.Passages.TryAdd(key, passage) && Interlocked.Add(ref half.Bytes, Overhead + (2 * passage.Text.Length)) > maxBytes / 2)
        {
            lock (turning)
            {
                if (half == young)
                {
                    (old, young) = (half, new Half());
                }
            }
        }
    }

    private sealed class Half
    {
        public long Bytes;

        public ConcurrentDictionary<PassageKey, Passage> Passages { get; } = new();
    }
}
