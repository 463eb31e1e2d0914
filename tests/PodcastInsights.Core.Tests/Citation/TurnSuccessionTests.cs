using PodcastInsights.Core.Citation;

namespace PodcastInsights.Core.Tests.Citation;

public sealed class TurnSuccessionTests
{
    private static readonly (string Speaker, string Text)[] Said =
    [
        ("Petra", "Welcome to the tide table, where boats are mended."),
        ("Mira", "Thank you, I have mended wooden boats for twenty years."),
        ("Petra", "Yeah."),
        ("Mira", "Every one of them leaked, and every leak was another."),
        ("Petra", "Which leak was the worst?"),
    ];

    [Fact]
    public void What_stays_as_it_is_is_not_remembered()
    {
        var moved = Said.Prepend(("Nils", "Hello."));
        Assert.Empty(TurnSuccession.Of(Talk.Of(Said), Talk.Of(moved)));
    }

    [Theory]
    [InlineData(1, "Thanks, I have mended wooden boats for twenty years.")]            // a word
    [InlineData(1, "Thank you. I mended boats of wood for almost twenty years now.")]  // several
    [InlineData(2, "Yes.")]                                                            // all of a few, alone between turns that stayed
    public void An_edited_turn_has_a_successor(int turn, string text) => Assert.Equal(turn + 1, SuccessorOf(turn, With(turn, text)));

    [Fact]
    public void Joined_turns_are_the_successor_of_both()
    {
        (string, string)[] joined = [Said[0], ("Mira", $"{Said[1].Text} {Said[3].Text}"), Said[4]];
        Assert.Equal(2, SuccessorOf(1, joined));
        Assert.Equal(2, SuccessorOf(3, joined));
    }

    [Fact]
    public void Other_words_are_no_successor() => Assert.Null(SuccessorOf(3, With(3, "Nothing of that kind, thanks, rather some bread with honey from Sunday.")));

    [Fact]
    public void A_change_further_on_than_the_hash_reaches_is_remembered()
    {
        var remembered = TurnSuccession.Of(Talk.Of(Said), Talk.Of(With(1, "Thank you, I have mended wooden boats for thirty years.")));
        Assert.Equal("Thank you, I have mended wooden boats for twenty years.", Assert.Single(remembered).Text);
    }

    [Fact]
    public void A_turn_whose_hash_changes_with_its_double_is_its_own_successor()
    {
        var remembered = TurnSuccession.Of(Talk.Of(Said), Talk.Of(Said.Append(("Mira", "Yeah!"))));
        var turn = Assert.Single(remembered);
        Assert.Equal(("Yeah.", 3), (turn.Text, turn.Successor?.Number));
    }

    [Fact]
    public void An_episode_that_is_rewritten_whole_costs_little_and_has_no_successors()
    {
        var random = new Random(1);
        var (one, other) = (Talk.Of(Many(random, "a")), Talk.Of(Many(random, "b")));
        Assert.All(TurnSuccession.Of(one, other), turn => Assert.Null(turn.Successor));
    }

    private static IEnumerable<(string, string)> Many(Random random, string letter) => Enumerable.Range(0, 2000)
        .Select(_ => ("Petra", string.Join(' ', Enumerable.Range(0, 20).Select(_ => $"{letter}{random.Next(100_000)}"))));

    private static int? SuccessorOf(int turn, IEnumerable<(string, string)> present)
    {
        var earlier = Talk.Of(Said);
        return TurnSuccession.Of(earlier, Talk.Of(present)).Single(one => one.Id == earlier[turn].Id).Successor?.Number;
    }

    private static IEnumerable<(string, string)> With(int turn, string text) =>
        Said.Select((said, index) => index == turn ? (said.Speaker, text) : said);
}
