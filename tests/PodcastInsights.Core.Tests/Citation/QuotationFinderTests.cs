using CsCheck;
using PodcastInsights.Core.Citation;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Tests.Citation;

public sealed class QuotationFinderTests
{
    private static readonly Turn[] Turns =
    [
        Talk.Turn(1, "Petra", "Welcome to the tide table."),
        Talk.Turn(2, "Mira", "I never said that wheat is bad for you. I said it once, on a boat."),
        Talk.Turn(3, "Petra", "So which leak was the worst?"),
        Talk.Turn(4, "Mira", "The copper ketch, without a doubt."),
    ];

    [Fact]
    public void Words_that_stand_where_they_stood_are_exact() => Assert.Equal(
        (QuotationMatch.Exact, "I never said that wheat is bad for you", 1, 9), Found(Turns, Cite(2, 1, 9), 2));

    [Fact]
    public void Words_behind_an_insertion_have_moved()
    {
        var after = With(2, "Well, as you know, I never said that wheat is bad for you. I said it once, on a boat.");
        Assert.Equal((QuotationMatch.Moved, "I never said that wheat is bad for you", 5, 13), Found(after, Cite(2, 1, 9), 2));
    }

    [Fact]
    public void Words_in_another_turn_have_moved()
    {
        var after = With(2, "I said it once, on a boat.", (5, "I never said that wheat is bad for you."));
        Assert.Equal((QuotationMatch.Moved, "I never said that wheat is bad for you", 1, 9), Found(after, Cite(2, 1, 9), 2));
    }

    [Fact]
    public void One_or_two_words_are_searched_only_in_their_own_turn()
    {
        var after = With(2, "We said that. I once said it, on a boat.", (5, "I never did."));
        Assert.Equal(QuotationMatch.Edited, Found(after, Cite(2, 1, 2), 2).Match);
    }

    [Fact]
    public void A_word_written_as_two_is_the_same_words()
    {
        var before = With(2, "It is a well-known leak that sinks boats.");
        var after = With(2, "It is a well known leak that sinks boats.");
        Assert.Equal(
            (QuotationMatch.Moved, "well known leak that sinks", 4, 8),
            Found(after, CitedWords.Of(before[1], 4, 7)!.Value, 2));
    }

    [Fact]
    public void Changed_words_are_called_edited_and_shown_with_what_they_were()
    {
        var after = With(2, "I always said that wheat is bad for you. I said it once, on a boat.");
        var cited = Cite(2, 1, 9);
        var remembered = TurnSuccession.Of(Turns, after);

        var quote = QuotationFinder.Find(after, 1, cited, Turns[1].Id, remembered)!;

        Assert.Equal((QuotationMatch.Edited, false), (quote.Match, quote.IsQuotation));
        Assert.Equal("I always said that wheat is bad for you", quote.Text);
        Assert.Equal("I never said that wheat is bad for you", quote.Was);
        Assert.Equal(
            [
                new(ChangeKind.Same, "I"),
                new(ChangeKind.Removed, "never"),
                new(ChangeKind.Added, "always"),
                new(ChangeKind.Same, "said that wheat is bad for you"),
            ],
            quote.Changes);
    }

    [Fact]
    public void Without_memory_changed_words_are_called_edited_too()
    {
        var quote = QuotationFinder.Find(With(2, "I always said that wheat is bad for you."), 1, Cite(2, 1, 9), Turns[1].Id, [])!;
        Assert.Equal((QuotationMatch.Edited, null), (quote.Match, quote.Was));
    }

