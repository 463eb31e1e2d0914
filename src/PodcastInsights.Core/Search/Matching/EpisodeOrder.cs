using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Search.Matching;

/// <summary>Where the episodes of a corpus are among its documents, and how they follow each other. Worked out once for a state of it.</summary>
internal sealed class EpisodeOrder
{
    private readonly DocumentRange[] ranges;
    private readonly Dictionary<EpisodeSlug, int> bySlug;
    private readonly Lazy<float[]> byPlace;
    private readonly Lazy<float[]> byDate;
    private readonly Lazy<float[]> byLatest;

    public EpisodeOrder(SearchDocuments documents, IReadOnlyList<SearchEpisode> episodes)
    {
        ranges = new DocumentRange[episodes.Count];
        for (var id = 0; id < documents.Count; id++)
        {
            if ((documents.Traits[id] & DocumentTraits.Live) != 0)
            {
                ref var range = ref ranges[documents.Episodes[id]];
                range = new DocumentRange(range.End == 0 ? id : range.First, id + 1);
            }
        }

        // An episode that came, went and came back is there twice; the later one has the documents.
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

    /// <summary>Of each episode, the higher the earlier it comes; no two have the same, so that ties go by document, the order spoken.</summary>
    public float[] KeysOf(SearchSort sort) => sort switch
    {
        SearchSort.Place => byPlace.Value,
        SearchSort.Latest => byLatest.Value,
        _ => byDate.Value,
    };

    /// <returns>Index of the episode; negative where there is none.</returns>
    public int IndexOf(EpisodeSlug slug) => bySlug.GetValueOrDefault(slug, -1);

    /// <summary>From the first document of the episode to behind the last one.</summary>
    public DocumentRange RangeOf(int episode) => ranges[episode];

    /// <summary>From the first document of these episodes to behind the last one.</summary>
    /// <param name="episodes">By index, whether it is meant.</param>
    public DocumentRange RangeOf(bool[] episodes)
    {
        var (first, end) = (int.MaxValue, 0);
        for (var i = 0; i < episodes.Length; i++)
        {
            if (episodes[i] && ranges[i].End > 0)
            {
                first = Math.Min(first, ranges[i].First);
                end = Math.Max(end, ranges[i].End);
            }
        }

        return new DocumentRange(Math.Min(first, end), end);
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
