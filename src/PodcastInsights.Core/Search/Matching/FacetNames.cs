using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Search.Matching;

/// <summary>The names that facets count by, computed once for a version of the corpus.</summary>
internal sealed class FacetNames
{
    private readonly int[][] topicsOfEpisode;

    public FacetNames(IReadOnlyList<SearchEpisode> episodes, IReadOnlyList<SearchSpeaker> speakers)
    {
        Episodes = new FacetOrder([.. episodes.Select(static episode => (episode.Title, episode.Slug))]);
        Speakers = new FacetOrder([.. speakers.Select(static speaker => (speaker.Name, speaker.Slug))]);
        var numbers = new Dictionary<EpisodeSlug, int>();
        var topics = new List<(string Name, EpisodeSlug Slug)>();
        topicsOfEpisode = new int[episodes.Count][];
        for (var i = 0; i < topicsOfEpisode.Length; i++)
        {
            var own = episodes[i].TopicSlugs;
            topicsOfEpisode[i] = new int[own.Count];
            for (var k = 0; k < own.Count; k++)
            {
                if (!numbers.TryGetValue(own[k].Slug, out var number))
                {
                    numbers[own[k].Slug] = number = topics.Count;
                    topics.Add((own[k].Name, own[k].Slug));
                }

                topicsOfEpisode[i][k] = number;
            }
        }

        Topics = new FacetOrder([.. topics]);
    }

    public FacetOrder Episodes { get; }

    public FacetOrder Speakers { get; }

    public FacetOrder Topics { get; }

    /// <summary>Numbers of the episode's topics in <see cref="Topics"/>.</summary>
    public ReadOnlySpan<int> TopicsOf(int episode) => topicsOfEpisode[episode];
}

/// <summary>Named things in order of slug. Facets sort them by count, then by slug.</summary>
internal sealed class FacetOrder
{
    private readonly (string Name, EpisodeSlug Slug)[] things;
    private readonly int[] bySlug;

    public FacetOrder((string Name, EpisodeSlug Slug)[] things)
    {
        this.things = things;
        bySlug = [.. Enumerable.Range(0, things.Length)];
        Array.Sort(bySlug, (x, y) => string.CompareOrdinal(things[x].Slug.Value, things[y].Slug.Value));
    }

    public int Count => things.Length;

    /// <param name="counts">Count for each thing, by its number.</param>
    public IReadOnlyList<Facet> Most(ReadOnlySpan<int> counts)
    {
        // Count and place in one number, so that one comparison orders by highest count, then lowest slug.
        var keys = new List<long>();
        for (var place = 0; place < bySlug.Length; place++)
        {
            if (counts[bySlug[place]] is > 0 and var count)
            {
                keys.Add(((long)count << 32) | (uint)(bySlug.Length - place));
            }
        }

        keys.Sort();
        var facets = new List<Facet>(Math.Min(keys.Count, SearchFacets.MaxCount));
        for (var i = keys.Count - 1; i >= 0 && facets.Count < SearchFacets.MaxCount; i--)
        {
            var (name, slug) = things[bySlug[bySlug.Length - (int)(uint)keys[i]]];
            facets.Add(new Facet(name, slug, (int)(keys[i] >> 32)));
        }

        return facets;
    }
}
