using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.SubStation;

namespace PodcastInsights.Core.Tests.Transcripts.SubStation;

public sealed class SubStationFormatTests
{
    private const string Head = "[Script Info]\nScriptType: v4.00+\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n";

    [Fact]
    public void The_column_of_the_speaker_is_found_by_its_name() =>
        Assert.Equal(
            "Ada @0:01\n  We shipped, on a Tuesday.\n",
            DraftText.Of(Parse("[Events]\nFormat: Marked, Start, End, Actor, Text\nDialogue: Marked=0,0:00:01.18,0:00:06.85,Ada,We shipped, on a Tuesday.\n")));

    [Fact]
    public void Without_names_the_text_is_read_as_captions_are() =>
        Assert.Equal(
            "Ada @0:01\n  Salt & tar, a < b?\nBo @0:03\n  Yes.\n",
            DraftText.Of(Parse($"{Head}Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,Ada: Salt & tar,\\Na < b?\nDialogue: 0,0:00:03.00,0:00:04.00,Default,,0,0,0,,Bo: Yes.\n")));

    [Theory]
    [InlineData("{\\k20}We {\\k30}shipped.", "We shipped.")]
    [InlineData("We\\hshipped.", "We shipped.")]
    [InlineData("{\\p1}m 0 0 l 9 9{\\i1} b 1 1{\\p0}We shipped.", "We shipped.")]
    [InlineData("{We shipped.", "{We shipped.")]
    public void Codes_and_drawings_are_no_words(string text, string words) =>
        Assert.Equal(words, Assert.Single(Parse($"{Head}Dialogue: 0,0:00:01.00,0:00:02.00,Default,Ada,0,0,0,,{text}\n").Turns).Paragraphs.Single().Text);

    [Theory]
    [InlineData("Title: Untitled")]
    [InlineData("Title: Default Aegisub file")]
    public void A_program_s_own_title_is_none(string title) => Assert.Empty(Parse($"{title}\n{Head}").Titles);

    [Fact]
    public void A_page_about_the_format_is_none_of_it() =>
        Assert.Equal(default, new SubStationFormat().Vote(new SourceText("a.md", "The section [Events] has a line\nDialogue: 0,0:00:01.00,0:00:02.00,Default,Ada,0,0,0,,Hi.\n")));

    private static EditionDraft Parse(string text) => new SubStationFormat().Parse(new SourceText("a.ass", text));
}
