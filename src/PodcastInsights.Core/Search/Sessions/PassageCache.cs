using System.Collections.Concurrent;

namespace PodcastInsights.Core.Search.Sessions;

/// <summary>
/// Caches the passages that were shown last, up to a number of bytes. Document ids are never reused, so a cached passage stays valid. The
/// cache has two halves: when the half in use is full, the other is emptied, with all passages that nobody requested meanwhile.
/// </summary>
internal sealed class PassageCache(long maxBytes)
{
    /// <summary>Approximate size of a passage in bytes, without its text.</summary>
    private const int Overhead = 300;

    private readonly Lock turning = new();
    private volatile Half young = new();
    private volatile Half old = new();

    /// <summary>Finds the passages for the keys, in the cache or by reading them in the session.</summary>
    /// <returns>The passage of each key, at its index; null for a document that was removed.</returns>
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
