using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.Archive;

namespace PodcastInsights.Core.Tests.Transcripts.Archive;

public sealed class ArchiveFormatTests
{
    [Theory]
    [InlineData("## Full Conversation | 完整对话")]
    [InlineData("## ## 完整对话 | Full Conversation")]
    [InlineData("# **Full conversation:**")]
    [InlineData("### 完整对话 / Full Conversation")]
    public void The_conversation_is_known_by_its_heading_however_that_is_written(string heading) =>
        Assert.Equal(
            ["Bo: Well?", "Ada Quill: Well."],
            Turns($"# Ada Quill - Bo's Podcast Insights\n\n{heading}\n\nBo :\nWell?\nAda Quill :\nWell."));

    [Fact]
    public void Sections_may_stand_in_any_order_and_no_other_heading_ends_the_conversation()
    {
        const string Text = """
            # Ada Quill - Bo's Podcast Insights

            ## Full Conversation

            Bo :
            Well?
            Ada Quill :
            ## We shipped
            on a Tuesday.

            ---

            ## Key Takeaways

            ### Shipping

            on a Tuesday.

            ## About the Guest

            She ships.
            """;

        Assert.Equal(["Bo: Well?", "Ada Quill: ## We shipped ¶ on a Tuesday."], Turns(Text));
        var transcript = Read(Text);
        Assert.Equal("She ships.", transcript.About["en"]);
        Assert.Equal(("Shipping", 2), (Assert.Single(transcript.Takeaways).Heading, transcript.Takeaways[0].TurnId?.Number));
    }

    [Fact]
    public void Names_in_front_of_the_words_are_known_though_their_continuations_are_headers() =>
        Assert.Equal(
            ["Bo: Well?", "Ada Quill: Well. ¶ Very.", "Bo: And?", "Ada Quill: Quiet."],
            Turns(
                "# Tuesdays - Bo's Podcast Insights\n\n## Full Conversation\n\n"
                + "**Bo**:\n\nWell?\n\n**Ada Quill**:\n\nWell.\n:\nVery.\n\n**Bo**:\n\nAnd?\n\n**Ada Quill**:\n\nQuiet."));

    [Fact]
    public void One_header_that_is_clear_by_chance_does_not_hide_the_names_of_all_others() =>
        Assert.Equal(
            ["Bo: Well?", "Ada and Cy: Well.", "Bo: And?", "Ada and Cy: Quiet.", "Music: La."],
            Turns(
                "# Tuesdays - Bo's Podcast Insights\n\n## Full Conversation\n\n"
                + "Bo:\nWell?\nAda and Cy:\nWell.\nBo:\nAnd?\nAda and Cy:\nQuiet.\nMusic :\nLa."));

    [Fact]
    public void Where_names_stand_in_clear_headers_words_that_recur_before_a_colon_are_speech() =>
        Assert.Equal(
            ["Bo: Question: why?", "Ada Quill: Answer: ice.", "Bo: Question: when?"],
            Turns(
                "# Tuesdays - Bo's Podcast Insights\n\n## Full Conversation\n\n"
                + "Bo :\n\n**Question**:\n\nwhy?\nAda Quill :\n\n**Answer**:\n\nice.\nBo :\n\n**Question**:\n\nwhen?"));

    [Fact]
    public void A_title_that_is_said_again_and_again_is_no_speaker_however_few_headers_there_are() =>
        Assert.Equal(
            ["Bo~: The book is Calendars: a history.", "Ada Quill: The book is Calendars: a history."],
            Read(
                "# Tuesdays - Bo's Podcast Insights\n\n## Full Conversation\n\n"
                + "**The book is Calendars**:\n\na history.\nAda Quill :\n\n**The book is Calendars**:\n\na history.\nBo :\n")
                .Turns.Select(turn => $"{turn.Speaker}{(turn.SpeakerInferred ? "~" : "")}: {turn.Paragraphs[0].Text}"));

    [Fact]
    public void A_heading_like_a_section_s_amid_the_conversation_takes_no_speech_with_it()
    {
        var read = Read("# Ada\n\n## Full Conversation\n\nBo :\nWell?\n## Key Takeaways\nAda Quill :\nIt held.\nBo :\nGood.");

        Assert.Equal(["Bo: Well?", "Ada Quill: It held.", "Bo: Good."], read.Turns.Select(turn => $"{turn.Speaker}: {turn.Paragraphs[0].Text}"));
        Assert.Equal(["Key Takeaways"], read.Sections.Select(section => section.Title));
    }

    [Theory]
    [InlineData("1. It held.\n2. It broke.")]
    [InlineData("- It held.\n- It broke.")]
    [InlineData("It held.\n\nIt broke.")]
    public void Takeaways_without_headings_are_kept(string passages) =>
        Assert.Equal(
            ["It held.", "It broke."],
            Read($"# Ada\n\n## Key Takeaways\n\n{passages}\n\n## Full Conversation\n\nBo :\nWell?\nAda :\nIt held.")
                .Takeaways.Select(takeaway => takeaway.Text));

    [Fact]
    public void Words_above_the_first_section_are_a_note() =>
        Assert.Equal(
            ["Recorded in May."],
            Read("# Ada\n\nRecorded in May.\n\n## Full Conversation\n\nBo :\nWell?\nAda :\nIt held.").Notes.Select(note => note.Text));

    [Theory]
    [InlineData("# Ada\n\n# The tower\n\nRecorded in May.")]
    [InlineData("# Ada\n# 灯塔\n# The tower\n\nRecorded in May.")]
    public void Another_heading_in_the_language_of_a_title_is_a_note(string above)
    {
        var read = Read($"{above}\n\n## Full Conversation\n\nBo :\nWell?\nAda :\nIt held.");

        Assert.Equal("Ada", read.Titles["en"]);
        Assert.Equal(["The tower", "Recorded in May."], read.Notes.Select(note => note.Text));
    }

    [Fact]
    public void A_header_among_takeaways_without_headings_is_removed_and_told()
    {
        var read = Read("# Ada\n\n## Key Takeaways\n\nIt held.\nCy Ott :\n\n## Full Conversation\n\nBo :\nWell?\nAda :\nIt held.");

        Assert.Equal("It held.", Assert.Single(read.Takeaways).Text);
        Assert.Equal(6, Assert.Single(read.Diagnostics, diagnostic => diagnostic.Code == "archive.takeaway-headers-removed").Line);
    }

    private static Edition Read(string text)
    {
        var source = new SourceText("Ada Quill.md", text);
        Assert.IsType<ArchiveFormat>(TranscriptReader.Recognise(source).Format);
        var transcript = TranscriptReader.Read(source, null);
        Assert.NotNull(transcript);
        return transcript;
    }

    private static IEnumerable<string> Turns(string text) =>
        Read(text).Turns.Select(turn => $"{turn.Speaker}: {string.Join(" ¶ ", turn.Paragraphs.Select(paragraph => paragraph.Text))}");
}
