using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Matching;
using PodcastInsights.Core.Search.Naming;

namespace PodcastInsights.Core.Search.Browsing;

/// <summary>Knows the neighbours of each episode: by show and date, and by guest. Computed once for a version of the corpus, on first use.</summary>
internal sealed class EpisodeNeighbourhood
{
    private const int MostWithGuests = 3;
    private const int MostRelated = 3;

    private readonly IReadOnlyList<SearchEpisode> episodes;
    private readonly Dictionary<EpisodeSlug, int> bySlug = [];
    private readonly Dictionary<string, int[]> byShow;
    private readonly Dictionary<int, int> placeInShow = [];
    private readonly ILookup<EpisodeSlug, int> byGuest;

    public EpisodeNeighbourhood(SearchCorpus corpus)
    {
        episodes = corpus.Episodes;
        var there = corpus.Names.Statistics.Episodes;
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
    }

    /// <param name="relatives">See <see cref="Episode.Relatives"/>.</param>
    public EpisodeSurroundings Around(EpisodeSlug slug, IReadOnlyList<EpisodeSlug> relatives)
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
        var related = relatives.Where(bySlug.ContainsKey).Select(relative => bySlug[relative])
            .Where(i => i != at && i != previous && i != next && !withGuests.Contains(i))
            .Take(MostRelated);
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
}
