using PodcastInsights.Core.Tests.Transcripts.Lines;
using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.PodcastHtml;

namespace PodcastInsights.Core.Tests.Transcripts.PodcastHtml;

public sealed class PodcastHtmlFormatTests
{
    [Theory]
    [InlineData("<cite>Ada:</cite><time>0:01</time><p>One.</p>")]
    [InlineData("<p><cite>Ada:</cite><time>0:01</time>One.</p>")]
    [InlineData("<CITE>Ada</CITE> <TIME>00:00:01</TIME> <P>One.")]
    [InlineData("<div><p><time>0:01</time> <b><cite>Ada</cite></b></p><p>One.</p></div>")]      // the time first
    [InlineData("<cite>Ada：</cite><time>[0:01]</time><p>One<!-- not this -->.</p>")]
    public void A_name_and_a_time_open_a_turn_wherever_they_stand(string html) => Assert.Equal("Ada @0:01\n  One.\n", DraftText.Of(Parse(html)));

    [Fact]
    public void Line_breaks_part_paragraphs_and_marks_inside_words_do_not() =>
        Assert.Equal("Ada\n  One two.\n  Three.\n", DraftText.Of(Parse("<cite>Ada</cite><p>One <b>t</b>wo.<br>Three.</p>")));

    [Fact]
    public void Script_and_frames_are_nobodys_words() =>
        Assert.Equal("Ada\n  One.\n", DraftText.Of(Parse("<cite>Ada</cite><p>One.</p><script>x()</script><style>p{}</style><iframe src=x>no</iframe>")));

    [Fact]
    public void Escaped_tags_are_words() => Assert.Equal("Ada\n  <b>One</b>\n", DraftText.Of(Parse("<cite>Ada</cite><p>&lt;b&gt;One&lt;/b&gt;</p>")));

    [Fact]
    public void Tags_nested_deeper_than_a_stack_are_read() =>
        Assert.Equal("(nobody)\n  One.\n! 1 podcast-html.no-speaker\n", DraftText.Of(Parse(string.Concat(Enumerable.Repeat("<div>", 20_000)) + "One.")));

    private static TranscriptDraft Parse(string text) => new PodcastHtmlFormat().Parse(new SourceText("a.html", text));
}
