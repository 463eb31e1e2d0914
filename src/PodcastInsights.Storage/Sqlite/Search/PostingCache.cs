using System.Collections.Concurrent;
using PodcastInsights.Core.Search.Matching;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>
/// Posting lists that queries have read, up to a number of bytes. The ids of documents only rise, so a list stays true: what an
/// import added is read and put behind it, and what it took away is known to be dead.
/// </summary>
internal sealed class PostingCache(long maxBytes)
{
    // A list that takes a larger share would push out too much of the others.
    private const int MaxShare = 4;

    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private long bytes;
    private long clock;

    /// <param name="upTo">The last document that the reader's state of the index can hold.</param>
    /// <param name="after">Reads the part of the list after a document.</param>
    public PostingList Get(string key, int upTo, Func<int, PostingList> after)
    {
        var found = entries.GetValueOrDefault(key);
        if (found is null || found.UpTo < upTo)
        {
            var list = found is null ? after(0) : found.List.Then(after(found.UpTo));
            found = Keep(key, found, new Entry(list, upTo));
        }

        found.Used = Volatile.Read(ref clock);
        return found.List;
    }

    public void Clear()
    {
        entries.Clear();
        Interlocked.Exchange(ref bytes, 0);
    }

    private Entry Keep(string key, Entry? before, Entry entry)
    {
        var size = entry.Size(key);
        if (size > maxBytes / MaxShare)
        {
            return entry;
        }

        // Where two threads read the same list, one of them is forgotten; both are true.
        if (before is null ? entries.TryAdd(key, entry) : entries.TryUpdate(key, entry, before))
        {
            Interlocked.Add(ref bytes, size - (before?.Size(key) ?? 0));
            Interlocked.Increment(ref clock);
            if (Interlocked.Read(ref bytes) > maxBytes)
            {
                Trim();
            }
        }

        return entry;
    }

    /// <summary>Lets go of a quarter, least recently used first.</summary>
    private void Trim()
    {
        foreach (var (key, entry) in entries.OrderBy(static pair => pair.Value.Used).ToList())
        {
            if (Interlocked.Read(ref bytes) <= maxBytes * 3 / 4)
            {
                return;
            }

            if (entries.TryRemove(KeyValuePair.Create(key, entry)))
            {
                Interlocked.Add(ref bytes, -entry.Size(key));
            }
        }
    }

    private sealed class Entry(PostingList list, int upTo)
    {
        public PostingList List => list;

        public int UpTo => upTo;

        public long Used { get; set; }

        public long Size(string key) => 150 + (2 * key.Length) + list.Size;
    }
}
