using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.Labelled;

namespace PodcastInsights.Core.Tests.Transcripts.Labelled;

public sealed class BoldQuestionsTests
{
    private const string Interview =
        "We met her below the tower.\n\n**Where did you leave the key?**\n\nI left it there.\n\nIt was a Tuesday.\n\n"
        + "**And did you go back?**\n\nI did.\n\n**What would you do today?**\n\n**Or tomorrow?**\n\nI would not take it.\n";

    [Fact]
    public void Questions_and_answers_are_turns_of_nobody()
    {
        var draft = new LabelledFormat().Parse(new SourceText("a.md", Interview));

        Assert.Equal(
            [(null, 1), (null, 2), (null, 1), (null, 1), (null, 2), (null, 1)],
            draft.Turns.Select(turn => ((string?)turn.Speaker, turn.Paragraphs.Count)));
        Assert.Equal("**Where did you leave the key?**", draft.Turns[0].Paragraphs[0].Text);
    }

    [Fact]
    public void Answers_with_a_label_are_theirs_and_the_questions_are_not()
    {
        var draft = new LabelledFormat().Parse(new SourceText(
            "a.md", "**Where did you leave the key?**\n\nMV: There.\n\nIt was a Tuesday.\n\n**And then.**\n\nMV: I went back.\n\n**Today?**\n\nMV: Never.\n"));

        Assert.Equal([null, "MV", null, "MV", null, "MV"], draft.Turns.Select(turn => turn.Speaker));
    }

    [Theory]
    [InlineData("**How do I install it?**\n\nYou can run the installer.\n\n**Where is my file?**\n\nIn your folder.\n\n**Can I remove it?**\n\nYou can.\n")]
    [InlineData("**Do you need a compiler?**\n\nYes.\n\n**Did you install it?**\n\nThen run it.\n\n**Are you done?**\n\nGood.\n")]
    [InlineData("**Getting started.**\n\nI suggest that you read it.\n\n**Next steps.**\n\nI would go on.\n\n**The end.**\n\nI am done.\n")]
    [InlineData("**Where did you leave the key?**\n\nI left it there.\n\n**And did you go back?**\n\nI did.\n")]
    public void Other_text_with_bold_paragraphs_is_no_interview(string text) =>
        Assert.Equal(0, new LabelledFormat().Vote(new SourceText("a.md", text)).Share);
}
