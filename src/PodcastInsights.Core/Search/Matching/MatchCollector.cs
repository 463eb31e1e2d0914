using System.Buffers;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Search.Matching;

/// <summary>Takes in the documents that a query matches: counts them all, keeps the best.</summary>
internal sealed class MatchCollector
{
    private readonly SearchCorpus corpus;
    private readonly DocumentFilter filter;
    private readonly (PostingList List, int[] At)[] without;
    private readonly SearchRequest request;
    private readonly float[]? keys;
    private readonly TopHits top;
    private readonly int[]? byEpisode;
    private readonly int[]? bySpeaker;
    private long lastTurn = -1;

    /// <param name="ranked">Whether there are words to rank by.</param>
    public MatchCollector(SearchCorpus corpus, DocumentFilter filter, IReadOnlyList<PostingList> without, SearchRequest request, bool ranked)
    {
        this.corpus = corpus;
        this.filter = filter;
        this.without = without.Select(static list => (list, new int[1])).ToArray();
        this.request = request;
        keys = ranked && request.Sort == SearchSort.Relevance ? null : KeysOfEpisodes();
        top = new TopHits((int)Math.Clamp((long)request.Page * request.PageSize, TurnSearcher.Little, int.MaxValue));
        if (request.WithFacets)
        {
            byEpisode = new int[corpus.Episodes.Count];
            bySpeaker = new int[corpus.Speakers.Count];
        }
    }

    public int Total { get; private set; }

    /// <summary>The best so far, in no order.</summary>
    public IEnumerable<int> Kept => top.Documents;

    public IReadOnlyList<SearchHint> Hints => [.. request.Query.Hints, .. filter.Hints];

    /// <summary>Every document there is.</summary>
    public void CollectAll()
    {
        for (var id = 0; id < corpus.Documents.Length; id++)
        {
            if (Takes(id))
            {
                top.Add(id, KeyOf(id));
            }
        }
    }

    /// <summary>Documents that hold all clauses.</summary>
    public void CollectCommon(DocumentScorer scorer) => PostingAlgebra.ForEachCommon(scorer.Lists, (id, at) =>
    {
        if (Takes(id))
        {
            top.Add(id, keys is null ? scorer.Score(id, at, top.Bar) : KeyOf(id));
        }
    });

    /// <summary>Documents that hold all strict clauses, and of the weight of the others at least that share.</summary>
    public void CollectMost(DocumentScorer scorer, float share, float mostOfOne)
    {
        var lists = scorer.Lists;
        var size = corpus.Documents.Length;
        var held = ArrayPool<float>.Shared.Rent(size);
        Array.Clear(held, 0, size);
        var bar = 0f;
        var all = 0f;
        for (var i = 0; i < lists.Length; i++)
        {
            all += scorer.IsStrict(i) ? 0 : Math.Min(scorer.Idf[i], mostOfOne);
        }

        for (var i = 0; i < lists.Length; i++)
        {
            // A strict clause alone is worth more than the others together.
            var worth = scorer.IsStrict(i) ? all + 1 : Math.Min(scorer.Idf[i], mostOfOne);
            bar += scorer.IsStrict(i) ? worth : worth * share;
            foreach (var id in lists[i].Documents[..lists[i].Seek(0, size)])
            {
                held[id] += worth;
            }
        }

        // Sums of the same numbers in another order differ in their last bits.
        bar -= 1e-3f;
        var at = new int[lists.Length];
        var from = new int[lists.Length];
        for (var id = 0; id < size; id++)
        {
            if (held[id] < bar || !Takes(id))
            {
                continue;
            }

            for (var i = 0; i < lists.Length; i++)
            {
                from[i] = lists[i].Seek(from[i], id);
                at[i] = from[i] < lists[i].Count && lists[i].Documents[from[i]] == id ? from[i] : -1;
            }

            top.Add(id, keys is null ? scorer.Score(id, at, top.Bar) : KeyOf(id));
        }

        ArrayPool<float>.Shared.Return(held);
    }

    /// <summary>Documents of the page asked for.</summary>
    public List<int> Page()
    {
        var best = top.Take();
        var skipped = Math.Min((request.Page - 1L) * request.PageSize, best.Count);
        return best.GetRange((int)skipped, (int)Math.Min(request.PageSize, best.Count - skipped));
    }

    public SearchFacets Facets()
    {
        if (byEpisode is null || bySpeaker is null)
        {
            return SearchFacets.None;
        }

        var topics = new Dictionary<EpisodeSlug, (string Name, int Count)>();
        var years = new Dictionary<int, int>();
        for (var i = 0; i < byEpisode.Length; i++)
        {
            var (episode, count) = (corpus.Episodes[i], byEpisode[i]);
            if (count == 0)
            {
                continue;
            }

            if (episode.PublishedOn is { Year: var year })
            {
                years[year] = years.GetValueOrDefault(year) + count;
            }

            foreach (var (slug, name) in episode.TopicSlugs)
            {
                topics[slug] = topics.TryGetValue(slug, out var before) ? (before.Name, before.Count + count) : (name, count);
            }
        }

        return new SearchFacets(
            Ordered(bySpeaker.Select((count, i) => new Facet(corpus.Speakers[i].Name, corpus.Speakers[i].Slug, count))),
            Ordered(byEpisode.Select((count, i) => new Facet(corpus.Episodes[i].Titles.Values.First(), corpus.Episodes[i].Slug, count))),
            Ordered(topics.Select(static topic => new Facet(topic.Value.Name, topic.Key, topic.Value.Count))),
            years.Select(static pair => new YearFacet(pair.Key, pair.Value)).OrderByDescending(static facet => facet.Year).ToList());
    }

    private static List<Facet> Ordered(IEnumerable<Facet> facets) => facets
        .Where(static facet => facet.Count > 0)
        .OrderByDescending(static facet => facet.Count).ThenBy(static facet => facet.Slug.Value, StringComparer.Ordinal)
        .Take(SearchFacets.MaxCount).ToList();

    private bool Takes(int id)
    {
        if (!filter.Keeps(id))
        {
            return false;
        }

        foreach (var (list, at) in without)
        {
            at[0] = list.Seek(at[0], id);
            if (at[0] < list.Count && list.Documents[at[0]] == id)
            {
                return false;
            }
        }

        // A turn's own words and the sponsor reads in it stand one after the other, and are one turn found.
        ref readonly var document = ref corpus.Documents.Span[id];
        if (document.Turn == lastTurn)
        {
            return false;
        }

        lastTurn = document.Turn;
        Total++;
        if (byEpisode is not null)
        {
            byEpisode[document.Episode]++;
            if (document.Speaker >= 0)
            {
                bySpeaker![document.Speaker]++;
            }
        }

        return true;
    }

    private float KeyOf(int id) => keys![corpus.Documents.Span[id].Episode];

    private float[] KeysOfEpisodes()
    {
        // Ties go by document, which is the order spoken; so no two episodes may share a key.
        var ordered = request.Sort == SearchSort.Place
            ? corpus.Episodes.Index().OrderByDescending(static episode => episode.Item.Slug.Value, StringComparer.Ordinal)
            : corpus.Episodes.Index().OrderBy(static episode => episode.Item.PublishedOn ?? DateOnly.MinValue)
                .ThenByDescending(static episode => episode.Item.Slug.Value, StringComparer.Ordinal);
        var result = new float[corpus.Episodes.Count];
        foreach (var (key, (index, _)) in ordered.Index())
        {
            result[index] = key;
        }

        return result;
    }
}
