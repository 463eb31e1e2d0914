using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.HtmlPage;

namespace PodcastInsights.Core.Tests.Transcripts.HtmlPage;

public sealed class HtmlPageFormatTests
{
    [Theory]
    [InlineData("<p><strong>{0}:</strong> {1}</p>")]
    [InlineData("<p><b>{0}: </b>{1}</p>")]
    [InlineData("<p><strong>{0}</strong>: {1}</p>")]
    [InlineData("<p>{0}: {1}</p>")]
    [InlineData("<div><span>{0}</span>: {1}</div>")]
    [InlineData("<h4>{0}</h4><p>{1}</p>")]
    [InlineData("<dl><dt>{0}</dt><dd>{1}</dd></dl>")]
    [InlineData("<table><tr><td>0:12</td><td>{0}</td><td>{1}</td></tr></table>")]
    [InlineData("<b>{0}:</b> {1}<br><br>")]
    [InlineData("<ul><li><strong>{0}:</strong> {1}</li></ul>")]
    [InlineData("<p><strong>{0}</strong> <time>0:12</time><br>{1}</p>")]
    public void A_label_in_any_element_names_the_speaker(string turn)
    {
        string[][] said = [["Ada", "Did you ship &amp; sleep?"], ["Bo", "We did."], ["Ada", "When did you?"], ["Bo", "I think on a Tuesday."]];
        var page = "<!doctype html><html><body><nav>Home: here</nav>" + string.Concat(said.Select(words => string.Format(null, turn, words[0], words[1]))) + "</body></html>";

        var edition = TranscriptReader.Read(new SourceText("a.html", page), null)!;

        Assert.Equal(
            [("Ada", "Did you ship & sleep?"), ("Bo", "We did."), ("Ada", "When did you?"), ("Bo", "I think on a Tuesday.")],
            edition.Turns.Select(words => (words.Speaker!, words.Paragraphs[0].Text)));
    }

    [Theory]
    [InlineData("<section id=\"comments\"><h2>2 comments</h2><p><b>gull_9</b>: I loved it!</p><p><b>Ada</b>: Thank you.</p></section>")]
    [InlineData("<div class=\"comments-area wide\"><ol class=\"comment-list\"><li><b>Ada</b>: Thank you.</li></ol></div>")]
    public void What_readers_wrote_below_is_left_out(string below)
    {
        var page = $"<!doctype html><html><body><p><b>Ada</b>: Did you ship?</p><p><b>Bo</b>: We did.</p><p><b>Ada</b>: When?</p><p><b>Bo</b>: On a Tuesday.</p>{below}</body></html>";

        Assert.Equal(["Ada", "Bo", "Ada", "Bo"], TranscriptReader.Read(new SourceText("a.html", page), null)!.Turns.Select(turn => turn.Speaker));
    }

    [Fact]
    public void A_block_s_time_may_stand_in_an_attribute()
    {
        string[] said = ["I want to tell you how we lost the key.", "It hung on a nail beside the door.", "You know my aunt, she gave it to me.", "One morning I saw that the nail was bare.", "I never found out who took it."];
        var page = string.Concat(said.Select((words, i) => $"<div class=\"line\" data-timestamp=\"00:0{i}\">\n    {words}\n</div>\n"));

        var edition = TranscriptReader.Read(new SourceText("a.md", page), null)!;

        Assert.Equal(said, edition.Turns.SelectMany(turn => turn.Paragraphs).SelectMany(paragraph => paragraph.Text.Split('\n')));
        Assert.Equal(4, edition.Turns[^1].Paragraphs[^1].Start?.Seconds);
    }

    [Theory]
    [InlineData("<h1>The key</h1>", "Tower Talk", "The key")]
    [InlineData("<header><a>Tower</a><a>Shop</a></header><h2>The key</h2>", "The key — Tower Talk", "The key")]
    [InlineData("<h3>Tower Talk</h3><h2>12: The key</h2>", "Tower Talk: 12: The key", "12: The key")]
    [InlineData("<p>Tower Talk</p>", "The key", "The key")]
    [InlineData("<h2>Transcript</h2>", "The key", "The key")]
    [InlineData("<h2>The key</h2><h3>Words</h3>", "", "The key")]
    public void The_title_is_the_first_heading_or_the_one_in_the_page_s_title(string above, string title, string expected)
    {
        var page = $"<!doctype html><html><head><title>{title}</title></head><body>{above}"
            + "<p>Ada: Did you ship?</p><p>Bo: We did.</p><p>Ada: When did you?</p><p>Bo: I think on a Tuesday.</p></body></html>";

        Assert.Equal(expected, Assert.Single(new HtmlPageFormat().Parse(new SourceText("a.html", page)).Titles).Value);
    }

    [Fact]
    public void Diagnostics_have_the_lines_of_the_file()
    {
        var draft = new HtmlPageFormat().Parse(new SourceText(
            "a.html", "<html>\n<body>\n<p><b>Ada:</b> Hi, I am here.</p>\n<p><b>Bo:</b>\nSo am I.</p>\n<p><b>Ada: And you?</p>\n<p><b>Ada</b> (75:99): Hi.</p></body></html>"));

        Assert.Equal([3, 4, 6], draft.Turns.Take(3).Select(turn => turn.Line));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<")]
    [InlineData("<html>")]
    [InlineData("<html></html>")]
    [InlineData("<p>\n<p>\n<p>")]
    [InlineData("<!doctype html><html><body><nav>a</nav><p>Prose about a pier.</p></body></html>")]
    [InlineData("<!doctype html><html><body><h1>Manual</h1><p><b>Note:</b> press it.</p><p><b>Warning:</b> do not.</p></body></html>")]
    public void Other_pages_are_no_transcripts(string page)
    {
        var source = new SourceText("a.html", page);

        Assert.Equal(0, new HtmlPageFormat().Vote(source).Share);
        Assert.NotNull(new HtmlPageFormat().Parse(source));
    }
}
