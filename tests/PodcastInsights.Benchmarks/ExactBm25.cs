using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Spelling;

namespace PodcastInsights.Benchmarks;

/// <summary>
/// Scores every turn for one word without an index: what the product's totals and first twenty must agree with, where the
/// same words match. Only words whose stem no other word of the corpus shares are asked, for others score by form.
/// </summary>
internal sealed class ExactBm25
{
    private const double K1 = 1.2;
    private const double B = 0.4;
    private const double TakeawayBoost = 1.06;

    private readonly List<(string Key, Dictionary<string, int> Counts, int Length, double Boost)> turns = [];
    private readonly Vocabulary vocabulary;
    private readonly double averageLength;

    public ExactBm25(Corpus corpus)
    {
        var all = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var episode in corpus.Episodes)
        {
            var takeaways = episode.Editions[0].Takeaways.Select(static takeaway => takeaway.TurnId).OfType<TurnId>().ToHashSet();
            foreach (var turn in episode.Editions[0].Turns)
            {
                foreach (var sponsor in (ReadOnlySpan<bool>)[false, true])
                {
                    var counts = Count(turn, sponsor, out var length);
                    foreach (var (word, count) in counts)
                    {
                        all[word] = all.GetValueOrDefault(word) + count;
                    }

                    if (length > 0)
                    {
                        var key = $"{(sponsor ? "sponsor " : "")}{episode.Slug} {turn.Id}";
                        turns.Add((key, counts, length, takeaways.Contains(turn.Id) ? TakeawayBoost : 1));
                    }
                }
            }
        }

        vocabulary = new Vocabulary(all.Select(static pair => new VocabularyWord(pair.Key, pair.Value)));
        averageLength = turns.Average(static turn => turn.Length);
    }

    public bool Knows(string word) => vocabulary.OccurrencesOf(word) > 0 && vocabulary.InflectionsOf(word).Count == 0;

    /// <summary>The best first, with as many more as score like the twentieth: any of those may be among the twenty.</summary>
    public (int Total, HashSet<string> Top) Search(string word)
    {
        var holding = turns.Where(turn => turn.Counts.ContainsKey(word)).ToList();
        var scored = holding.Where(static turn => !turn.Key.StartsWith("sponsor ", StringComparison.Ordinal))
            .Select(turn => (
                turn.Key,
                Score: turn.Boost * turn.Counts[word] / (turn.Counts[word] + (K1 * (1 - B + (B * turn.Length / averageLength))))))
            .OrderByDescending(static turn => turn.Score).ToList();
        var bar = scored.Count == 0 ? 0 : scored[Math.Min(19, scored.Count - 1)].Score - 1e-6;
        return (scored.Count, scored.Where(turn => turn.Score >= bar).Select(static turn => turn.Key).ToHashSet());
    }

    private static Dictionary<string, int> Count(Turn turn, bool sponsor, out int length)
    {
        length = 0;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        Span<char> buffer = stackalloc char[TokenReader.MaxLength];
        foreach (var paragraph in turn.Paragraphs.Where(paragraph => paragraph.Sponsor == sponsor))
        {
            var reader = new TokenReader(paragraph.Text, buffer);
            while (reader.MoveNext())
            {
                var word = reader.Term.ToString();
                counts[word] = counts.GetValueOrDefault(word) + 1;
                length++;
            }
        }

        return counts;
    }
}
