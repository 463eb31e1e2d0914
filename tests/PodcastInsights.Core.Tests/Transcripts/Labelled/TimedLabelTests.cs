using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.Labelled;

namespace PodcastInsights.Core.Tests.Transcripts.Labelled;

public sealed class TimedLabelTests
{
    [Theory]
    [InlineData("Ada Quill (00:01:05):", "Ada Quill", 65)]
    [InlineData("Ada Quill (1:05):", "Ada Quill", 65)]
    [InlineData("Ada Quill（00:01:05）：", "Ada Quill", 65)]           // full width
    [InlineData("Ada Quill\u00A0(00:01:05) :", "Ada Quill", 65)]      // no-break space, space before the colon
    [InlineData("**Ada Quill** (00:01:05):", "Ada Quill", 65)]
    [InlineData("Ada Quill: (00:01:05):", "Ada Quill", 65)]
    [InlineData("ADA QUILL (01:01:05):", "ADA QUILL", 3665)]
    [InlineData("Speaker 5 (00:01:05):", "Speaker 5", 65)]
    [InlineData("Dr. Ada B. Quill, Jr. (00:01:05):", "Dr. Ada B. Quill, Jr.", 65)]
    [InlineData("Ada Quill (Slow Build) (00:01:05):", "Ada Quill (Slow Build)", 65)]
    [InlineData("lowercase ada (00:01:05):", "lowercase ada", 65)]
    [InlineData("林小明（01:05）：", "林小明", 65)]
    [InlineData("林小明【01:05】：", "林小明", 65)]                    // the square brackets of East Asian text
    [InlineData("林小明［01：05］", "林小明", 65)]
    [InlineData("林小明〔00:01:05～00:01:09〕", "林小明", 65)]
    public void A_name_before_a_time_and_a_colon_opens_a_turn(string header, string speaker, double seconds)
    {
        var turn = Assert.Single(Parse(header + "\nWords.").Turns);

        Assert.Equal((speaker, seconds), (turn.Speaker, turn.Start?.Seconds));
        Assert.Equal(["Words."], turn.Paragraphs.Select(paragraph => paragraph.Text));
    }

    [Fact]
    public void A_file_that_begins_with_a_time_in_wide_brackets_is_speech_and_not_JSON()
    {
        var edition = TranscriptReader.Read(
            new SourceText("a.txt", "[ 00:00:01 ] Ada: It held.\n[ 00:00:05 ] Bo: Did it?\n[ 00:00:09 ] Ada: All night.\n"), "en");

        Assert.Equal(["Ada", "Bo", "Ada"], edition!.Turns.Select(turn => turn.Speaker));
    }

    [Theory]
    [InlineData("【00:01:05】林：你來了嗎？\n【00:01:09】周：我來了。\n【00:01:12】林：那就好。\n")]
    [InlineData("【00:01:05-00:01:09】林：你來了嗎？\n【00:01:09-00:01:12】周：我來了。\n【00:01:12-00:01:15】林：那就好。\n")]
    [InlineData("［01:05］ 林: 你來了嗎？\n［01:09］ 周: 我來了。\n［01:12］ 林: 那就好。\n")]
    [InlineData("【林】【01:05】你來了嗎？\n【周】【01:09】我來了。\n【林】【01:12】那就好。\n")]
    public void A_time_in_the_square_brackets_of_East_Asian_text_is_the_turns(string text) =>
        Assert.Equal("林 @1:05\n  你來了嗎？\n周 @1:09\n  我來了。\n林 @1:12\n  那就好。\n", DraftText.Of(Parse(text)));

    [Fact]
    public void Beside_times_in_brackets_a_sound_in_the_same_brackets_is_no_name() =>
        Assert.Equal(
            "林 @0:01\n  你來了嗎？\n周 @0:05\n  我來了。\n  【關門】好了。\n林 @0:09\n  那就好。\n",
            DraftText.Of(Parse("【00:01】林：你來了嗎？\n\n【00:05】周：我來了。\n\n【關門】好了。\n\n【00:09】林：那就好。\n")));

    [Theory]
    [InlineData("We met [inaudible 00:01:14] and left.")]
    [InlineData("It was over (at 12:30).")]
    [InlineData("(12:30) is when it broke.")]
    [InlineData("Here is the thing:")]
    [InlineData("Look at chapter two (12:30)")]                        // words in the middle of a paragraph
    [InlineData("[crosstalk 00:01:14].")]
    [InlineData("[NEW_PARAGRAPH] So.")]
    [InlineData("He said: (00:12:30) was late, and Bo agreed.")]
    public void Words_that_hold_a_time_or_a_colon_stay_words(string words)
    {
        var turn = Assert.Single(Parse($"Ada (00:01):\nFirst.\n{words}\nLast.").Turns);

        Assert.Equal($"First.\n{words}\nLast.", Assert.Single(turn.Paragraphs).Text);
    }

    [Fact]
    public void A_continuation_with_a_colon_among_its_words_is_no_new_speaker() =>
        Assert.Equal(
            "Ada @0:01\n  So.\n  @1:10 Remember this: it held.\n",
            DraftText.Of(Parse("Ada (00:01):\nSo.\n\n(01:10): Remember this: it held.")));

    [Fact]
    public void A_name_alone_on_its_line_is_a_speaker_where_another_header_times_it() =>
        Assert.Equal(
            "Ada @0:01\n  So.\nBo @0:09\n  Huh.\nAda\n  Yes.\n",
            DraftText.Of(Parse("Ada (00:01):\nSo.\n\nBo (00:09):\nHuh.\n\nAda:\nYes.")));

    [Fact]
    public void Digits_that_are_no_time_keep_the_speaker_and_say_so() =>
        Assert.Equal("Ada\n  So.\n! 1 labelled.time-unreadable\n", DraftText.Of(Parse("Ada (00:75:99):\nSo.")));

    [Fact]
    public void Front_matter_that_is_never_closed_is_not_speech() =>
        Assert.Equal(
            "Ada @0:01\n  > guest: Ada\n  So.\n",
            DraftText.Of(Parse("---\nguest: Ada\n\nAda (00:01):\nSo.")));

    [Fact]
    public void A_line_of_many_megabytes_is_read_in_one_pass()
    {
        var line = new string(' ', 1_000_000) + string.Concat(Enumerable.Repeat("(00:01:", 500_000));

        Assert.Equal(line.Trim(), Assert.Single(Parse("Ada (00:01):\n" + line).Turns[0].Paragraphs).Text);
    }

    private static EditionDraft Parse(string text) => new LabelledFormat().Parse(new SourceText("a.md", text));
}
