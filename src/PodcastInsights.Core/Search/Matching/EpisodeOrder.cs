using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Search.Matching;

/// <summary>The document ranges of a corpus' episodes, and their orders. Computed once for a version of the corpus.</summary>
internal sealed class EpisodeOrder
{
    private readonly Lazy<DocumentRange[]> ranges;
    private readonly Dictionary<EpisodeSlug, int> bySlug;
    private readonly Lazy<float[]> byPlace;
    private readonly Lazy<float[]> byDate;
    private readonly Lazy<float[]> byLatest;

    public EpisodeOrder(SearchDocuments documents, IReadOnlyList<SearchEpisode> episodes)
    {
        ranges = new(() => RangesOf(documents, episodes.Count));

        // An episode that was removed and added again is there twice; the later entry has the documents.
        bySlug = new Dictionary<EpisodeSlug, int>(episodes.Count);
        foreach (var (index, episode) in episodes.Index())
        {
            bySlug[episode.Slug] = index;
        }

        byPlace = new(() => KeysOf(episodes.Index().OrderByDescending(static episode => episode.Item.Slug.Value, StringComparer.Ordinal)));
        byDate = new(() => KeysOf(episodes.Index()
            .OrderBy(static episode => episode.Item.PublishedOn ?? DateOnly.MinValue)
            .ThenByDescending(static episode => episode.Item.Slug.Value, StringComparer.Ordinal)));
        byLatest = new(() => KeysOf(episodes.Index()
            .OrderBy(static episode => episode.Item.LatestAt ?? DateTime.MinValue)
            .ThenBy(static episode => episode.Item.PublishedOn ?? DateOnly.MinValue)
            .ThenByDescending(static episode => episode.Item.Slug.Value, StringComparer.Ordinal)));
    }

    /// <summary>
    /// Sort key for each episode, higher for earlier places. All keys differ, so that ties within an episode are broken by document, in
    /// spoken order.
    /// </summary>
    public float[] KeysOf(SearchSort sort) => sort switch
    {
        SearchSort.Place => byPlace.Value,
        SearchSort.Latest => byLatest.Value,
        _ => byDate.Value,
    };

    /// <returns>Index of the episode; negative where there is no such episode.</returns>
    public int IndexOf(EpisodeSlug slug) => bySlug.GetValueOrDefault(slug, -1);

    /// <summary>Range of the episode's documents.</summary>
    public DocumentRange RangeOf(int episode) => ranges.Value[episode];

    /// <summary>Range from the first to the last document of these episodes.</summary>
    /// <param name="episodes">For each episode index, whether it is included.</param>
    public DocumentRange RangeOf(bool[] episodes)
    {
        var (first, end) = (int.MaxValue, 0);
        for (var i = 0; i < episodes.Length; i++)
        {
            if (episodes[i] && RangeOf(i) is { End: > 0 } range)
            {
                first = Math.Min(first, range.First);
                end = Math.Max(end, range.End);
            }
        }

        return new DocumentRange(Math.Min(first, end), end);
    }

    private static DocumentRange[] RangesOf(SearchDocuments documents, int episodes)
    {
        var ranges = new DocumentRange[episodes];
        for (var id = 0; id < documents.Count; id++)
        {
            if ((documents.Traits[id] & DocumentTraits.Live) != 0)
            {
                ref var range = ref ranges[documents.Episodes[id]];
                range = new DocumentRange(range.End == 0 ? id : range.First, id + 1);
            }
        }

        return ranges;
    }

    private static float[] KeysOf(IEnumerable<(int Index, SearchEpisode Item)> ordered)
    {
        var keys = ordered.Select(static episode => episode.Index).ToArray();
        var result = new float[keys.Length];
        for (var key = 0; key < keys.Length; key++)
        {
            result[keys[key]] = key;
        }

        return result;
    }
}
