using CsCheck;
using PodcastInsights.Core.Search.Snippets;

namespace PodcastInsights.Core.Search;

public sealed class SnippetCutterTests
{
    private static readonly string Filler = string.Concat(Enumerable.Repeat("Nothing of note was said here. ", 12));

    [Fact]
    public void A_short_text_is_shown_whole_with_every_form_marked()
    {
        var parts = SnippetCutter.Cut("Runners run; she was running.", new TermMarker([Word("run", "running")]));

        Assert.Equal(["run", "running"], Marked(parts));
        Assert.Equal("Runners run; she was running.", Text(parts));
    }

    [Fact]
    public void A_phrase_is_marked_as_one_and_its_words_alone_are_not()
    {
        var parts = SnippetCutter.Cut(
            "A lamp. A silver lamp, and silver.", new TermMarker([new TermPattern([new TokenForms(["silver"]), new TokenForms(["lamp"])])]));

        Assert.Equal(["silver lamp"], Marked(parts));
    }

    [Fact]
    public void A_long_text_is_cut_at_the_sentence_around_most_of_what_was_searched()
    {
        var parts = SnippetCutter.Cut($"A lamp. {Filler}The silver lamp hung over the door. {Filler}", new TermMarker([Word("lamp"), Word("silver")]));

        Assert.Equal(["silver", "lamp"], Marked(parts));
        Assert.Contains("The silver lamp hung over the door.", Text(parts), StringComparison.Ordinal);
        Assert.EndsWith(".", Text(parts), StringComparison.Ordinal);
    }

    [Fact]
    public void Korean_is_cut_between_words()
    {
        var filler = string.Concat(Enumerable.Repeat("배가 새는 곳이 말을 하고 ", 40));
        var parts = SnippetCutter.Cut($"{filler}돛이 {filler}", new TermMarker([new TermPattern([new TokenForms(["돛"]), new TokenForms(["이"])])]));

        Assert.Equal(["돛이"], Marked(parts));
        Assert.All(Text(parts).Split(' '), word => Assert.Contains(word, (string[])["배가", "새는", "곳이", "말을", "하고", "돛이"]));
    }

    [Fact]
    public void A_title_before_a_name_is_no_place_to_cut()
    {
        var names = string.Concat(Enumerable.Repeat("and then Dr. Quill and Prof. Holm ", 12));
        var parts = SnippetCutter.Cut($"{names}hung the lamp {names}", new TermMarker([Word("lamp")]));

        Assert.DoesNotContain("Quill", Text(parts)[..6], StringComparison.Ordinal);
        Assert.False(Text(parts).EndsWith("Dr.", StringComparison.Ordinal) || Text(parts).EndsWith("Prof.", StringComparison.Ordinal));
    }

    [Fact]
    public void Chinese_is_cut_between_characters_and_sentences()
    {
        var filler = string.Concat(Enumerable.Repeat("這裡沒有什麼。", 60));
        var parts = SnippetCutter.Cut($"{filler}我們討論數位政府的問題。{filler}", new TermMarker([new TermPattern([new TokenForms(["數"]), new TokenForms(["位"])])]));

        Assert.Equal(["數位"], Marked(parts));
        Assert.InRange(Text(parts).Length, 100, SnippetCutter.MaxLength);
    }

    [Fact]
    public void Any_text_gives_a_stretch_of_itself() => Gen.Select(Gen.String[0, 600], Gen.Int[10, 300]).Sample(static (text, length) =>
    {
        var parts = SnippetCutter.Cut(text, new TermMarker([Word("a"), Word("b")]), length);

        Assert.Contains(Text(parts), text, StringComparison.Ordinal);
        Assert.True(Text(parts).Length <= Math.Max(length, 0) || text.Length <= length);
    });

    private static TermPattern Word(params string[] forms) => new([new TokenForms(forms)]);

    private static string Text(IEnumerable<SnippetPart> parts) => string.Concat(parts.Select(static part => part.Text));

    private static IEnumerable<string> Marked(IEnumerable<SnippetPart> parts) =>
        parts.Where(static part => part.Match).Select(static part => part.Text);
}
