using CsCheck;
using PodcastInsights.Core.Search.Matching;

namespace PodcastInsights.Core.Tests.Search;

public sealed class PostingListTests
{
    [Fact]
    public void Lists_that_grow_out_of_each_other_are_as_if_each_had_been_read_whole()
    {
        // Each step takes one of the lists there are, cuts it where it stood, and lets it grow: some grow from the same list.
        var steps = Gen.Select(Gen.Int[0, 40], Gen.Int[0, 30], Gen.Int[1, 30]).List[1, 40];
        steps.Sample(all =>
        {
            var lists = new List<(PostingList List, int UpTo)> { (Read(0, 5), 5) };
            foreach (var (which, cut, growth) in all)
            {
                var (from, upTo) = lists[which % lists.Count];
                var kept = Math.Max(0, upTo - cut);
                lists.Add((from.UpTo(kept).Then(Read(kept, kept + growth)), kept + growth));
            }

            return lists.TrueForAll(one => Print(one.List) == Print(Read(0, one.UpTo)));
        });
    }

    [Fact]
    public void A_list_that_grows_bit_by_bit_is_not_copied_each_time()
    {
        var list = Read(0, 1000);
        var sizes = new HashSet<long>();
        for (var end = 1000; end < 2000; end++)
        {
            list = list.Then(Read(end, end + 1));
            sizes.Add(list.Size);
        }

        Assert.InRange(sizes.Count, 2, 20);
    }

    [Fact]
    public void A_list_of_very_long_documents_keeps_every_place_and_weight()
    {
        var builder = new PostingListBuilder();
        for (var document = 1; document <= 40; document++)
        {
            for (var place = 0; place < (document % 3 == 0 ? 70_000 : 2); place++)
            {
                builder.Add(place * 100);
            }

            builder.Close(document);
        }

        var list = builder.Build();
        var grown = list.UpTo(20).Then(list.Within(new DocumentRange(21, 41))).Then(Read(40, 60));
        for (var i = 0; i < 40; i++)
        {
            var (places, grownPlaces) = (new List<int>(), new List<int>());
            list.Read(i, places);
            grown.Read(i, grownPlaces);
            Assert.Equal((i + 1) % 3 == 0 ? 70_000 : 2, places.Count);
            Assert.Equal(places, grownPlaces);
            Assert.Equal(places.Count, list.WeightOf(i));
            Assert.Equal(places.Count, grown.WeightOf(i));
        }

        Assert.Equal(60, grown.Count);
        Assert.Equal(Print(Read(40, 60)), Print(grown.Within(new DocumentRange(41, 61))));
    }

    [Fact]
    public void A_builder_that_was_used_before_builds_as_a_new_one()
    {
        for (var document = 1; document < 4; document++)
        {
            var builder = PostingListBuilder.Rent();
            builder.Add(document);
            builder.Close(document);
            Assert.Equal($"{document} 1 {2 * document}", Print(builder.BuildAndReturn()));
        }
    }

    /// <summary>The part of one and the same list that comes after a document and up to another.</summary>
    private static PostingList Read(int after, int upTo)
    {
        var builder = new PostingListBuilder();
        for (var document = after + 1; document <= upTo; document++)
        {
            for (var place = 0; place <= document % 4; place++)
            {
                builder.Add(document + (place * 200));
            }

            builder.Close(document);
        }

        return builder.Build();
    }

    private static string Print(PostingList list)
    {
        var places = new List<int>();
        var parts = new List<string>();
        for (var i = 0; i < list.Count; i++)
        {
            places.Clear();
            list.Read(i, places);
            parts.Add($"{list.Documents[i]} {list.WeightOf(i)} {string.Join(',', places)}");
        }

        return string.Join('\n', parts);
    }
}
