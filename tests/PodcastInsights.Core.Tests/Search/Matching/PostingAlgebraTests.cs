using CsCheck;

namespace PodcastInsights.Core.Search.Matching;

/// <summary>Lists made of lists, against what they are by definition.</summary>
public sealed class PostingAlgebraTests
{
    private static readonly Gen<SortedDictionary<int, SortedSet<int>>[]> Lists = Postings.Some.Array[1, 4];

    [Fact]
    public void A_union_holds_every_place_of_each() => Postings.Some.Array[1, 40].Sample(static lists =>
    {
        var expected = Documents(lists).Select(document => (document, lists.SelectMany(list => In(list, document)).Distinct().Order().AsEnumerable()));

        Assert.Equal(Postings.Print(expected), Postings.Print(PostingAlgebra.Union([.. lists.Select(Postings.Of)])));
    });

    [Fact]
    public void A_union_after_a_document_is_the_rest_of_it() => Gen.Select(Lists, Gen.Int[0, 9]).Sample(static (lists, after) =>
    {
        var whole = PostingAlgebra.Union([.. lists.Select(Postings.Of)]);
        var rest = PostingAlgebra.Union([.. lists.Select(Postings.Of)], after: after);

        Assert.Equal(Postings.Print(whole), Postings.Print(whole.UpTo(after).Then(rest)));
    });

    [Fact]
    public void Other_forms_count_for_less_and_give_way_to_the_one_typed()
    {
        var union = PostingAlgebra.Union([Postings.At(3, 5), Postings.At(3, 5, 9), Postings.At(4, 1)], otherFrom: 1);

        Assert.Equal("3: 5 9', 4: 1'", Postings.Print(union));
        Assert.Equal([1 + PlaceWeight.OtherForm, PlaceWeight.OtherForm], [union.WeightOf(0), union.WeightOf(1)]);
    }

    [Fact]
    public void A_union_weighs_what_its_places_weigh() => Gen.Select(Lists, Lists, Gen.Int[0, 4], Gen.Int[1, 40]).Sample(static (lists, others, otherFrom, times) =>
    {
        var mixed = PostingAlgebra.Union([.. others.Select(list => Postings.Of(Repeat(list, times)))], otherFrom: 1);

        var union = PostingAlgebra.Union([mixed, .. lists.Select(list => Postings.Of(Repeat(list, times)))], otherFrom);

        for (var i = 0; i < union.Count; i++)
        {
            var places = new List<int>();
            union.Read(i, places);
            var asTyped = places.Count(static place => (place & 1) == 0);
            Assert.Equal(PlaceWeight.Of(asTyped, places.Count - asTyped), union.WeightOf(i));
            Assert.Equal(places.Order(), places);
        }
    });

    [Fact]
    public void A_phrase_begins_where_each_word_follows_the_one_before() => Lists.Sample(static lists =>
    {
        var expected = Documents(lists).Select(document => (
            document, In(lists[0], document).Where(start => lists.Index().All(list => In(list.Item, document).Contains(start + list.Index)))));

        Assert.Equal(Postings.Print(expected), Postings.Print(PostingAlgebra.Phrase([.. lists.Select(Postings.Of)])));
    });

    [Fact]
    public void An_intersection_keeps_all_positions() => Lists.Sample(static lists =>
    {
        var expected = Documents(lists).Where(document => lists.All(list => list.ContainsKey(document)))
            .Select(document => (document, lists.SelectMany(list => In(list, document)).Distinct().Order().AsEnumerable()));

        Assert.Equal(Postings.Print(expected), Postings.Print(PostingAlgebra.Intersect([.. lists.Select(Postings.Of)])));
    });

    [Fact]
    public void What_is_left_out_is_left_out_by_document() => Gen.Select(Postings.Some, Postings.Some).Sample(static (list, without) =>
    {
        var expected = list.Where(one => !without.ContainsKey(one.Key)).Select(static one => (one.Key, one.Value.AsEnumerable()));

        Assert.Equal(Postings.Print(expected), Postings.Print(PostingAlgebra.Except(Postings.Of(list), Postings.Of(without))));
    });

    [Fact]
    public void Near_words_are_found_where_some_places_of_all_lie_within_the_distance() =>
        Gen.Select(Postings.Some.Array[2, 3], Gen.Int[1, 5]).Sample(static (lists, distance) =>
        {
            var found = PostingAlgebra.Near([.. lists.Select(Postings.Of)], distance);

            Assert.Equal(
                Documents(lists).Where(document => IsNear([.. lists.Select(list => In(list, document))], distance)), found.Documents.ToArray());
            Assert.All(Enumerable.Range(0, found.Count), i =>
            {
                var places = new List<int>();
                found.Read(i, places);
                var document = found.Documents[i];
                Assert.Subset(lists.SelectMany(list => In(list, document)).ToHashSet(), places.Select(static place => place >> 1).ToHashSet());
            });
        });

    [Fact]
    public void A_union_is_the_same_in_whatever_order_it_is_made() => Gen.Select(Postings.Some.Array[2, 40], Gen.Int[0, 40]).Sample(static (lists, otherFrom) =>
    {
        var asTyped = lists.Take(otherFrom).Select(Postings.Of).ToList();
        var others = lists.Skip(otherFrom).Select(Postings.Of).ToList();
        var union = PostingAlgebra.Union([.. asTyped, .. others], otherFrom);
        var oneByOne = others.Aggregate(PostingAlgebra.Union(asTyped), static (all, other) => PostingAlgebra.Union([all, other], otherFrom: 1));
        Assert.Equal(Postings.Print(oneByOne), Postings.Print(union));
        Assert.Equal(Enumerable.Range(0, union.Count).Select(oneByOne.WeightOf), Enumerable.Range(0, union.Count).Select(union.WeightOf));
    });

    private static bool IsNear(SortedSet<int>[] lists, int distance) =>
        Array.TrueForAll(lists, static list => list.Count > 0)
        && lists.SelectMany(static list => list).Any(first => Array.TrueForAll(lists, list => list.Any(place => place >= first && place <= first + distance)));

    /// <summary>Each position that many times in a row, so that weights become too large for a byte.</summary>
    private static SortedDictionary<int, SortedSet<int>> Repeat(SortedDictionary<int, SortedSet<int>> list, int times) =>
        new(list.ToDictionary(static one => one.Key, one => new SortedSet<int>(one.Value.SelectMany(position => Enumerable.Range(position * times, times)))));

    private static IEnumerable<int> Documents(IEnumerable<SortedDictionary<int, SortedSet<int>>> lists) =>
        lists.SelectMany(static list => list.Keys).Distinct().Order();

    private static SortedSet<int> In(SortedDictionary<int, SortedSet<int>> list, int document) => list.GetValueOrDefault(document) ?? [];
}
