using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Matching;
using PodcastInsights.Core.Search.Naming;

namespace PodcastInsights.Core.Search.Browsing;

/// <summary>
/// Which episodes stand beside which: by show and date, by guest and by topic. Made once for a state of the corpus, by the first who asks; a
/// question looks at the episodes that share a guest or a topic, within bounds.
/// </summary>
internal sealed class EpisodeNeighbourhood
{
    private const int MostWithGuests = 3;
    private const int MostRelated = 3;

    // A file may claim any number of topics; what most episodes share relates none of them.
    private const int MostTopics = 20;
    private const int MostOfTopic = 1000;

    private readonly IReadOnlyList<SearchEpisode> episodes;
    private readonly Dictionary<EpisodeSlug, int> bySlug = [];
    private readonly Dictionary<string, int[]> byShow;
    private readonly Dictionary<int, int> placeInShow = [];
    private readonly ILookup<EpisodeSlug, int> byGuest;
    private readonly ILookup<EpisodeSlug, int> byTopic;
    private readonly int count;

    public EpisodeNeighbourhood(SearchCorpus corpus)
    {
        episodes = corpus.Episodes;
        var there = corpus.Names.Census.Episodes;
        count = there.Count;
        foreach (var i in there)
        {
            bySlug[episodes[i].Slug] = i;
        }

        byShow = there.Where(i => episodes[i].PublishedOn is not null)
            .GroupBy(i => ShowOf(episodes[i]))
            .ToDictionary(
                static show => show.Key,
                show => show.OrderBy(i => episodes[i].PublishedOn).ThenBy(i => episodes[i].Slug.Value, StringComparer.Ordinal).ToArray());
        foreach (var (place, i) in byShow.Values.SelectMany(static show => show.Index()))
        {
            placeInShow[i] = place;
        }

        byGuest = there.SelectMany(i => episodes[i].GuestSlugs.Select(guest => (guest, i))).ToLookup(static pair => pair.guest, static pair => pair.i);
        byTopic = there.SelectMany(i => episodes[i].TopicSlugs.Select(topic => (topic.Slug, i))).ToLookup(static pair => pair.Slug, static pair => pair.i);
    }

    public EpisodeSurroundings Around(EpisodeSlug slug)
    {
        if (!bySlug.TryGetValue(slug, out var at))
        {
            return EpisodeSurroundings.None;
        }

        var withGuests = episodes[at].GuestSlugs.SelectMany(guest => byGuest[guest]).Where(i => i != at).Distinct()
            .OrderByDescending(i => episodes[i].PublishedOn).ThenBy(i => episodes[i].Slug.Value, StringComparer.Ordinal)
            .Take(MostWithGuests).ToList();
        var previous = InShow(at, -1);
        var next = InShow(at, 1);
        var related = Related(at).Where(i => i != previous && i != next && !withGuests.Contains(i)).Take(MostRelated);
        return new EpisodeSurroundings(Of(previous), Of(next), [.. withGuests.Select(i => episodes[i])], [.. related.Select(i => episodes[i])]);
    }

    private static string ShowOf(SearchEpisode episode) => episode.Show is null ? "" : FoldedName.Of(episode.Show).Key;

    private SearchEpisode? Of(int? at) => at is { } there ? episodes[there] : null;

    private int? InShow(int at, int by)
    {
        if (!placeInShow.TryGetValue(at, out var place))
        {
            return null;
        }

        var show = byShow[ShowOf(episodes[at])];
        return place + by >= 0 && place + by < show.Length ? show[place + by] : null;
    }

    /// <summary>A shared topic weighs what it tells: the fewer episodes have it, the more.</summary>
    private IEnumerable<int> Related(int at)
    {
        var weights = new Dictionary<int, double>();
        foreach (var topic in episodes[at].TopicSlugs.Take(MostTopics))
        {
            var sharing = byTopic[topic.Slug].Take(MostOfTopic + 1).ToList();
            if (sharing.Count > MostOfTopic)
            {
                continue;
            }

            foreach (var other in sharing.Where(other => other != at))
            {
                weights[other] = weights.GetValueOrDefault(other) + Math.Log(1 + ((double)count / sharing.Count));
            }
        }

        return weights.OrderByDescending(static other => other.Value)
            .ThenByDescending(other => episodes[other.Key].PublishedOn)
            .ThenBy(other => episodes[other.Key].Slug.Value, StringComparer.Ordinal)
            .Select(static other => other.Key);
    }
}
