using PodcastInsights.Core.Search.Matching;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>The posting lists of one state of the index: those that are kept, and through a session those that are not.</summary>
internal sealed class SessionPostings(SearchSession session, PostingCache cache, SearchState state) : IPostings
{
    public PostingList Token(string token) => Stored(new PostingKey(PostingKind.Token, token));

    public PostingList Prefix(string prefix) => Stored(new PostingKey(PostingKind.Prefix, prefix));

    public PostingList Derived(string key, Func<int, PostingList> after) =>
        cache.Get(new PostingKey(PostingKind.Derived, key), state.LastDocument, after);

    private PostingList Stored(PostingKey key) => cache.Get(key, state.LastDocument, after => session.Postings.Read(key, after));
}
