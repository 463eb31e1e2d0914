using CsCheck;

namespace PodcastInsights.Core.Search.Matching;

public sealed class ProximityTests
{
    [Theory]
    [InlineData("10 | 11", "10 | 90")]                // near before far
    [InlineData("10 | 11", "11 | 10")]                // in the query's order before the other
    [InlineData("10 | 12", "10 | 15")]
    [InlineData("10 400 | 401", "10 | 400")]          // the best place counts, wherever it is
    [InlineData("10 | 300", "10 |")]                  // both, be they far apart, before one alone
    public void What_stands_together_scores_higher(string better, string worse) => Assert.True(Score(better).Score > Score(worse).Score * 1.001f);

    [Fact]
    public void The_best_place_ends_with_its_last_word() => Assert.Equal(401, Score("10 400 | 200 401").Position);

    [Fact]
    public void No_document_scores_more_than_its_upper_bound() =>
        Gen.Select(Gen.Int[0, 400].HashSet[1, 12].Array[2, 5], Gen.Float[0.1f, 9f].Array[5, 5]).Sample(static (words, weights) =>
        {
            var idf = weights[..words.Length];
            PostingList[] lists = [.. words.Select(static positions => Postings.At(1, [.. positions]))];
            var at = new int[lists.Length];

            var score = new Proximity(idf).Score(lists, at, out var position);

            Assert.Contains(position, words.SelectMany(static positions => positions));
            Assert.True(score <= new Proximity(idf).Most(idf.Sum(), lists, at) * 1.0001f);
            Assert.True(new Proximity(idf).Most(idf.Sum(), lists, at) <= new Proximity(idf).Most(idf.Sum()) * 1.0001f);
        });

    /// <param name="words">The positions of each word in a document.</param>
    private static (float Score, int Position) Score(string words)
    {
        var positions = words.Split('|').Select(static word => word.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(static number => int.Parse(number, System.Globalization.CultureInfo.InvariantCulture)).ToArray()).ToList();
        int[] at = [.. positions.Select(static places => places.Length == 0 ? -1 : 0)];
        var score = new Proximity([2, 3]).Score([.. positions.Select(static places => Postings.At(1, places))], at, out var position);
        return (score, position);
    }
}
