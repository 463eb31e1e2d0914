using PodcastInsights.Core.Search.Matching;

namespace PodcastInsights.Core.Search.Sessions;

/// <summary>
/// The posting lists of one query in one state of the index: those that are kept, and those that were read for it. One that is neither is
/// noted, so that all of them are read at once. For one query.
/// </summary>
internal sealed class QueryPostings(SearchState state) : IPostings
{
    private readonly Dictionary<PostingKey, PostingList> read = [];
    private readonly Dictionary<PostingKey, KeptPostings> missing = [];
    private int misses;

    public bool AreAtHand => missing.Count == 0;

    public PostingList Token(string token) => Stored(new PostingKey(PostingKind.Token, token));

    public PostingList Prefix(string prefix) => Stored(new PostingKey(PostingKind.Prefix, prefix));

    public PostingList Derived(string key, Func<int, PostingList> after)
    {
        var kept = state.Postings.Find(new PostingKey(PostingKind.Derived, key), state.LastDocument);
        if (kept.Whole is { } whole)
        {
            return whole;
        }

        var missesBefore = misses;
        var rest = after(kept.Rest.After);
        return misses > missesBefore ? PostingList.Empty : state.Postings.Add(kept, rest);
    }

    /// <summary>Reads all that was asked for and not at hand.</summary>
    public async ValueTask ReadMissingAsync(ISearchSession session, CancellationToken cancellationToken)
    {
        var kept = missing.Values.ToList();
        var lists = await session.PostingsAsync(kept.ConvertAll(static one => one.Rest), cancellationToken);
        foreach (var (i, one) in kept.Index())
        {
            read[one.Key] = state.Postings.Add(one, lists[i]);
        }

        missing.Clear();
    }

    private PostingList Stored(PostingKey key)
    {
        if (read.TryGetValue(key, out var list))
        {
            return list;
        }

        var kept = state.Postings.Find(key, state.LastDocument);
        if (kept.Whole is { } whole)
        {
            return whole;
        }

        missing[key] = kept;
        misses++;
        return PostingList.Empty;
    }
}
