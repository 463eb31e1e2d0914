using System.Collections.Concurrent;
using PodcastInsights.Core.Search.Matching;

namespace PodcastInsights.Core.Search.Sessions;

/// <summary>
/// Posting lists that queries have read, up to a number of bytes. The ids of documents only rise, so a list stays true: what an
/// import added is read and put behind it, and what it took away is known to be dead.
/// </summary>
internal sealed class PostingCache(long maxBytes)
{
    // A list that takes a larger share would push out too much of the others.
    private const int MaxShare = 4;

    private readonly ConcurrentDictionary<PostingKey, Entry> entries = new();
    private long bytes;
    private long clock;
    private long extended;

    /// <summary>What the lists take, in bytes.</summary>
    public long Bytes => Interlocked.Read(ref bytes);

    /// <param name="upTo">The last document that the reader's state of the index can hold.</param>
    /// <param name="forAnother">Whether it is only asked for to make another of it.</param>
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

    /// <summary>
    /// Lists that were used since this was asked last, and do not reach the document yet. Those made from others are left out: whoever asks
    /// for them makes them longer.
    /// </summary>
    public List<KeptPostings> InUseBefore(int upTo)
    {
        var since = Interlocked.Exchange(ref extended, Interlocked.Increment(ref clock));
        return entries
            .Where(pair => pair.Key.Kind != PostingKind.Derived && pair.Value.UpTo < upTo && pair.Value.Used >= since)
            .Select(pair => new KeptPostings(pair.Key, pair.Value, upTo))
            .ToList();
    }

    /// <param name="read">The documents after those that are kept; it may go on past those that the reader's state can hold.</param>
    /// <param name="asUse">Whether somebody asked for it, and not only it was made longer.</param>
    /// <param name="forAnother">As for <see cref="Find"/>.</param>
    /// <returns>The whole list.</returns>
    public PostingList Add(KeptPostings before, PostingList read, bool asUse = true, bool forAnother = false)
    {
        // Where the reader sees documents that are past its state, the next would read them once more.
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

        // Where two threads read the same list, one of them is forgotten; both are true.
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

    /// <summary>Lets go of a quarter: first what others were made of, which stay; then the least recently used.</summary>
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

/// <summary>What is kept of a list, for a reader whose state goes up to a document.</summary>
internal readonly record struct KeptPostings(PostingKey Key, PostingCache.Entry? Entry, int UpTo)
{
    /// <summary>The list; null where some of it has to be read.</summary>
    public PostingList? Whole => Entry is { } entry && entry.UpTo >= UpTo ? entry.List : null;

    /// <summary>What has to be read: the documents after this one.</summary>
    public WantedPostings Rest => new(Key, Entry?.UpTo ?? 0);
}
