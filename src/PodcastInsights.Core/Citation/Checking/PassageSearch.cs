using PodcastInsights.Core.Search.Matching;

namespace PodcastInsights.Core.Citation.Checking;

/// <summary>Finds the places where a quotation was said, and judges them.</summary>
internal sealed class PassageSearch(SearchCorpus corpus, IPostings postings, ISpokenTurns turns, CancellationToken cancellationToken)
{
    // Largest cost per word of a near quotation: of ten words three differ, or six are misspelt or left out.
    private const float MostCost = 0.6f;

    // Largest cost per word at which the named speaker's words are preferred to another's exact words.
    private const float MostCostOfNamed = 0.3f;

    // Share of a document's weight that must match, so that the similarity is not chance.
    private const float LeastWeight = 0.8f;

    // Other places are compared where they have about the same weight; for a near match, half of it.
    private const float Alike = PassageFinder.AlikeShare;
    private const float WorthTrying = 0.5f;

    // Largest difference in cost to the best place.
    private const int AlmostAsGood = 2;
    private const int MostNear = 10;

    // Budget of some tens of milliseconds. Twenty words against a hundred places take a hundredth of it.
    private const long MostPairs = 4_000_000;

    // Shorter parts occur by chance.
    private const int LeastPiece = 4;
    private const int MostPieces = 16;

    // Share of a spliced quotation that its parts must cover.
    private const float MostlyCovered = 0.75f;

    private readonly PassageFinder finder = new(corpus, postings, cancellationToken);
    private readonly SpokenWindows windows = new(corpus, turns);
    private readonly AlignmentBudget budget = new(MostPairs);

    public void AskFor(GivenWords given) => finder.AskFor(given);

    public JudgedQuotation Judge(GivenWords given, string? speaker)
    {
        var aligner = new WordAligner(given, budget, cancellationToken);
        var name = speaker is null ? null : new GivenName(speaker);
        var (found, hasMore) = Whole(given, aligner, name);
        var pieces = found.Count == 0 || found[0].HasForeignPiece(LeastPiece) ? Pieces(given, aligner) : [];
        if (found.Count + pieces.Count == 0)
        {
            (found, hasMore) = Whole(given, aligner, name, byPhrases: true);
        }

        if (found.Count > 0 && !IsSpliced(pieces, given))
        {
            var best = found[0];
            var own = name is null ? found : found.FindAll(passage => passage.IsBy(name));

            // An unnamed speaker may be the named one, unless a known speaker said it.
            own = own.Count == 0 && found.TrueForAll(static passage => passage.IsByUnknown) ? found : own;
            var isOwn = own.Count > 0 && (own[0].Cost == best.Cost || own[0].Cost <= given.Count * MostCostOfNamed);
            var kept = isOwn ? own : found;
            return new JudgedQuotation(given, speaker, isOwn ? VerdictOf(kept[0]) : QuotationVerdict.Misattributed, LikeFirst(kept), hasMore);
        }

        var verdict = IsSpliced(pieces, given) ? QuotationVerdict.Spliced : QuotationVerdict.NotFound;
        return new JudgedQuotation(given, speaker, verdict, pieces, HasMore: false);
    }

    private static bool IsSpliced(List<FoundPassage> pieces, GivenWords given) => pieces.Count > 1
        && pieces.Sum(static piece => piece.Alignment.GivenTo - piece.Alignment.GivenFrom) >= given.Count * MostlyCovered;

    private static QuotationVerdict VerdictOf(FoundPassage passage) =>
        passage.Cost > 0 ? QuotationVerdict.Near
        : passage.IsElided ? QuotationVerdict.Elided
        : QuotationVerdict.Exact;

    private static List<FoundPassage> LikeFirst(List<FoundPassage> found)
    {
        var (verdict, cost) = (VerdictOf(found[0]), found[0].Cost);
        return verdict == QuotationVerdict.Near
            ? [.. found.Where((passage, index) => passage.Cost == cost || (index < MostNear && passage.Cost <= cost + AlmostAsGood))]
            : [.. found.Where(passage => VerdictOf(passage) == verdict)];
    }

