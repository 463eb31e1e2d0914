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
    public void A_name_and_a_time_open_a_turn_wherever_they_stand(string html) =>
        Assert.Equal("Ada @0:01\n  One.\n", DraftText.Of(Parse(html)));

    [Fact]
    public void Line_breaks_part_paragraphs_and_marks_inside_words_do_not() =>
        Assert.Equal("Ada\n  One two.\n  Three.\n", DraftText.Of(Parse("<cite>Ada</cite><p>One <b>t</b>wo.<br>Three.</p>")));

    [Fact]
    public void Scripts_and_frames_are_not_speech() =>
        Assert.Equal(
            "Ada\n  One.\n",
            DraftText.Of(Parse("<cite>Ada</cite><p>One.</p><script>x()</script><style>p{}</style><iframe src=x>no</iframe>")));

    [Fact]
    public void Escaped_tags_are_words() =>
        Assert.Equal("Ada\n  <b>One</b>\n", DraftText.Of(Parse("<cite>Ada</cite><p>&lt;b&gt;One&lt;/b&gt;</p>")));

    [Fact]
    public void Tags_that_nest_deeper_than_browsers_follow_end_the_reading_with_an_error() =>
        Assert.Equal(
            "Ada\n  One.\n! 2 podcast-html.too-deep\n",
            DraftText.Of(Parse("<cite>Ada</cite><p>One.</p>\n" + string.Concat(Enumerable.Repeat("<div>", 20_000)) + "Two.")));

    [Fact]
    public void Paragraphs_that_are_never_closed_do_not_nest() =>
        Assert.Equal(2000, Parse("<cite>Ada</cite>" + string.Concat(Enumerable.Repeat("<p>One.\n", 2000))).Turns[0].Paragraphs.Count);

    private static EditionDraft Parse(string text) => new PodcastHtmlFormat().Parse(new SourceText("a.html", text));
}