    [Fact]
    public void A_link_without_a_hash_cannot_tell()
    {
        Assert.True(CitedWords.TryParse("1-9", out var cited));
        Assert.Equal((QuotationMatch.Unknown, "I never said that wheat is bad for you", 1, 9), Found(Turns, cited, 2));
        Assert.EndsWith(Cite(2, 1, 9).Hash!, QuotationFinder.Find(Turns, 1, cited, Turns[1].Id, [])!.Words.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_and_its_answer_are_one_quotation()
    {
        var cited = CitedWords.Of(Turns[2..], 2, 3)!.Value;

        var quote = QuotationFinder.Find(Turns, 2, cited, Turns[2].Id, [])!;

        Assert.Equal((QuotationMatch.Exact, "which leak was the worst\nThe copper ketch"), (quote.Match, quote.Text));
        Assert.Equal(["Petra", "Mira"], quote.Passages.Select(passage => passage.Turn.Speaker));
        Assert.Equal(cited, quote.Words);
    }

    [Theory]
    [InlineData(3, "And so, which leak was the worst?", QuotationMatch.Moved)]
    [InlineData(3, "So which leak was the best?", QuotationMatch.Edited)]
    [InlineData(4, "The copper ketch, and no other.", QuotationMatch.Exact)]
    [InlineData(4, "That copper ketch, without a doubt.", QuotationMatch.Edited)]
    public void A_quotation_over_two_turns_heals_too(int edited, string text, QuotationMatch expected)
    {
        var after = With(edited, text);
        var cited = CitedWords.Of(Turns[2..], 2, 3)!.Value;

        var quote = QuotationFinder.Find(after, 2, cited, Turns[2].Id, TurnSuccession.Of(Turns, after))!;

        Assert.Equal(expected, quote.Match);
        Assert.Equal(expected == QuotationMatch.Edited ? "which leak was the worst\nThe copper ketch" : null, quote.Was);
    }

    [Fact]
    public void Words_that_another_says_now_are_edited()
    {
        // The same words, and another division between the two who speak.
        Turn[] after = [.. Turns[..2], Talk.Turn(3, "Petra", "So which leak was"), Talk.Turn(4, "Mira", "the worst? The copper ketch, without a doubt.")];
        Assert.Equal(QuotationMatch.Edited, Found(after, CitedWords.Of(Turns[2..], 2, 3)!.Value, 3).Match);
    }

    /// <summary>Words inside, before and behind what is cited are replaced, left out and put in, turns too; no other words pass for it.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void No_edit_makes_a_link_quote_other_words(bool chinese) => Gen.Int.Sample(
        seed =>
        {
            var random = new Random(seed);
            var said = Talk.Invented(random, chinese);
            var before = Talk.Of(said);
            var at = random.Next(before.Count - 1);
            var own = SpokenWords.Of([before[at]]).Count;
            var over = random.Next(2) == 0;
            var quoted = over ? before.Skip(at).Take(random.Next(2, 5)).ToList() : [before[at]];

            // Often to a turn's first or last word: there the words of others begin.
            var first = random.Next(4) == 0 ? over ? own : 1 : random.Next(1, own + 1);
            var all = over ? SpokenWords.Of([quoted[^1]]).Count : own;
            var last = random.Next(4) == 0 ? over ? 1 : own : random.Next(over ? 1 : first, all + 1);
            var cited = CitedWords.Of(quoted, first, last)!.Value;
            var asSaid = Folded(QuotationFinder.InPlace(before, at, cited)!);

            var after = Talk.Of(Edits.Some(random, said, at, chinese));
            var remembered = random.Next(2) == 0 ? [] : TurnSuccession.Of(before, after);
            if (after.Count == 0)
            {
                return;
            }

            var quote = QuotationFinder.Find(after, Math.Min(at, after.Count - 1), cited, before[at].Id, remembered);

            Assert.True(quote is null or { IsQuotation: false } || Folded(quote) == asSaid, $"{asSaid} became {quote?.Text}");
            if (remembered.Count > 0 && !over && quote is { IsQuotation: false } && remembered.Any(turn => turn.Id == before[at].Id))
            {
                Assert.Equal(asSaid, quote.Was is { } was ? Folded(was) : null);
            }
        },
        iter: 3000);

    private static string Folded(Quotation quote) => string.Join('|', quote.Passages.Select(passage => Folded(passage.Text)));

    private static string Folded(string text)
    {
        var words = SpokenWords.Of([Talk.Turn(1, null, text)]);
        return words.Count == 0 ? "" : System.Text.Encoding.UTF8.GetString(words.FoldedOf(new(0, words.Count - 1)));
    }

    private static CitedWords Cite(int turn, int first, int last) => CitedWords.Of(Turns[turn - 1], first, last)!.Value;

    private static (QuotationMatch Match, string Text, int First, int Last) Found(IReadOnlyList<Turn> turns, CitedWords cited, int turn)
    {
        var quote = QuotationFinder.Find(turns, turn - 1, cited, Turns[turn - 1].Id, [])!;
        return (quote.Match, quote.Text, quote.Passages[0].FirstWord, quote.Passages[^1].LastWord);
    }

    private static Turn[] With(int number, string text, params (int Number, string Text)[] more) =>
    [
        .. Turns.Select(turn => turn.Number == number ? Talk.Turn(number, turn.Speaker, text) : turn),
        .. more.Select(turn => Talk.Turn(turn.Number, "Petra", turn.Text)),
    ];
}
