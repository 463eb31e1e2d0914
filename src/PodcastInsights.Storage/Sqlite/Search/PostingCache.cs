using System.Collections.Concurrent;
using System.Diagnostics;
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

    // What is left then is read by the searches that need it.
    private static readonly TimeSpan LongestExtending = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<PostingKey, Entry> entries = new();
    private long bytes;
    private long clock;
    private long extended;

    /// <param name="upTo">The last document that the reader's state of the index can hold.</param>
    /// <param name="after">Reads the part of the list after a document.</param>
    public PostingList Get(PostingKey key, int upTo, Func<int, PostingList> after)
    {
        var found = entries.GetValueOrDefault(key);
        if (found is null || found.UpTo < upTo)
        {
            found = Read(key, found, upTo, after);
        }

        found.Used = Volatile.Read(ref clock);
        return found.List;
    }

    /// <summary>
    /// Reads, for the lists that were used since this was done last, what the index has added to them up to a document. Lists made
    /// from others are left: those who ask for them make them longer, from what is read here.
    /// </summary>
    public void Extend(int upTo, Func<PostingKey, int, PostingList> read)
    {
        var since = Interlocked.Exchange(ref extended, Interlocked.Increment(ref clock));
        var began = Stopwatch.GetTimestamp();
        foreach (var (key, entry) in entries)
        {
            if (key.Kind == PostingKind.Derived || entry.UpTo >= upTo || entry.Used < since)
            {
                continue;
            }

            if (Stopwatch.GetElapsedTime(began) > LongestExtending)
            {
                return;
            }

            Read(key, entry, upTo, after => read(key, after)).Used = entry.Used;
        }
    }

    public void Clear()
    {
        entries.Clear();
        Interlocked.Exchange(ref bytes, 0);
    }

    private Entry Read(PostingKey key, Entry? found, int upTo, Func<int, PostingList> after)
    {
        // A reader may see documents that are past its state, and that the next would read once more.
        var list = found is null ? after(0).UpTo(upTo) : found.List.Then(after(found.UpTo).UpTo(upTo));
        return Keep(key, found, new Entry(list, upTo));
    }

    private Entry Keep(PostingKey key, Entry? before, Entry entry)
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

        public long Size(PostingKey key) => 150 + (2 * key.Text.Length) + list.Size;
    }
}

/// <param name="Text">The token, the beginning of tokens, or what a derived list is known by.</param>
internal readonly record struct PostingKey(PostingKind Kind, string Text);

internal enum PostingKind
{
    Token,
    Prefix,
    Derived,
}
