using CsCheck;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Tests.Text;

public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("We shipped on a Tuesday.", "We shipped on a Tuesday.")]
    [InlineData(@"We *shipped* on a **Tuesday**. \[04:12.50] Nobody noticed.", "We shipped on a Tuesday. Nobody noticed.")]
    [InlineData("See [the book](https://example.org/a_b) and `code`.", "See the book and code.")]
    [InlineData("<https://example.org>", "https://example.org")]
    [InlineData(@"\[laughter] 2 * 3 * 4", "[laughter] 2 * 3 * 4")]
    [InlineData("Tom &amp; Ada", "Tom & Ada")]
    [InlineData("1. is what *he* said", "1. is what he said")]       // no list
    [InlineData("# is a *hash*", "# is a hash")]                     // no heading
    [InlineData("    four *blanks*", "four blanks")]                 // no code
    [InlineData("a<b onclick=x>c</b>", "a<b onclick=x>c</b>")]       // no HTML: it is text
    public void Plain_text_is_the_words(string text, string plain) => Assert.Equal(plain, MarkdownText.Read(text).Plain);

    [Fact]
    public void Any_text_at_all_has_a_plain_one() => Gen.String.Sample(text => MarkdownText.Read(text).Plain is not null);

    [Fact]
    public void What_is_set_or_linked_is_told_by_its_place_in_the_plain_words() => Assert.Equal(
        new MarkedText(
            "We shipped on a Tuesday & left.",
            [
                new TextSpan(3, 7, TextStyles.Emphasis),
                new TextSpan(14, 2, TextStyles.None, "https://example.org/t"),
                new TextSpan(16, 7, TextStyles.Strong, "https://example.org/t"),
                new TextSpan(26, 4, TextStyles.Code),
            ]),
        MarkdownText.Read("We *shipped* on [a **Tuesday**](https://example.org/t) &amp; `left`."));

    [Theory]
    [InlineData("*rock &amp; roll*", "rock & roll")]   // three pieces for the parser, one for the reader
    [InlineData("*a\nb*", "a b")]
    public void Words_set_alike_are_one_span(string text, string plain) =>
        Assert.Equal(new MarkedText(plain, [new TextSpan(0, plain.Length, TextStyles.Emphasis)]), MarkdownText.Read(text));

    [Theory]
    [InlineData("*a_")]
    [InlineData("[")]
    [InlineData("[a](")]
    [InlineData("![")]
    [InlineData("`a")]
    [InlineData("<a ")]
    [InlineData("**a:** ")]
    public void More_marks_than_anybody_sets_are_taken_as_they_stand(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 5_000));
        Assert.True(MarkdownText.IsTooDense(text));
        Assert.Equal(new MarkedText(text, []), MarkdownText.Read(text));
    }

    [Theory]
    [InlineData("**Every** *word* `of` [it](https://example.org/) is set. ")]   // a mark in eight characters
    [InlineData("~~~~ &amp; !!! ")]                                              // marks that open nothing
    [InlineData(@"\_\_\_\_\_\_\_\_ ")]                                           // a blank to fill in, escaped
    [InlineData("____________ *** ")]                                           // a run is one mark
    public void Much_Markdown_is_still_read(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 500));
        Assert.False(MarkdownText.IsTooDense(text));
    }

    [Fact]
    public void Spans_stand_in_order_within_the_words_of_any_text() =>
        Gen.OneOf("*", "**", "_", "[", "](https://example.org/a) ", "`", "<", ">", "&amp;", "a", " b ", "\n", "!", "\\", "[00:12]")
            .Array[0, 60].Select(string.Concat).Sample(text =>
            {
                var read = MarkdownText.Read(text);
                var end = 0;
                foreach (var span in read.Spans)
                {
                    Assert.True(span.Start >= end && span.Length > 0 && span.End <= read.Plain.Length, text);
                    end = span.End;
                }
            });

    [Theory]
    [InlineData(@"We *shipped* on a **Tuesday**. \[04:12.50] Nobody noticed.", "we shipped on a tuesday nobody noticed")]
    [InlineData("See [the book](https://example.org/a_b) and `code` &amp; more, *and* on it goes.", "see the book and code more and on")]
    [InlineData("snake_case stays, *half*open and **bold**er too, said Ada.", "snake_case stays halfopen and bolder too said")]
    [InlineData("![a picture](x.png) of <https://example.org/path>, twice over.", "a picture of https example org path twice")]
    public void A_turn_has_the_id_of_the_words_alone(string text, string words) =>
        Assert.Equal(TurnId.Of(1, words), TurnId.Of(1, MarkdownText.Read(text).Plain));
}
