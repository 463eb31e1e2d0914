using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.WebVtt;

namespace PodcastInsights.Core.Tests.Transcripts.WebVtt;

public sealed class WebVttFormatTests
{
    [Theory]
    [InlineData("<v Ada Quill>Words.</v>", "Ada Quill", "Words.")]
    [InlineData("<v Ada Quill>Words.", "Ada Quill", "Words.")]
    [InlineData("<v.loud.first Ada Quill>Words.", "Ada Quill", "Words.")]
    [InlineData("<v\tAda Quill>Words.", "Ada Quill", "Words.")]
    [InlineData("<v Ada &amp; Bo>Words.", "Ada & Bo", "Words.")]
    [InlineData("<v 林小明>Words.", "林小明", "Words.")]
    [InlineData("<v Ada><i>Words</i>, <b.x>more</b> <c.yellow.bg>w</c><00:00:01.000>ords.", "Ada", "Words, more words.")]
    [InlineData("<v Ada>a &lt; b &gt; c&nbsp;d &#39;e&#39;", "Ada", "a < b > c d 'e'")]
    [InlineData("<v Ada>1 < 2 and <3 and <unknown>", "Ada", "1 < 2 and <3 and <unknown>")]      // no tags of the grammar
    [InlineData("<v Ada><lang en-GB>Colour</lang> <ruby>字<rt>zi</rt></ruby>", "Ada", "Colour 字zi")]
    public void A_cue_has_the_speaker_of_its_voice_tag_and_its_words(string cue, string speaker, string words)
    {
        var turn = Assert.Single(Parse($"WEBVTT\n\n00:01.000 --> 00:02.000\n{cue}\n").Turns);

        Assert.Equal((speaker, words), (turn.Speaker, Assert.Single(turn.Paragraphs).Text));
    }

    [Theory]
    [InlineData("00:01.000 --> 00:02.000")]
    [InlineData("00:00:01.000 --> 00:00:02.000 position:10%,line-left align:left size:35%")]
    [InlineData("00:01.000\t-->\t00:02.000")]
    [InlineData("00:01.000-->00:02.000")]
    [InlineData("00:00:01,000 --> 00:00:02,000")]
    public void A_line_of_times_may_have_hours_settings_and_any_space(string times) =>
        Assert.Equal("Ada @0:01\n  Words.\n", DraftText.Of(Parse($"WEBVTT\n\nid-1\n{times}\n<v Ada>Words.\n")));

    [Fact]
    public void Several_voices_of_a_cue_are_several_turns() =>
        Assert.Equal(
            "Ada @0:01\n  One.\nBo @0:01\n  Two. Three.\nAda @0:01\n  Four.\n",
            DraftText.Of(Parse("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>One.</v> <v Bo>Two.</v> Three. <v Ada>Four.")));

    [Fact]
    public void A_name_that_comes_only_on_change_lasts_to_the_next() =>
        Assert.Equal(
            "Ada @0:01\n  One. Two.\nBo @0:03\n  Three.\n",
            DraftText.Of(Parse(
                "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>One.\n\n00:02.000 --> 00:03.000\nTwo.\n\n"
                + "00:03.000 --> 00:04.000\n<v Bo>Three.")));

    [Fact]
    public void Comments_styles_and_regions_are_left_out_with_a_diagnostic() =>
        Assert.Equal(
            "Ada @0:01\n  One.\n! 3 webvtt.comments-left-out\n",
            DraftText.Of(Parse(
                "WEBVTT\n\nREGION\nid:a\nwidth:40%\n\nNOTE\nnot shown\n\nNOTE nor this\n\n"
                + "00:01.000 --> 00:02.000\n<v Ada>One.\n\nNOTE\tend")));

    [Fact]
    public void A_line_said_twice_is_kept_twice_where_captions_do_not_roll() =>
        Assert.Equal(
            "Ada @0:01\n  No. No. Yes. Yes, it is. It was.\n",
            DraftText.Of(Parse(string.Join(
                "\n\n", "WEBVTT", CaptionCue(1, "<v Ada>No."), CaptionCue(2, "No."), CaptionCue(3, "Yes."), CaptionCue(4, "Yes, it is."), CaptionCue(5, "It was.")))));

    [Fact]
    public void Paragraphs_end_at_a_sentence_before_a_pause_and_never_in_a_sentence_before_a_short_one()
    {
        var cues = string.Join("\n\n", "WEBVTT", CaptionCue(1, "<v Ada>One thing"), CaptionCue(5, "held."), CaptionCue(9, "Another"), CaptionCue(20, "broke."));

        Assert.Equal("Ada @0:01\n  One thing held.\n  @0:09 Another\n  @0:20 broke.\n", DraftText.Of(Parse(cues)));
    }

    [Fact]
    public void A_hundred_thousand_open_brackets_are_read_in_one_pass()
    {
        var hostile = string.Concat(Enumerable.Repeat("<v <c.", 100_000));

        Assert.Equal(hostile, Assert.Single(Parse($"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>{hostile}").Turns[0].Paragraphs).Text);
    }

    [Theory]
    [InlineData("WEBVTT\n\nSTYLE\n::cue {\n}\n\n00:01.000 --> 00:02.000\nHuh.\n", 1)]
    [InlineData("\n\nwebvtt\n\n00:01.000 --> 00:02.000\nHuh.\n", 1)]
    [InlineData("00:01.000 --> 00:02.000\nHuh.\n", 1)]
    [InlineData("one\n00:01.000 --> 00:02.000\na\nb\nc\nd\ne\nf\ng\nh\ni\nj\n", 1)]                        // a list on the screen
    [InlineData("00:00:01,000 --> 00:00:02,000\nHuh.\n", 0)]                                               // SubRip
    [InlineData("# Captions\n\nLike this:\n\n```\nWEBVTT\n\n00:01.000 --> 00:02.000\nHuh.\n```\n\nThat is all.\n", 0)]
    [InlineData("WEBVTT is a format of captions.\n", 0)]
    [InlineData("a --> b\n", 0)]
    public void A_file_is_webvtt_by_its_signature_or_the_points_in_its_times(string text, double share) =>
        Assert.Equal(share, new WebVttFormat().Vote(new SourceText("a.txt", text)).Share);

    private static string CaptionCue(int second, string text) => $"00:{second:00}.000 --> 00:{second + 1:00}.000\n{text}";

    private static EditionDraft Parse(string text) => new WebVttFormat().Parse(new SourceText("a.vtt", text));
}
