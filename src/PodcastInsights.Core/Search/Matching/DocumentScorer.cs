using System.Runtime.CompilerServices;

namespace PodcastInsights.Core.Search.Matching;

/// <summary>
/// Scores a document: BM25 over the clauses, plus proximity of their words, plus a bonus for the script form as typed, plus a small one for
/// takeaways.
/// </summary>
internal sealed class DocumentScorer
{
    private const float K1 = 1.2f;
    private const float B = 0.4f;
    private const float TakeawayBoost = 1.06f;

    // Floating-point sums depend on the order of the terms; a margin keeps documents that could just reach the bar.
    private const float Rounding = 1.0001f;

    // Share of the highest possible proximity score from which words count as together.
    private const float Together = 0.7f;

    private readonly SearchDocuments documents;
    private readonly float normOfLength;
    private readonly Clause[] clauses;
    private readonly Proximity? proximity;
    private readonly int[] found;

    // For one word alone: the highest score of any document with this weight, by its code.
    private readonly float[] mostAlone = [];

    /// <param name="within">Range of the documents to be scored. The weight of a word is that over all documents.</param>
    public DocumentScorer(SearchCorpus corpus, IReadOnlyList<Clause> clauses, DocumentRange within)
    {
        documents = corpus.Documents;
        normOfLength = K1 * B / (float)corpus.AverageLength;
        this.clauses = [.. clauses];
        Lists = this.clauses.Select(clause => clause.Postings.Within(within)).ToArray();
        Idf = this.clauses
            .Select(static clause => clause.Postings)
            .Select(list => MathF.Log(1 + ((corpus.LiveCount - list.Count + 0.5f) / (list.Count + 0.5f))))
            .Select(static idf => Math.Max(idf, 0.01f))
            .ToArray();
        found = new int[Lists.Length];
        proximity = Lists.Length > 1 ? new Proximity(Idf) : null;
        if (this.clauses is [{ OtherScriptForms: false }])
        {
            mostAlone = [.. PlaceWeight.All.Select(weight => TakeawayBoost * Rounding * Frequency(0, weight, NormOf(0)))];
        }
    }

    public PostingList[] Lists { get; }

    public float[] Idf { get; }

    public bool IsStrict(int clause) => clauses[clause].Strict;

    /// <summary>Whether <see cref="Score"/> may be more than <paramref name="bar"/>. Tells it at once for most documents of one word alone.</summary>
    /// <param name="at">Index of the document in each list.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayBeat(float bar, ReadOnlySpan<int> at) => mostAlone.Length == 0 || !(at[0] >= 0 && mostAlone[Lists[0].CodeOf(at[0])] <= bar);

    /// <param name="at">Index of the document in each list; negative where the list does not contain it.</param>
    /// <param name="bar">The score to beat. Computation stops when it can no longer be reached.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float Score(int id, ReadOnlySpan<int> at, float bar)
    {
        var boost = (documents.Traits[id] & DocumentTraits.Takeaway) != 0 ? TakeawayBoost : 1;
        var norm = NormOf(documents.Lengths[id]);
        var score = 0f;
        var held = 0f;
        for (var i = 0; i < Lists.Length; i++)
        {
            if (at[i] < 0)
            {
                continue;
            }

            score += Frequency(i, Lists[i].WeightOf(at[i]), norm);
            held += Idf[i];
            if (clauses[i].OtherScriptForms && HasFormAsTyped(Lists[i], at[i]))
            {
                // More than BM25 can give, so that no number of other forms outweighs the typed one.
                score += Idf[i] * (K1 + 1);
            }
        }

        if (proximity is null
            || (score + proximity.Most(held)) * boost * Rounding <= bar
            || (score + proximity.Most(held, Lists, at)) * boost * Rounding <= bar)
        {
            return score * boost;
        }

        return (score + proximity.Score(Lists, at, out _)) * boost;
    }

    public RankedDocument Rank(int id)
    {
        Find(id);
        var score = Score(id, found, float.NegativeInfinity);
        var position = 0;
        if (proximity is not null)
        {
            proximity.Score(Lists, found, out position);
        }
        else if (Lists.Length == 1 && found[0] >= 0)
        {
            position = FirstPosition(Lists[0], found[0]);
        }

        return new RankedDocument(id, score, position);
    }

    /// <summary>Whether the clauses are close together in the document.</summary>
    public bool HoldsTogether(int id)
    {
        Find(id);
        return proximity is null || proximity.Score(Lists, found, out _) >= Together * Proximity.ClusterWeight * Idf.Sum();
    }

    private float NormOf(int length) => (K1 * (1 - B)) + (normOfLength * length);

    /// <summary>What the weighted frequency of a word gives.</summary>
    private float Frequency(int word, float weight, float norm) => Idf[word] * (K1 + 1) * weight / (weight + norm);

    private void Find(int id)
    {
        for (var i = 0; i < Lists.Length; i++)
        {
            var index = Lists[i].Seek(0, id);
            found[i] = index < Lists[i].Count && Lists[i].Documents[index] == id ? index : -1;
        }
    }

    private static int FirstPosition(PostingList list, int index)
    {
        var reader = new PlaceReader(list.PlacesOf(index));
        var first = -1;
        while (reader.MoveNext())
        {
            if ((reader.Place & 1) == 0)
            {
                return reader.Position;
            }

            first = first < 0 ? reader.Position : first;
        }

        return first;
    }

    private static bool HasFormAsTyped(PostingList list, int index)
    {
        var reader = new PlaceReader(list.PlacesOf(index));
        while (reader.MoveNext())
        {
            if ((reader.Place & 1) == 0)
            {
                return true;
            }
        }

        return false;
    }
}
