using System.Runtime.CompilerServices;

namespace PodcastInsights.Core.Search.Matching;

/// <summary>Collects the documents that match a query: counts all of them and keeps the best.</summary>
internal sealed class MatchCollector
{
    // Number of documents between two checks for cancellation; some tens of microseconds.
    private const int BetweenChecks = 4096;

    private readonly SearchCorpus corpus;
    private readonly SearchDocuments documents;
    private readonly DocumentFilter filter;
    private readonly (PostingList List, int[] At)[] without;
    private readonly SearchRequest request;
    private readonly float[]? keys;
    private readonly TopHits top;
    private readonly FacetCounter? facets;
    private readonly CancellationToken cancellationToken;
    private long lastTurn = -1;
    private uint looked;

    /// <param name="ranked">Whether the query has words to rank by.</param>
    public MatchCollector(
        SearchCorpus corpus,
        DocumentFilter filter,
        IReadOnlyList<PostingList> without,
        SearchRequest request,
        bool ranked,
        CancellationToken cancellationToken)
    {
        this.corpus = corpus;
        this.cancellationToken = cancellationToken;
        documents = corpus.Documents;
        this.filter = filter;
        this.without = without.Select(static list => (list, new int[1])).ToArray();
        this.request = request;
        keys = ranked && request.Sort == SearchSort.Relevance ? null : corpus.EpisodeOrder.KeysOf(request.Sort);
        top = new TopHits((int)Math.Clamp((long)request.Page * request.PageSize, TurnSearcher.Little, int.MaxValue), PlaceOf);
        facets = request.WithFacets ? new FacetCounter(corpus) : null;
    }

    public int Total { get; private set; }

    /// <summary>The best documents so far, in no order.</summary>
    public IEnumerable<int> Kept => top.Documents;

    public IReadOnlyList<SearchHint> Hints => [.. request.Query.Hints, .. filter.Hints];

    /// <summary>Collects every document of the range.</summary>
    public void CollectAll(DocumentRange within)
    {
        var end = Math.Min(within.End, documents.Count);
        for (var id = within.First; id < end; id++)
        {
            if (Takes(id))
            {
                top.Add(id, keys![documents.Episodes[id]]);
            }
        }
    }

    /// <summary>Collects documents that match all clauses.</summary>
    public void CollectCommon(DocumentScorer scorer) => Collect(new CommonDocuments(scorer.Lists), scorer);

    /// <summary>Collects documents that match all strict clauses, and others with at least this share of the total weight.</summary>
    /// <param name="mostOfOne">The most that one word weighs.</param>
    public void CollectMost(DocumentScorer scorer, float share, float mostOfOne)
    {
        var weights = Array.ConvertAll(scorer.Idf, idf => Math.Min(idf, mostOfOne));
        var strict = Array.FindAll([.. Enumerable.Range(0, weights.Length)], scorer.IsStrict);
        foreach (var clause in strict)
        {
            weights[clause] = 0;
        }

        // A strict clause outweighs all others together.
        var others = weights.Sum();
        foreach (var clause in strict)
        {
            weights[clause] = others + 1;
        }

        Collect(new MostDocuments(scorer.Lists, weights, (strict.Length * (others + 1)) + (others * share)), scorer);
    }

    /// <summary>The documents of the requested page.</summary>
    public List<int> Page()
    {
        var best = top.Take();
        var skipped = Math.Min((request.Page - 1L) * request.PageSize, best.Count);
        return best.GetRange((int)skipped, (int)Math.Min(request.PageSize, best.Count - skipped));
    }

    public SearchFacets Facets() => facets?.Facets() ?? SearchFacets.None;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Collect<T>(T found, DocumentScorer scorer)
        where T : IDocuments, allows ref struct
    {
        while (found.MoveNext())
        {
            var id = found.Document;
            if (id >= documents.Count)
            {
                // An import may have added documents that this corpus does not have yet.
                return;
            }

            if (Takes(id) && (keys is not null || scorer.MayBeat(top.Bar, found.At)))
            {
                top.Add(id, keys is null ? scorer.Score(id, found.At, top.Bar) : keys[documents.Episodes[id]]);
            }
        }
    }

    private float PlaceOf(int document) => corpus.EpisodeOrder.KeysOf(SearchSort.Place)[documents.Episodes[document]];

    /// <summary>Counts the document, where it is one of those wanted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Takes(int id)
    {
        if (++looked % BetweenChecks == 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        if (!filter.Keeps(id) || (without.Length > 0 && IsUnwanted(id)) || (filter.KeepsBothOfTurn && IsOfLastTurn(id)))
        {
            return false;
        }

        Total++;
        facets?.Add(id);
        return true;
    }

    private bool IsUnwanted(int id)
    {
        foreach (var (list, at) in without)
        {
            at[0] = list.Seek(at[0], id);
            if (at[0] < list.Count && list.Documents[at[0]] == id)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the other document of the turn was just counted: both are adjacent and count as one turn found.</summary>
    private bool IsOfLastTurn(int id)
    {
        var isSame = documents.Turns[id] == lastTurn;
        lastTurn = documents.Turns[id];
        return isSame;
    }
}
