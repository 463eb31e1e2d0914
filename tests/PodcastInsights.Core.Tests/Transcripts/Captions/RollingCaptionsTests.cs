using PodcastInsights.Core.Transcripts.Captions;

namespace PodcastInsights.Core.Tests.Transcripts.Captions;

public sealed class RollingCaptionsTests
{
    [Theory]
    [InlineData("a b|c d / c d|e f / e f|g h", "a b c d e f g h")]                                  // whole lines
    [InlineData("it was grey that / grey that day and / day and we / and we slept", "it was grey that day and we slept")]
    [InlineData("we / we tied / we tied it / we tied it up", "we tied it up")]                      // text that grows
    [InlineData("we tied, / We tied the / tied the boat. / the boat. It held", "we tied, the boat. It held")]
    [InlineData("a b c / b c d / - / b c d e / c d e f", "a b c d - b c d e f")]                    // a cue with a dash alone between
    [InlineData("今天我們講 / 我們講搜尋 / 講搜尋。然後", "今天我們講 搜尋 然後")]
    public void What_the_cue_before_shows_is_read_once(string cues, string words) => Assert.Equal(words, Read(cues));

    [Theory]
    [InlineData("No. / No. / Yes. / Yes, it is. / It was.")]
    [InlineData("We shipped. / It held. It held. / It held. And how. / So. / Why? / Why? / Who?")]
    [InlineData("I said that / that it held / it never / never broke")]                             // a word at the seam
    [InlineData("one two three / two three four / five / six / seven / eight / nine / ten / eleven")] // once in nine
    public void What_people_say_twice_is_read_twice(string cues) =>
        Assert.Equal(cues.Replace(" /", "", StringComparison.Ordinal), Read(cues));

    [Fact]
    public void The_same_words_of_another_speaker_are_kept()
    {
        var lines = Enumerable.Range(0, 6)
            .Select(i => new List<CaptionLine> { new(i % 2 == 0 ? "Ada" : "Bo", true, "we shipped it and") })
            .ToList();

        RollingCaptions.Unroll(lines);

        Assert.All(lines, cue => Assert.Equal("we shipped it and", cue[0].Text));
    }

    private static string Read(string cues)
    {
        var lines = cues
            .Split(" / ")
            .Select(cue => cue.Split('|').Select(line => new CaptionLine(null, false, line)).ToList())
            .ToList();
        RollingCaptions.Unroll(lines);
        return string.Join(' ', lines.SelectMany(cue => cue).Select(line => line.Text).Where(text => text.Length > 0));
    }
}
