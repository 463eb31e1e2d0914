using System.Diagnostics;
using PodcastInsights.Core.Search.Matching;
using PodcastInsights.Core.Stores;

namespace PodcastInsights.Core.Search.Sessions;

/// <summary>The data that searching holds in memory, for one version of the index.</summary>
/// <param name="LastDocument">The last document of this version.</param>
/// <param name="ReadAt">See <see cref="Stopwatch.GetTimestamp"/>.</param>
/// <param name="Postings">Cached posting lists, which may include later documents; never other documents with the same ids.</param>
/// <param name="Passages">Cached passages of the same documents.</param>
internal sealed record SearchState(
    StoreVersion Version, int LastDocument, long ReadAt, SearchCorpus Corpus, PostingCache Postings, PassageCache Passages)
{
    public static SearchState None { get; } = new(new StoreVersion(-1, ""), 0, 0, SearchCorpus.Empty, new PostingCache(0), new PassageCache(0));
}
