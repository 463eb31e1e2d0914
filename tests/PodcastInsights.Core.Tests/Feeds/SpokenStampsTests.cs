using CsCheck;
using PodcastInsights.Core.Feeds;

namespace PodcastInsights.Core.Tests.Feeds;

public sealed class SpokenStampsTests
{
    private static readonly DateTime At = new(2024, 3, 1, 8, 0, 0, DateTimeKind.Utc);

    // Few different words, so that many turns say the same.
    private static readonly Gen<ulong[]> Conversations = Gen.ULong[1, 12].Array[1, 40];

    [Fact]
    public void No_two_turns_have_one_key_and_the_same_words_the_same_keys() => Conversations.Sample(turns =>
    {
        var stamps = Of(turns);
        Assert.Equal(turns.Length, KeysOf(stamps).Distinct().Count());
        Assert.Equal(KeysOf(stamps), KeysOf(Of(turns)));
    });

    [Fact]
    public void Packing_and_unpacking_gives_the_same_stamps() => Conversations.Sample(turns =>
    {
        var stamps = Of(turns).After(Hashes([.. turns, 77]), At);
        Assert.Equal(stamps.Pack(), SpokenStamps.Unpack(stamps.Pack()).Pack());
        Assert.Equal(At, SpokenStamps.Unpack(stamps.Pack()).Find(null, turns.Length + 1)!.Value.ChangedAt);
    });

    [Fact]
    public void An_edited_turn_keeps_its_key_and_no_other_changes() => Gen.Select(Conversations, Gen.Int[0, 39]).Sample((turns, place) =>
    {
        place %= turns.Length;
        var before = Of(turns);
        ulong[] edited = [.. turns];
        edited[place] = 99;
        var after = before.After(Hashes(edited), At);
        Assert.Equal(KeysOf(before), KeysOf(after));
        Assert.Equal([place], after.Bodies[0].Turns.Index().Where(turn => turn.Item.ChangedAt == At).Select(turn => turn.Index));
    });

    [Fact]
    public void A_turn_that_is_put_in_or_taken_out_leaves_the_keys_of_the_others() => Gen.Select(Conversations, Gen.Int[0, 40]).Sample((turns, place) =>
    {
        place %= turns.Length + 1;
        var before = Of(turns);
        var more = before.After(Hashes([.. turns[..place], 99, .. turns[place..]]), At);
        Assert.Equal([.. KeysOf(before)[..place], KeysOf(more)[place], .. KeysOf(before)[place..]], KeysOf(more));
        Assert.DoesNotContain(KeysOf(more)[place], KeysOf(before));
        Assert.Equal(KeysOf(before), KeysOf(more.After(Hashes(turns), At)));
    });

    [Fact]
    public void Any_edit_keeps_one_key_for_one_turn() => Gen.Select(Conversations, Conversations).Sample((before, after) =>
    {
        var stamps = Of(before).After(Hashes(after), At);
        Assert.Equal(after.Length, KeysOf(stamps).Distinct().Count());
        Assert.Equal(after, stamps.Bodies[0].Turns.Select(turn => turn.Words));
    });

    [Fact]
    public void The_words_of_another_language_are_turns_of_their_own()
    {
        var one = Of([1, 2, 3]);
        var both = one.After(new SpokenHashes(5, [new BodyHashes("en", [1, 2, 3]), new BodyHashes("zh", [1, 9])]), At);
        Assert.Equal(KeysOf(one), KeysOf(both)[..3]);
        Assert.Equal(5, KeysOf(both).Distinct().Count());
        Assert.Equal((At, null), (both.Find("zh", 2)!.Value.ChangedAt, both.Find("fr", 1)));
        Assert.Null(both.Find(null, 4));
    }

    [Fact]
    public void Where_nothing_was_known_of_the_turns_nothing_is_news()
    {
        var stamps = SpokenStamps.Unpack([]).After(Hashes([1, 2]), At);
        Assert.All(stamps.Bodies[0].Turns, turn => Assert.Null(turn.ChangedAt));
    }

    private static SpokenStamps Of(ulong[] turns) => SpokenStamps.Of(Hashes(turns));

    private static SpokenHashes Hashes(ulong[] turns) =>
        new(turns.Aggregate(17UL, static (all, turn) => (all * 31) + turn), [new BodyHashes("en", turns)]);

    private static ulong[] KeysOf(SpokenStamps stamps) => [.. stamps.Bodies.SelectMany(body => body.Turns).Select(turn => turn.Key)];
}
