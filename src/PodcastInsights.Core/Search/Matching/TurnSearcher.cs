using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Snippets;
using PodcastInsights.Core.Search.Spelling;

namespace PodcastInsights.Core.Search.Matching;

/// <param name="Position">Position of the token where the best place ends.</param>
internal readonly record struct RankedDocument(int Document, double Score, int Position);

/// <param name="Hits">Hits of the requested page, best first.</param>
/// <param name="Patterns">Patterns to highlight in the hits' texts.</param>
internal sealed record RankedDocuments(
    int Total,
    IReadOnlyList<RankedDocument> Hits,
    IReadOnlyList<TermPattern> Patterns,
    SearchFacets Facets,
    bool Relaxed,
    string? Corrected,
    IReadOnlyList<SearchHint> Hints);

/// <param name="Documents">Documents in spoken order.</param>
/// <param name="Patterns">Patterns to highlight in the documents' texts.</param>
internal sealed record EpisodeDocuments(IReadOnlyList<int> Documents, IReadOnlyList<TermPattern> Patterns, string? Corrected);

/// <summary>Answers one query over posting lists: matches, ranks and counts in one pass. See <c>docs/search.md</c> for the ranking.</summary>
internal sealed class TurnSearcher(
    SearchCorpus corpus, IPostings postings, Vocabulary vocabulary, CancellationToken cancellationToken = default)
{
    // Where fewer turns than this contain all words, and these are far apart, the searched passage is probably not among them.
    internal const int Little = 3;

    // Share of the words' weight that a turn must have to contain most of them.
    private const float Most = 0.5f;

    // Upper bound of a word's weight in this: rarer words tell no more about what is meant.
    private const float MostInformation = 7f;

    private const int MaxCorrections = 3;

    /// <returns>Null where lists are missing (<see cref="IPostings.AreAtHand"/>).</returns>
    public RankedDocuments? Search(SearchRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Match(request, new DocumentFilter(corpus, request.Query.Filters)) is not { } found ? null : new RankedDocuments(
            found.Collector.Total,
            found.Collector.Page().ConvertAll(found.Scorer.Rank),
            found.Patterns,
            found.Collector.Facets(),
            found.Relaxed,
            found.Corrected,
            found.Collector.Hints);
    }

    /// <summary>What the query matches in one episode: as <see cref="Search"/> would find it there, but all of it, and without ranking.</summary>
    /// <inheritdoc cref="Search" path="/returns"/>
    public EpisodeDocuments? FindIn(EpisodeSlug episode, SearchQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var request = new SearchRequest(query, PageSize: int.MaxValue, Sort: SearchSort.Place, WithFacets: false);
        return Match(request, new DocumentFilter(corpus, query.Filters, only: episode)) is { } found
            ? new EpisodeDocuments(found.Collector.Page(), found.Patterns, found.Corrected)
            : null;
    }

    /// <inheritdoc cref="Search" path="/returns"/>
    private Matches? Match(SearchRequest request, DocumentFilter filter)
    {
        // Ranking needs the frequency of a word over all documents. Without ranking, lists are combined within the range only.
        var within = request.Sort == SearchSort.Place ? filter.Range() : DocumentRange.All;
        var resolver = new ClauseResolver(postings, vocabulary, within, cancellationToken);
        var nodes = request.Query.Root switch
        {
            null => [],
            AllOf all => all.Nodes,
            var one => [one],
        };
        var clauses = nodes.Where(static node => node is not Not).Distinct().Select(resolver.Resolve).DistinctBy(static clause => clause.Key).ToList();
        var without = nodes.OfType<Not>().Select(not => resolver.Resolve(not.Node).Postings).ToList();

        // A word whose list is not in memory looks like one that does not occur, which would be corrected.
        var corrected = request.Literal || !postings.AreAtHand ? null : Correct(request.Query.Text, clauses, resolver);
        if (!postings.AreAtHand)
        {
            return null;
        }

        var collector = new MatchCollector(corpus, filter, without, request, ranked: clauses.Count > 0, cancellationToken);
        var scorer = new DocumentScorer(corpus, clauses, within);
        if (clauses.Count == 0)
        {
            collector.CollectAll(within);
            return new Matches(collector, scorer, [], Relaxed: false, corrected);
        }

        collector.CollectCommon(scorer);
        var found = collector.Total >= Little || collector.Kept.Any(scorer.HoldsTogether);
        var loose = request.Literal || found ? null : Loosen(clauses, resolver);
        if (!postings.AreAtHand)
        {
            return null;
        }

        if (loose is null)
        {
            return new Matches(collector, scorer, PatternsOf(clauses), Relaxed: false, corrected);
        }

        var looseScorer = new DocumentScorer(corpus, loose, within);
        var looseCollector = new MatchCollector(corpus, filter, without, request, ranked: true, cancellationToken);
        looseCollector.CollectMost(looseScorer, Most, MostInformation);
        return looseCollector.Total > collector.Total
            ? new Matches(looseCollector, looseScorer, PatternsOf(loose), Relaxed: true, corrected)
            : new Matches(collector, scorer, PatternsOf(clauses), Relaxed: false, corrected);
    }

    private static List<TermPattern> PatternsOf(List<Clause> clauses) => clauses.SelectMany(static clause => clause.Patterns).ToList();

    /// <summary>Replaces words that do not occur by those that may be meant.</summary>
    private string? Correct(string text, List<Clause> clauses, ClauseResolver resolver)
    {
        var replaced = new List<(SearchToken Typed, string Meant)>();
        for (var i = 0; i < clauses.Count; i++)
        {
            if (clauses[i] is not { Postings.Count: 0, Strict: false, Term: { Match: TermMatch.Inflected, Tokens: [var token] } term }
                || vocabulary.CorrectionsOf(token.Text) is not { Count: > 0 } candidates)
            {
                continue;
            }

            clauses[i] = resolver.ResolveInstead(term, candidates.Take(MaxCorrections).Select(static word => word.Text).ToList());
            replaced.Add((token, candidates[0].Text));
        }

        if (replaced.Count == 0)
        {
            return null;
        }

        foreach (var (typed, meant) in replaced.OrderByDescending(static pair => pair.Typed.Start))
        {
            text = string.Concat(text.AsSpan(0, typed.Start), meant, text.AsSpan(typed.Start + typed.Length));
        }

        return text;
    }

    /// <summary>
    /// Relaxes the clauses, so that most of them suffice: doubtful words also match their corrections, and runs of characters that do not
    /// occur are split into pairs. Null where nothing can be left out.
    /// </summary>
    private List<Clause>? Loosen(List<Clause> clauses, ClauseResolver resolver)
    {
        var loose = new List<Clause>();
        foreach (var clause in clauses)
        {
            if (clause is { Strict: false, Postings.Count: 0, Term: { Match: TermMatch.Inflected, Tokens.Count: > 2 } run })
            {
                for (var i = 0; i + 1 < run.Tokens.Count; i++)
                {
                    loose.Add(resolver.ResolveTerm(new SearchTerm(run.Typed, [run.Tokens[i], run.Tokens[i + 1]], TermMatch.Inflected)));
                }
            }
            else
            {
                loose.Add(Doubted(clause, resolver) ?? clause);
            }
        }

        var unsaid = loose.RemoveAll(static clause => clause is { Postings.Count: 0, Strict: false });
        return loose.Count > (unsaid > 0 ? 0 : 1) && (unsaid > 0 || loose.Exists(static clause => !clause.Strict)) ? loose : null;
    }

    /// <summary>A word that occurs far less often than one a typing error away.</summary>
    private Clause? Doubted(Clause clause, ClauseResolver resolver)
    {
        if (clause is not { Strict: false, Postings.Count: > 0, Term: { Match: TermMatch.Inflected, Tokens: [var token] } term })
        {
            return null;
        }

        var rather = vocabulary
            .CorrectionsOf(token.Text)
            .Where(word => word.Occurrences > 10 * vocabulary.OccurrencesOf(token.Text))
            .Take(MaxCorrections)
            .ToList();
        return rather.Count == 0 ? null : resolver.ResolveInstead(term, [token.Text, .. rather.Select(static word => word.Text)]);
    }

    private sealed record Matches(
        MatchCollector Collector, DocumentScorer Scorer, IReadOnlyList<TermPattern> Patterns, bool Relaxed, string? Corrected);
}
