using System.Diagnostics;
using PodcastInsights.Core.Search.Matching;
using PodcastInsights.Core.Stores;

namespace PodcastInsights.Core.Search.Sessions;

/// <summary>What searching holds in memory, in one state of the index.</summary>
/// <param name="LastDocument">No document above it belongs to the state.</param>
/// <param name="ReadAt">See <see cref="Stopwatch.GetTimestamp"/>.</param>
/// <param name="Postings">Lists of these documents, and perhaps of later ones; never of other documents with the same ids.</param>
/// <param name="Passages">Of the same documents.</param>
internal sealed record SearchState(
    StoreVersion Version, int LastDocument, long ReadAt, SearchCorpus Corpus, PostingCache Postings, PassageCache Passages)
{
    public static SearchState None { get; } = new(new StoreVersion(-1, ""), 0, 0, SearchCorpus.Empty, new PostingCache(0), new PassageCache(0));
}
