using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.SubRip;

namespace PodcastInsights.Core.Tests.Transcripts.SubRip;

public sealed class SubRipFormatTests
{
    [Theory]
    [InlineData("1\n00:00:01,000 --> 00:00:02,000\nAda Quill: Words.\n")]
    [InlineData("1\r\n00:00:01,000 --> 00:00:02,000\r\nAda Quill: Words.\r\n")]
    [InlineData("00:00:01.000 --> 00:00:02.000\nAda Quill: Words.")]                                // no number, a point
    [InlineData("\uFEFF1\n00:00:01,000 --> 00:00:02,000 X1:10 Y1:20\n<b>Ada Quill:</b> Words.\n")]  // place on the screen
    [InlineData("1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<font color=\"#fff\">Ada Quill: Words.</font>\n")]
    public void A_cue_is_read_however_its_program_wrote_it(string text) =>
        Assert.Equal("Ada Quill @0:01\n  Words.\n", DraftText.Of(Parse(text)));

    [Theory]
    [InlineData("Note: we shipped.")]
    [InlineData("Warning: hot.")]
    [InlineData("see https://example.org")]
    [InlineData("12:30 it was.")]
    [InlineData("And she said: never.")]
    public void Words_before_a_colon_are_no_speaker_by_that_alone(string line)
    {
        var turn = Assert.Single(Parse(
            "1\n00:00:01,000 --> 00:00:02,000\nAda Quill: One.\n\n"
            + $"2\n00:00:02,000 --> 00:00:03,000\n{line}\n\n"
            + "3\n00:00:03,000 --> 00:00:04,000\nSo.").Turns);

        Assert.Equal($"One. {line} So.", Assert.Single(turn.Paragraphs).Text);
    }

    [Fact]
    public void Captions_without_names_have_no_speaker_and_are_kept() =>
        Assert.Equal(
            "(nobody) @0:01\n  One. Two.\n! 2 subrip.no-speaker\n",
            DraftText.Of(Parse("1\n00:00:01,000 --> 00:00:02,000\nOne.\n\n2\n00:00:02,000 --> 00:00:03,000\nTwo.\n")));

    [Fact]
    public void Spoken_numbers_are_words_and_cue_numbers_are_not() =>
        Assert.Equal(
            "(nobody) @0:01\n  How many? 42\n  @0:08 Yes.\n! 2 subrip.no-speaker\n",
            DraftText.Of(Parse("1\n00:00:01,000 --> 00:00:02,000\nHow many?\n42\n2\n00:00:08,000 --> 00:00:09,000\nYes.\n")));

    private static EditionDraft Parse(string text) => new SubRipFormat().Parse(new SourceText("a.srt", text));
}
