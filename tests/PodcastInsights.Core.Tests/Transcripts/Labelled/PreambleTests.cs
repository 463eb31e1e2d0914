using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.Labelled;

namespace PodcastInsights.Core.Tests.Transcripts.Labelled;

public sealed class PreambleTests
{
    private const string Talk = "Ada: Did you ship?\n\nBo: We did.\n\nAda: When?\n\nBo: On Tuesday.\n";
    private const string TalkRead = "Ada\nNOTES  Did you ship?\nBo\n  We did.\nAda\n  When?\nBo\n  On Tuesday.\n";

    [Theory]
    [InlineData("# Shipping\n\n", "title en: Shipping\n", "")]
    [InlineData("Shipping on Tuesdays\n\n", "title en: Shipping on Tuesdays\n", "")]
    [InlineData("Welcome to the show.\n\n", "", "  > Welcome to the show.\n")]                                  // a sentence is no title
    [InlineData("# Shipping\n\n## Transcript\n\n", "title en: Shipping\n", "")]                                 // says what one sees
    [InlineData("https://example.org\n\n", "", "  > https://example.org\n")]
    [InlineData("*Recorded on the pier*\n\n", "", "  > *Recorded on the pier*\n")]
    [InlineData("Shipping\nMonday\nhttps://example.org\n\n", "title en: Shipping\n", "  > Monday\n  > https://example.org\n")]
    [InlineData("# Shipping\n\n## Links\n\nhttps://example.org\n\n", "title en: Shipping\n", "  > Links\n  > https://example.org\n")]
    [InlineData("---\n\n", "", "")]                                                                              // a rule
    [InlineData("", "", "")]
    public void Text_before_the_first_label_is_not_speech(string above, string title, string notes) =>
        Assert.Equal(title + TalkRead.Replace("NOTES", notes, StringComparison.Ordinal), Read(above + Talk));

    [Fact]
    public void A_heading_right_above_the_first_label_begins_a_section() =>
        Assert.Equal("title en: Shipping\n# Part one\n" + TalkRead.Replace("NOTES", "", StringComparison.Ordinal), Read("# Shipping\n\n## Part one\n\n" + Talk));

    [Theory]
    [InlineData("### 0:05\n\n")]
    [InlineData("[0:05]\n")]
    public void A_time_alone_above_the_first_label_is_that_of_its_words(string above) =>
        Assert.StartsWith("Ada @0:05\n", Read(above + Talk), StringComparison.Ordinal);

    [Fact]
    public void A_talk_above_questions_is_hers_whom_the_front_matter_names()
    {
        const string Text = "---\nspeaker: Ada Quill\n---\nI want to tell you how we shipped.\n\nQ: When?\n\nA: On Tuesday.\n";

        var turns = Parse(Text).Turns;

        Assert.Equal([("Ada Quill", true), ("Q", false), ("A", false)], turns.Select(turn => (turn.Speaker!, turn.SpeakerInferred)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("---\nspeakers: [Ada Quill, Bo Marsh]\n---\n")]                                                  // one of two
    public void A_talk_of_which_nothing_says_whose_it_is_stays_without_a_speaker(string front)
    {
        var draft = Parse(front + "I want to tell you how we shipped.\n\nQ: When?\n\nA: On Tuesday.\n");

        Assert.Equal([null, "Q", "A"], draft.Turns.Select(turn => turn.Speaker));
        Assert.Equal("labelled.no-speaker", Assert.Single(draft.Diagnostics.Items).Code);
    }

    [Fact]
    public void More_prose_than_anybody_writes_about_an_episode_is_a_talk() =>
        Assert.Null(Parse(string.Concat(Enumerable.Repeat("I want to tell you how we shipped.\n\n", 40)) + Talk).Turns[0].Speaker);

    private static string Read(string text) => DraftText.Of(Parse(text));

    private static EditionDraft Parse(string text) => new LabelledFormat().Parse(new SourceText("a.md", text));
}
