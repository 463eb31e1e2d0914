using PodcastInsights.Core.Search.Matching;

namespace PodcastInsights.Core.Search.Sessions;

public sealed class PostingCacheTests
{
    private static readonly PostingKey Lamp = new(PostingKind.Token, "lamp");
    private static readonly PostingKey AnyLamp = new(PostingKind.Derived, "lamp lamps");

    private readonly PostingCache cache = new(1 << 20);

    [Fact]
    public void A_list_is_read_once_and_then_only_what_comes_after()
    {
        Assert.Equal(0, cache.Find(Lamp, 2).Rest.After);
        Assert.Equal([1, 2], Documents(Read(Lamp, 2)));
        Assert.Equal([1, 2], Documents(cache.Find(Lamp, 2).Whole!));
        Assert.Equal(2, cache.Find(Lamp, 3).Rest.After);
        Assert.Equal([1, 2, 3], Documents(Read(Lamp, 3)));
    }

    [Theory]
    [InlineData(nameof(PostingKind.Token))]
    [InlineData(nameof(PostingKind.Derived))]
    public void A_reader_that_sees_more_than_its_state_holds_leaves_the_rest_for_the_next(string kind)
    {
        var key = new PostingKey(Enum.Parse<PostingKind>(kind), "lamp");

        Assert.Equal([1, 2], Documents(Read(key, 2, upTo: 5)));
        Assert.Equal([1, 2, 3, 4, 5], Documents(Read(key, 5)));
    }

    [Fact]
    public void Cached_lists_are_extended_in_the_background()
    {
        Read(Lamp, 2);
        Read(AnyLamp, 2);

        var kept = Assert.Single(cache.InUseBefore(4));
        cache.Add(kept, List(kept.Rest.After, 4), asUse: false);

        Assert.Equal([1, 2, 3, 4], Documents(cache.Find(Lamp, 4).Whole!));
        Assert.Null(cache.Find(AnyLamp, 4).Whole);
    }

    [Fact]
    public void Lists_that_are_not_used_are_not_extended()
    {
        Read(Lamp, 2);
        foreach (var kept in cache.InUseBefore(3))
        {
            cache.Add(kept, List(kept.Rest.After, 3), asUse: false);
        }

        Assert.Empty(cache.InUseBefore(4));
        Assert.Equal([1, 2, 3, 4], Documents(Read(Lamp, 4)));
    }

    [Fact]
    public void No_more_is_kept_than_may_be()
    {
        var lists = Enumerable.Range(0, 1000).Select(number => new PostingKey(PostingKind.Token, $"lamp{number}")).ToList();
        foreach (var key in lists)
        {
            Read(key, 200);
            Assert.InRange(cache.Bytes, 1, 1 << 20);
        }

        Assert.Null(cache.Find(lists[0], 200).Whole);
        Assert.NotNull(cache.Find(lists[^1], 200).Whole);
    }

    private PostingList Read(PostingKey key, int last, int? upTo = null)
    {
        var kept = cache.Find(key, last);
        return cache.Add(kept, List(kept.Rest.After, upTo ?? last));
    }

    private static PostingList List(int after, int upTo)
    {
        var builder = new PostingListBuilder();
        for (var document = after + 1; document <= upTo; document++)
        {
            builder.Add(document * 3);
            builder.Close(document);
        }

        return builder.Build();
    }

    private static int[] Documents(PostingList list) => list.Documents.ToArray();
}
