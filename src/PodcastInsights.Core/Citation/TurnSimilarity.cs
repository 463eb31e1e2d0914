using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Citation;

/// <summary>
/// Measures the similarity of a former and a present turn: the share of common words and pairs of adjacent words, in both directions, so
/// that a long turn is not similar to every short one. Words in many turns weigh little.
/// </summary>
internal sealed class TurnSimilarity
{
    private readonly Lazy<Terms>[] earlier;
    private readonly Lazy<Terms>[] present;
    private readonly Dictionary<string, int> turnsWith = new(StringComparer.Ordinal);
    private readonly int turns;

    public TurnSimilarity(IReadOnlyList<Turn> earlier, IReadOnlyList<Turn> present)
    {
        turns = present.Count + 1;
        var words = present.Select(WordsOf).ToList();
        foreach (var term in words.SelectMany(turn => TermsOf(turn).Distinct()))
        {
            turnsWith[term] = turnsWith.GetValueOrDefault(term) + 1;
        }

        this.present = [.. words.Select(turn => new Lazy<Terms>(() => Weighed(turn)))];
        this.earlier = [.. earlier.Select(turn => new Lazy<Terms>(() => Weighed(WordsOf(turn))))];
    }

    public int EarlierWords(int turn) => earlier[turn].Value.Words;

    /// <returns>From 0 to 1.</returns>
    public double Of(int earlierTurn, int presentTurn)
    {
        var (was, now) = (earlier[earlierTurn].Value, present[presentTurn].Value);
        if (was.Weight == 0 || now.Weight == 0)
        {
            return 0;
        }

        var (less, more) = was.Counts.Count <= now.Counts.Count ? (was, now) : (now, was);
        var common = less.Counts.Sum(term =>
            more.Counts.TryGetValue(term.Key, out var count) ? Math.Min(term.Value, count) * WeightOf(term.Key) : 0);
        return (0.6 * common / was.Weight) + (0.4 * common / now.Weight);
    }

    private Terms Weighed(List<string> words)
    {
        var counts = TermsOf(words).GroupBy(term => term, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        return new(words.Count, counts, counts.Sum(term => term.Value * WeightOf(term.Key)));
    }

    private double WeightOf(string term) => Math.Log(1 + ((double)turns / (1 + turnsWith.GetValueOrDefault(term))));

    private static IEnumerable<string> TermsOf(List<string> words) =>
        words.Concat(words.Zip(words.Skip(1), (left, right) => $"{left} {right}"));

    private static List<string> WordsOf(Turn turn)
    {
        var words = SpokenWords.Of([turn]);
        return [.. Enumerable.Range(0, words.Count).Select(words.FoldedWord)];
    }

    /// <param name="Weight">Total weight of the terms.</param>
    private sealed record Terms(int Words, Dictionary<string, int> Counts, double Weight);
}
