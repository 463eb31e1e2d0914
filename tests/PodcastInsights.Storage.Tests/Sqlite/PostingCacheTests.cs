using PodcastInsights.Core.Search.Matching;
using PodcastInsights.Storage.Sqlite;

namespace PodcastInsights.Storage.Tests.Sqlite;

public sealed class PostingCacheTests
{
    private static readonly PostingKey Lamp = new(PostingKind.Token, "lamp");
    private static readonly PostingKey AnyLamp = new(PostingKind.Derived, "lamp lamps");

    private readonly PostingCache cache = new(1 << 20);

    [Fact]
    public void A_list_is_read_once_and_then_only_what_comes_after()
    {
        Assert.Equal([1, 2], Documents(cache.Get(Lamp, 2, after => List(after, 2))));
        Assert.Equal([1, 2], Documents(cache.Get(Lamp, 2, _ => throw new InvalidOperationException("It was read before."))));
        Assert.Equal([1, 2, 3], Documents(cache.Get(Lamp, 3, after => List(after, 3))));
    }

    [Theory]
    [InlineData(nameof(PostingKind.Token))]
    [InlineData(nameof(PostingKind.Derived))]
    public void A_reader_that_sees_more_than_its_state_holds_leaves_the_rest_for_the_next(string kind)
    {
        var key = new PostingKey(Enum.Parse<PostingKind>(kind), "lamp");

        Assert.Equal([1, 2], Documents(cache.Get(key, 2, after => List(after, 5))));
        Assert.Equal([1, 2, 3, 4, 5], Documents(cache.Get(key, 5, after => List(after, 5))));
    }

    [Fact]
    public void Lists_in_use_are_made_longer_ahead_of_those_who_ask()
    {
        cache.Get(Lamp, 2, after => List(after, 2));
        cache.Get(AnyLamp, 2, after => List(after, 2));

        cache.Extend(4, (_, after) => List(after, 4));

        Assert.Equal([1, 2, 3, 4], Documents(cache.Get(Lamp, 4, _ => throw new InvalidOperationException("It was read before."))));
        Assert.Equal([1, 2, 3, 4], Documents(cache.Get(AnyLamp, 4, after => List(after, 4))));
    }

    [Fact]
    public void Lists_that_nobody_asks_for_are_left()
    {
        cache.Get(Lamp, 2, after => List(after, 2));
        cache.Extend(3, (_, after) => List(after, 3));

        cache.Extend(4, (_, _) => throw new InvalidOperationException("Nobody asked."));

        Assert.Equal([1, 2, 3, 4], Documents(cache.Get(Lamp, 4, after => List(after, 4))));
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
