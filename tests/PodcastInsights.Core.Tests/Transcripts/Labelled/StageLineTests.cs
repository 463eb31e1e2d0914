using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.Labelled;

namespace PodcastInsights.Core.Tests.Transcripts.Labelled;

public sealed class StageLineTests
{
    [Theory]
    [InlineData("Transcribed by https://otter.ai")]
    [InlineData("Transcribed by <https://example.org>")]
    [InlineData("Mara Voss started transcription")]
    [InlineData("Mara Voss stopped the recording")]
    [InlineData("Meeting ended after 12:45")]
    [InlineData("The recording stopped at 12:45")]
    [InlineData("ACTION ITEM: Order paint - WATCH: https://example.org/share?timestamp=14")]
    [InlineData("♪ Night ferry")]                                                              // a song that is played
    [InlineData("※聞き取れない部分は省略しました。")]                                                // a remark of who wrote it down
    [InlineData("> [!quote] Mara")]                                                            // a callout of Obsidian
    public void What_a_program_wrote_is_a_note_wherever_it_stands(string line) => Assert.True(StageLine.IsNote(Line(line)));

    [Theory]
    [InlineData("The meeting went on until noon.")]
    [InlineData("We stopped the recording. Then it rained.")]
    [InlineData("Transcribed by my aunt, who can spell.")]
    [InlineData("ACTION ITEM: order the paint.")]                                              // somebody may say it
    [InlineData("See https://example.org/a")]
    [InlineData("Mara: see https://example.org/a")]
    [InlineData("> It held.")]
    [InlineData("♪ It held, it held ♪")]                                                       // sung
    public void Words_about_such_things_are_words(string line) => Assert.False(StageLine.IsNote(Line(line)));

    [Theory]
    [InlineData("https://example.org/a", true)]
    [InlineData("<https://example.org/a>", true)]
    [InlineData("[The nail](https://example.org/nail)", true)]
    [InlineData("- [The nail](https://example.org/nail), in parts", true)]
    [InlineData("- The nail: https://example.org/nail", true)]
    [InlineData("Website: https://example.org/nail", true)]
    [InlineData("*Recorded on the pier*", true)]
    [InlineData("_Recorded on the pier_", true)]
    [InlineData("*Recorded* on the *pier*", false)]
    [InlineData("**Recorded on the pier**", false)]
    [InlineData("Look at https://example.org/nail", false)]
    [InlineData("- The nail", false)]
    public void A_link_or_a_remark_in_italics_says_nothing_of_its_own(string line, bool expected) => Assert.Equal(expected, StageLine.IsNobodys(Line(line)));

    private static LabelledLine Line(string text) => LabelledLines.Read(new SourceText("a.md", text), 0)[0];
}
