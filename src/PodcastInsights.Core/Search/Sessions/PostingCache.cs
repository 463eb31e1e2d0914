using System.Collections.Concurrent;
using PodcastInsights.Core.Search.Matching;

namespace PodcastInsights.Core.Search.Sessions;

/// <summary>
/// Caches posting lists that queries have read, up to a size. Document ids only increase, so a list stays valid: postings added by an
/// import are appended, and removed documents are marked as dead elsewhere.
/// </summary>
internal sealed class PostingCache(long maxBytes)
{
    // A list with a larger share of the cache would evict too many others.
    private const int MaxShare = 4;

    private readonly ConcurrentDictionary<PostingKey, Entry> entries = new();
    private long bytes;
    private long clock;
    private long extended;

    /// <summary>Size of the lists in bytes.</summary>
    public long Bytes => Interlocked.Read(ref bytes);

    /// <param name="upTo">The last document of the reader's version.</param>
    /// <param name="forAnother">Whether it is only needed to compute another list.</param>
    public KeptPostings Find(PostingKey key, int upTo, bool forAnother = false)
    {
        var found = entries.GetValueOrDefault(key);
        if (found is not null && found.UpTo >= upTo)
        {
            found.Used = Volatile.Read(ref clock);
            found.ForAnother &= forAnother;
        }

        return new KeptPostings(key, found, upTo);
    }

    /// <summary>Lists used since the last call that do not reach the given document. Derived lists are left out: they are extended on use.</summary>
    public List<KeptPostings> InUseBefore(int upTo)
    {
        var since = Interlocked.Exchange(ref extended, Interlocked.Increment(ref clock));
        return entries
            .Where(pair => pair.Key.Kind != PostingKind.Derived && pair.Value.UpTo < upTo && pair.Value.Used >= since)
            .Select(pair => new KeptPostings(pair.Key, pair.Value, upTo))
            .ToList();
    }

    /// <param name="read">The part after the cached one. It may include documents after the reader's version.</param>
    /// <param name="asUse">Whether it counts as used, instead of only being extended.</param>
    /// <param name="forAnother">As for <see cref="Find"/>.</param>
    /// <returns>The whole list.</returns>
    public PostingList Add(KeptPostings before, PostingList read, bool asUse = true, bool forAnother = false)
    {
        // Documents after the reader's version are dropped; otherwise the next reader would append them twice.
        var rest = read.UpTo(before.UpTo);
        var entry = new Entry(before.Entry is null ? rest : before.Entry.List.Then(rest), before.UpTo)
        {
            Used = asUse ? Volatile.Read(ref clock) : before.Entry?.Used ?? 0,
            ForAnother = asUse ? forAnother : before.Entry?.ForAnother ?? false,
        };
        Keep(before.Key, before.Entry, entry);
        return entry.List;
    }

    private void Keep(PostingKey key, Entry? before, Entry entry)
    {
        var size = entry.Size(key);
        if (size > maxBytes / MaxShare)
        {
            return;
        }

        // Of two threads that read the same list, one result is dropped; both are correct.
        if (before is null ? entries.TryAdd(key, entry) : entries.TryUpdate(key, entry, before))
        {
            Interlocked.Add(ref bytes, size - (before?.Size(key) ?? 0));
            Interlocked.Increment(ref clock);
            if (Bytes > maxBytes)
            {
                Trim();
            }
        }
    }

    /// <summary>Evicts a quarter: first lists that are only parts of cached derived ones, then the least recently used.</summary>
    private void Trim()
    {
        var ordered = entries.OrderByDescending(static pair => pair.Value.ForAnother).ThenBy(static pair => pair.Value.Used);
        foreach (var (key, entry) in ordered.ToList())
        {
            if (Bytes <= maxBytes * 3 / 4)
            {
                return;
            }

            if (entries.TryRemove(KeyValuePair.Create(key, entry)))
            {
                Interlocked.Add(ref bytes, -entry.Size(key));
            }
        }
    }

    internal sealed class Entry(PostingList list, int upTo)
    {
        public PostingList List => list;

        public int UpTo => upTo;

        public long Used { get; set; }

        public bool ForAnother { get; set; }

        public long Size(PostingKey key) => 150 + (2 * key.Text.Length) + list.Size;
    }
}

/// <summary>The cached part of a list, for a reader of a version up to a document.</summary>
internal readonly record struct KeptPostings(PostingKey Key, PostingCache.Entry? Entry, int UpTo)
{
    /// <summary>The list; null where a part of it must be read.</summary>
    public PostingList? Whole => Entry is { } entry && entry.UpTo >= UpTo ? entry.List : null;

    /// <summary>The part to be read: the documents after the cached ones.</summary>
    public WantedPostings Rest => new(Key, Entry?.UpTo ?? 0);
}
