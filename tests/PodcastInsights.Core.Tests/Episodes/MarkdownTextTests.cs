using CsCheck;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Tests.Episodes;

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
}
