using System.Globalization;
using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.Labelled;

namespace PodcastInsights.Core.Tests.Transcripts.Labelled;

public sealed class HeadingLabelTests
{
    [Theory]
    [InlineData("### Ada Quill:", "Ada Quill")]
    [InlineData("### Ada Quill：", "Ada Quill")]
    [InlineData("### Ada Quill: ", "Ada Quill")]
    [InlineData("###  林小明 ：", "林小明")]
    [InlineData("### **林小明：**", "林小明")]
    [InlineData("### 林小明（主席）：", "林小明（主席）")]
    [InlineData("### ミルコ：", "ミルコ")]
    [InlineData("### 與會者 3：", "與會者 3")]
    public void A_heading_that_ends_in_a_colon_opens_a_turn(string heading, string speaker)
    {
        var turn = Assert.Single(Parse($"{heading}\nWords.").Turns);

        Assert.Equal(speaker, turn.Speaker);
        Assert.Equal("Words.", Assert.Single(turn.Paragraphs).Text);
    }

    [Fact]
    public void Every_line_is_a_paragraph_of_its_own() =>
        Assert.Equal(["一。", "二。", "三。"], Parse("### Ada:\n一。\n二。\n\n三。").Turns[0].Paragraphs.Select(paragraph => paragraph.Text));

    [Fact]
    public void A_note_keeps_its_place_between_the_paragraphs_of_its_turn() =>
        Assert.Equal([(1, "(laughter)")], Parse("### Ada:\nOne.\n\n> (laughter)\n\nTwo.").Turns[0].Notes);

    [Fact]
    public void Notes_of_a_file_without_a_speaker_are_kept() =>
        Assert.Equal(
            "title en: 2031-02-03 Empty\ndate: 2031-02-03\n(nobody)\n  > (cancelled)\n",
            DraftText.Of(Parse("# 2031-02-03 Empty\n\n> (cancelled)\n")));

    [Fact]
    public void Words_before_the_first_heading_have_no_speaker() =>
        Assert.Equal("Ada\n  > Hello.\n  Hi.\n", DraftText.Of(Parse("Hello.\n\n### Ada:\nHi.")));

    [Theory]
    [InlineData("2031-02-03-會議.md", "# 會議", "2031-02-03")]
    [InlineData("a.md", "# 2031-02-03 會議", "2031-02-03")]
    [InlineData("2030-01-01.md", "# 2031-02-03 會議", "2031-02-03")]     // the title is the nearer witness
    [InlineData("2031-02-30.md", "# 會議", null)]                        // no such day
    public void The_date_is_that_of_the_title_or_of_the_file(string path, string title, string? date)
    {
        var draft = new LabelledFormat().Parse(new SourceText("y/" + path, title + "\n\n### A：\nB"));

        Assert.Equal(date, draft.PublishedOn?.ToString("O", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_frame_among_words_is_dropped_and_the_words_stay() =>
        Assert.Equal(
            "Ada\n  See this: and that.\n! 2 labelled.frame-dropped\n",
            DraftText.Of(Parse("### Ada:\nSee this:<iframe width=\"4\" src='https://example.org'></iframe> and that.")));

    [Fact]
    public void A_frame_that_is_never_closed_stays_text() =>
        Assert.Equal("Ada\n  See this.\n  <iframe src=x\n", DraftText.Of(Parse("### Ada:\nSee this.\n<iframe src=x")));

    private static EditionDraft Parse(string text) => new LabelledFormat().Parse(new SourceText("a.md", text));
}
