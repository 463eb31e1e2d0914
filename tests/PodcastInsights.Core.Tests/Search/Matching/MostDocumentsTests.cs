using CsCheck;

namespace PodcastInsights.Core.Search.Matching;

public sealed class MostDocumentsTests
{
    [Fact]
    public void Are_those_whose_lists_weigh_enough_and_say_where_they_are() =>
        Gen.Select(Postings.Some.Array[1, 5], Gen.Int[1, 9].Array[5, 5], Gen.Int[0, 30]).Sample(static (places, weights, least) =>
        {
            PostingList[] lists = [.. places.Select(Postings.Of)];
            var of = Array.ConvertAll(weights[..lists.Length], static weight => (float)weight);
            var expected = Enumerable.Range(1, 8)
                .Where(id => places.Select((list, i) => list.ContainsKey(id) ? weights[i] : 0).Sum() is > 0 and var sum && sum >= least);
            var found = new List<int>();

            var most = new MostDocuments(lists, of, least);
            while (most.MoveNext())
            {
                found.Add(most.Document);
                for (var i = 0; i < lists.Length; i++)
                {
                    Assert.Equal(places[i].ContainsKey(most.Document), most.At[i] >= 0);
                    Assert.True(most.At[i] < 0 || lists[i].Documents[most.At[i]] == most.Document);
                }
            }

            Assert.Equal(expected, found);
        });
}
