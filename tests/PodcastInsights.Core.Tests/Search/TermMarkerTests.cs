using CsCheck;
using PodcastInsights.Core.Search.Snippets;

namespace PodcastInsights.Core.Tests.Search;

public sealed class TermMarkerTests
{
    [Fact]
    public void Words_in_all_their_forms_and_beginnings_are_marked()
    {
        Assert.Equal(
            ["Runners", "ran", "lamps", "lamp"],
            Marked("Runners who ran past lamps, a lamp.", Words("run", "ran", "runners"), new TermPattern([new TokenForms([], "lam")])));
    }

    [Fact]
    public void A_phrase_is_marked_as_one_and_its_words_alone_are_not() => Assert.Equal(
        ["silver lamp"],
        Marked("A lamp. A silver lamp, and silver.", new TermPattern([new TokenForms(["silver"]), new TokenForms(["lamp"])])));

    [Fact]
    public void Phrases_that_overlap_are_one_mark() => Assert.Equal(
        ["one two three"],
        Marked("zero one two three four", Phrase("one", "two"), Phrase("two", "three"), Phrase("two")));

    [Fact]
    public void Words_with_nothing_but_blanks_between_them_are_one_mark() => Assert.Equal(
        ["lamp  silver", "silver", "silver lamp"],
        Marked("lamp  silver, silver; silver lamp", Phrase("lamp"), Phrase("silver")));

    [Fact]
    public void A_phrase_may_begin_within_itself() => Assert.Equal(
        ["a a b"], Marked("a a a b", Phrase("a", "a", "b")));

    [Fact]
    public void Unspaced_characters_are_marked_as_a_run_but_not_across_punctuation() => Assert.Equal(
        ["数位"], Marked("数，位，数位。", Phrase("数", "位")));

    [Fact]
    public void Nothing_is_marked_where_nothing_is_sought() => Assert.Empty(Marked("a b c"));

    [Fact]
    public void Any_patterns_are_found_wherever_they_stand()
    {
        // More than 64 tokens of patterns, so that they cross the bounds of a machine word.
        var word = Gen.OneOf("ada", "adam", "bo", "bob", "cy");
        var pattern = Gen.Select(word.Array[1, 5], Gen.Bool);
        Gen.Select(pattern.Array[0, 40], word.Array[0, 80]).Sample((patterns, words) =>
        {
            var marker = new TermMarker([.. patterns.Select(one => new TermPattern(
                [.. one.Item1.Select((token, i) => one.Item2 && i == one.Item1.Length - 1
                    ? new TokenForms([], token)
                    : new TokenForms([token]))]))]);
            var expected = new bool[words.Length];
            foreach (var (tokens, prefix) in patterns)
            {
                for (var at = 0; at + tokens.Length <= words.Length; at++)
                {
                    if (tokens.Index().All(t => prefix && t.Index == tokens.Length - 1
                        ? words[at + t.Index].StartsWith(t.Item, StringComparison.Ordinal)
                        : words[at + t.Index] == t.Item))
                    {
                        Array.Fill(expected, true, at, tokens.Length);
                    }
                }
            }

            var text = string.Join(' ', words);
            var ranges = marker.RangesIn(text);
            var start = 0;
            foreach (var (i, one) in words.Index())
            {
                Assert.Equal(expected[i], ranges.Any(range => range.Start <= start && start + one.Length <= range.End));
                start += one.Length + 1;
            }
        });
    }

    private static TermPattern Words(params string[] forms) => new([new TokenForms(forms)]);

    private static TermPattern Phrase(params string[] tokens) => new([.. tokens.Select(token => new TokenForms([token]))]);

    private static IEnumerable<string> Marked(string text, params TermPattern[] patterns) =>
        new TermMarker(patterns).RangesIn(text).Select(range => text[range.Start..range.End]);
}
