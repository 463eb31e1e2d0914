using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.Labelled;

namespace PodcastInsights.Core.Tests.Transcripts.Labelled;

public sealed class TranscriptEndTests
{
    private const string Talk = "**Ada:** Did you ship?\n\n**Bo:** We did.\n\n**Ada:** When did you?\n\n**Bo:** We shipped on a Tuesday.\n\n";

    [Theory]
    [InlineData("# Show\n\n## Transcript\n\n", "## Next week\n\nMore.\n", true)]         // a heading of the transcript's own level
    [InlineData("# Show\n\n## Transcript\n\n", "### Later\n\nMore.\n", false)]           // a part of it
    [InlineData("# Show\n\n", "## Next week\n\nMore.\n", false)]                          // nothing says where the transcript ends
    [InlineData("# Show\n\n", "## Show notes\n\nMore.\n", true)]
    [InlineData("# Show\n\n", "## **Resources:**\n\nMore.\n", true)]
    [InlineData("# Show\n\n", "## 相關連結\n\nMore.\n", true)]
    [InlineData("# Show\n\n", "---\n\nMore.\n", true)]
    [InlineData("# Show\n\n", "---\n\nMore.\n\nAnd he went on, and on, and on, and on, and on, and on, and on, and on.\n", false)]
    [InlineData("# Show\n\n<details>\n\n", "</details>\n\nMore.\n", true)]
    [InlineData("# Show\n\n", "</details>\n\nMore.\n", false)]
    public void What_follows_the_transcript_is_nobody_s(string above, string below, bool ends)
    {
        var draft = Parse(above + Talk + below);

        Assert.Equal(!ends, draft.Turns[^1].Paragraphs.Exists(paragraph => paragraph.Text == "More."));
        Assert.Equal(ends, draft.Turns[^1].Notes.Exists(note => note.Text == "More."));
        Assert.Equal("We shipped on a Tuesday.", draft.Turns.Last(turn => turn.Paragraphs[0].Text != "More.").Paragraphs[0].Text);
    }

    [Fact]
    public void Nothing_between_two_labels_is_lost()
    {
        var draft = Parse(Talk + "## Show notes\n\nMore.\n\n---\n\n" + Talk);

        Assert.Contains(draft.Turns, turn => turn.Paragraphs.Exists(paragraph => paragraph.Text == "More."));
    }

    [Theory]
    [InlineData("# Show\n\n## Key Takeaways\n\n- **One** holds.\n- Two.\n\n## Transcript\n\n", "")]
    [InlineData("# Show\n\n", "## Takeaways\n\n1. **One** holds.\n2. Two.\n")]
    [InlineData("# Show\n\n", "## 核心要点\n\n**One** holds.\n\nTwo.\n")]
    public void Takeaways_are_read_above_the_transcript_and_below(string above, string below)
    {
        var draft = Parse(above + Talk + below);

        Assert.Equal(["**One** holds.", "Two."], draft.Takeaways.Select(takeaway => takeaway.Text));
        Assert.Equal(["Ada", "Bo", "Ada", "Bo"], draft.Turns.Select(turn => turn.Speaker));
        Assert.DoesNotContain(draft.Turns, turn => turn.Notes.Count > 0);
    }

    [Fact]
    public void A_takeaway_may_have_a_heading()
    {
        var draft = Parse("# Show\n\n## Key Takeaways\n\n### On one\n\nOne holds.\n\nAnd so on.\n\n### Two\n\n## About the Guest\n\nBo ships.\n\n## Transcript\n\n" + Talk);

        Assert.Equal([("On one", "One holds.\n\nAnd so on."), (null, "Two")], draft.Takeaways.Select(takeaway => (takeaway.Heading, takeaway.Text)));
        Assert.Equal("Bo ships.", draft.About["en"]);
    }

    [Fact]
    public void A_long_text_above_the_heading_of_the_transcript_is_no_talk()
    {
        var draft = Parse("# Show\n\n" + string.Concat(Enumerable.Repeat("I want to tell you how we shipped.\n\n", 60)) + "## Transcript\n\n" + Talk);

        Assert.Equal(["Ada", "Bo", "Ada", "Bo"], draft.Turns.Select(turn => turn.Speaker));
    }

    private static EditionDraft Parse(string text) => new LabelledFormat().Parse(new SourceText("a.md", text));
}
