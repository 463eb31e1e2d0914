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

    [Theory]
    [InlineData("## Shipping 12｜Tuesdays\n\n*Host: Ada*\n\n", "Shipping 12｜Tuesdays")]              // the only heading
    [InlineData("The Tides: a conversation\n\n", "The Tides: a conversation")]
    [InlineData("Harbour Radio: Episode 12\n\n", "Harbour Radio: Episode 12")]
    [InlineData("A talk with Cy: how we shipped\n\nHarbour Radio, May\n\n", "A talk with Cy: how we shipped")]
    [InlineData("Subject: [harbour] Shipping on Tuesdays\nDate: 5 May\n\n", "Shipping on Tuesdays")]
    [InlineData("From: a@example.org\nSubject: Shipping\n\n", "Shipping")]
    [InlineData("会议主题：码头的钟\n上传时间：2030年3月5日\n\n", "码头的钟")]
    public void The_title_may_have_a_colon_or_a_key_or_be_a_lower_heading(string above, string title) =>
        Assert.Equal(title, Assert.Single(Parse(above + Talk).Titles.Values));

    [Theory]
    [InlineData("Guest: Cy\n\n")]                                                                       // a key
    [InlineData("From: a@example.org\nDate: 5 May\n\n")]
    [InlineData("Warnings: heights, keys\n\n")]
    [InlineData("Read by: Cy Roe\n\nHarbour Radio\n\n")]
    [InlineData("Place: the pier\nYear: 2030\n\n")]
    [InlineData("Cy: Good evening to all of you.\n\nIt rained.\n\n")]
    public void A_key_or_somebody_s_words_are_no_title(string above) => Assert.Empty(Parse(above + Talk).Titles);

    [Fact]
    public void A_summary_that_nobody_could_say_before_the_first_time_is_no_talk()
    {
        const string Summary = "## Summary\n\nThe two of them speak about the clocks of the ferry, and how the times of all people came to be one.\n\n";
        const string Timed = "Speaker 1 0:02\nDid you ship?\n\nSpeaker 2 0:05\nWe did.\n\nSpeaker 1 0:08\nWhen?\n\nSpeaker 2 0:10\nOn Tuesday.\n";

        Assert.Equal("Speaker 1", Parse(Summary + Timed).Turns[0].Speaker);
        Assert.Null(Parse(Summary + Timed.Replace("0:", "9:", StringComparison.Ordinal)).Turns[0].Speaker);
    }

    [Fact]
    public void A_number_above_a_short_line_is_a_heading_where_the_numbers_count()
    {
        const string Text = "01\nThe start\n\n" + Talk + "\n02\nThe end\n\nAda: And then?\n\nBo: We slept.\n";

        Assert.Equal(["01 The start", "02 The end"], Parse(Text).Turns.SelectMany(turn => turn.Sections).Select(section => section.Title));
        Assert.Empty(Parse(Text.Replace("02", "42", StringComparison.Ordinal)).Turns.SelectMany(turn => turn.Sections));
    }

    [Fact]
    public void What_nobody_could_say_before_the_first_time_is_no_speech()
    {
        const string Said = "0:01\nI want to tell you how we lost it.\n\n0:04\nIt hung on a nail beside the door.\n\n0:07\nYou know my aunt, she gave it to me.\n\n0:10\nOne day I saw that it was bare.\n\n0:13\nI never found out who took it.\n";

        var turn = Assert.Single(Parse($"Harbour Radio tells of keys, and this is what you hear in it today.\n\n{Said}").Turns);

        Assert.Equal("I want to tell you how we lost it.", turn.Paragraphs[0].Text);
        Assert.Single(turn.Notes);
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(60, false)]                                                                                // a list of chapters
    public void Where_no_spaces_part_words_short_lines_at_the_rate_of_speech_are_speech(int seconds, bool isSpeech)
    {
        string[] said = ["鍵を釘にかけました", "おばさんがくれたんです", "ある朝なくなっていて", "誰も知らないと言うので", "そのままになりました", "今も探しています"];
        var text = string.Concat(said.Select((words, i) => $"{i * seconds / 60}:{i * seconds % 60:00}\n{words}\n\n"));

        Assert.Equal(isSpeech, LabelledText.Of(new SourceText("a.txt", text)).IsSpeech);
    }

    private static string Read(string text) => DraftText.Of(Parse(text));

    private static EditionDraft Parse(string text) => new LabelledFormat().Parse(new SourceText("a.md", text));
}