    /// <summary>Places with all of the quotation, or nearly all, best first.</summary>
    private (List<FoundPassage> Found, bool HasMore) Whole(
        GivenWords given, WordAligner aligner, GivenName? name, bool byPhrases = false)
    {
        var found = new Dictionary<object, FoundPassage>();
        var (hasMore, isSaid) = (false, false);
        var candidates = finder.Find(given, 0, given.Count, byPhrases);
        if (name is not null)
        {
            candidates = [.. candidates.OrderByDescending(static one => one.HoldsAll).ThenByDescending(one => IsBy(name, one.Document))];
        }

        foreach (var candidate in candidates)
        {
            if (found.Count == CheckedQuotation.MostPlaces || budget.IsSpent)
            {
                hasMore = true;
                break;
            }

            if (found.Count > 0 && candidate.Weight < candidates[0].Weight * (isSaid ? Alike : WorthTrying))
            {
                break;
            }

            FoundPassage? best = null;
            foreach (var window in windows.Around(candidate, given, 0, given.Count))
            {
                if (aligner.Fit(0, given.Count, window.Said, window.From, window.To) is { } alignment
                    && window.Passage(given, alignment) is var passage
                    && IsLike(passage, given)
                    && (best is null || passage.Cost < best.Cost))
                {
                    best = passage;
                }
            }

            if (best is not null)
            {
                isSaid |= best.Cost == 0;
                found.TryAdd(best.Key, best);
            }
        }

        // Sorting is stable: equal places stay in library order.
        return ([.. found.Values.OrderBy(static passage => passage.Cost).ThenBy(static passage => passage.IsElided)], hasMore);
    }

    private bool IsLike(FoundPassage passage, GivenWords given) =>
        passage.Cost == 0
        || (passage.Cost <= given.Count * MostCost && !passage.HasGap && IsTelling(passage, given));

    private bool IsTelling(FoundPassage passage, GivenWords given) =>
        WeightOf(passage, given) >= LeastWeight * finder.WeightOfOneDocument;

    private float WeightOf(FoundPassage passage, GivenWords given) =>
        passage.Alignment.Runs.Where(static run => run.Same)
            .SelectMany(static run => Enumerable.Range(run.GivenFrom, run.GivenTo - run.GivenFrom))
            .Sum(index => finder.WeightOf(given.Words[index]));

    private bool IsBy(GivenName name, int document) =>
        corpus.Documents.Speakers[document] is >= 0 and var speaker && name.MayBe(corpus.Speakers[speaker].Name);

    private List<FoundPassage> Pieces(GivenWords given, WordAligner aligner)
    {
        var pieces = new List<FoundPassage>();
        Cover(given, 0, given.Count, aligner, pieces);
        return pieces;
    }

    /// <summary>Finds the longest part of a range that was said in one place, then recursively the parts before and after it.</summary>
    private void Cover(GivenWords given, int from, int to, WordAligner aligner, List<FoundPassage> pieces)
    {
        if (to - from < LeastPiece || pieces.Count >= MostPieces || budget.IsSpent)
        {
            return;
        }

        FoundPassage? best = null;
        foreach (var candidate in finder.Find(given, from, to))
        {
            foreach (var window in windows.Around(candidate, given, from, to))
            {
                if (aligner.Find(from, to, window.Said, window.From, window.To) is { } alignment
                    && window.Passage(given, alignment) is var passage
                    && (best is null || alignment.SameCount > best.Alignment.SameCount)
                    && alignment.SameCount >= LeastPiece
                    && IsTelling(passage, given))
                {
                    best = passage;
                }
            }
        }

        if (best is not null)
        {
            Cover(given, from, best.Alignment.GivenFrom, aligner, pieces);
            pieces.AddRange(best.Pieces());
            Cover(given, best.Alignment.GivenTo, to, aligner, pieces);
        }
    }
}
