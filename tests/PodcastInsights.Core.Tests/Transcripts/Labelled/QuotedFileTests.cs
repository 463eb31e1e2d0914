using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.Labelled;

namespace PodcastInsights.Core.Tests.Transcripts.Labelled;

public sealed class QuotedFileTests
{
    [Theory]
    [InlineData("> **Ada**\n>\n> Did it hold?\n\n> **Bo**\n>\n> It held.\n\n> **Ada**\n>\n> Good.\n\n> **Bo**\n>\n> Yes.")]
    [InlineData("> Ada: Did it hold?\n>\n> Bo: It held.\n>\n> Ada: Good.\n>\n> Bo: Yes.")]
    [InlineData("> [!info] Episode\n> Rope and tide\n\n## Words\n\n> [!quote] Ada\n> Did it hold?\n\n> [!quote]+ Bo\n> It held.\n^q2\n\n> [!quote] Ada\n> Good.\n\n> [!quote] Bo\n> Yes.")]
    public void A_file_that_is_quoted_as_a_whole_is_read_as_if_it_were_not(string text) =>
        Assert.Equal(
            ["Ada: Did it hold?", "Bo: It held.", "Ada: Good.", "Bo: Yes."],
            Parse(text).Turns.Select(turn => $"{turn.Speaker}: {string.Join(' ', turn.Paragraphs.Select(paragraph => paragraph.Text))}"));

    [Fact]
    public void Within_a_conversation_a_quotation_stays_one()
    {
        var turns = Parse("Ada: I read you the note.\n\n> Bo: I never lost it.\n>\n> Cy: Nor did I.\n\nBo: That is old.\n\nAda: It is.\n\nBo: Yes.\n\nAda: Good.").Turns;

        Assert.Equal(["Ada", "Bo", "Ada", "Bo", "Ada"], turns.Select(turn => turn.Speaker));
        Assert.Contains("> Bo: I never lost it.", turns[0].Paragraphs.Select(paragraph => paragraph.Text).SelectMany(text => text.Split('\n')));
    }

    private static EditionDraft Parse(string text) => new LabelledFormat().Parse(new SourceText("a.md", text));
}
