using PodcastInsights.Core.Search.Matching;

namespace PodcastInsights.Core.Search.Sessions;

/// <summary>
/// The posting lists for one query and one version of the index: cached ones and those read for it. Missing ones are noted, so that all of
/// them are read at once.
/// </summary>
internal sealed class QueryPostings(SearchState state) : IPostings
{
    private readonly Dictionary<PostingKey, PostingList> read = [];
    private readonly Dictionary<PostingKey, (KeptPostings Kept, bool ForAnother)> missing = [];
    private int misses;
    private bool deriving;

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
        deriving = true;
        var rest = after(kept.Rest.After);
        deriving = false;
        return misses > missesBefore ? PostingList.Empty : state.Postings.Add(kept, rest);
    }

    /// <summary>Reads all lists that were asked for and are missing.</summary>
    public async ValueTask ReadMissingAsync(ISearchSession session, CancellationToken cancellationToken)
    {
        var wanted = missing.Values.ToList();
        var lists = await session.PostingsAsync(wanted.ConvertAll(static one => one.Kept.Rest), cancellationToken);
        foreach (var (i, (kept, forAnother)) in wanted.Index())
        {
            read[kept.Key] = state.Postings.Add(kept, lists[i], forAnother: forAnother);
        }

        missing.Clear();
    }

    private PostingList Stored(PostingKey key)
    {
        if (read.TryGetValue(key, out var list))
        {
            return list;
        }

        var kept = state.Postings.Find(key, state.LastDocument, deriving);
        if (kept.Whole is { } whole)
        {
            return whole;
        }

        missing[key] = (kept, deriving && (!missing.TryGetValue(key, out var before) || before.ForAnother));
        misses++;
        return PostingList.Empty;
    }
}
