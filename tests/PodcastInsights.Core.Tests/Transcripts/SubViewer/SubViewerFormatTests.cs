using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.SubViewer;

namespace PodcastInsights.Core.Tests.Transcripts.SubViewer;

public sealed class SubViewerFormatTests
{
    [Theory]
    [InlineData("0:00:01.000,0:00:02.500\nAda: We shipped\non a Tuesday.\n")]
    [InlineData("00:00:01.00,00:00:02.50\r\nAda: We shipped[br]on a Tuesday.\r\n")]
    [InlineData("0:00:01.000,0:00:02.500\nAda: We shipped\n\n0:00:02.500,0:00:03.000\non a Tuesday.")]
    public void A_cue_is_read_however_its_program_wrote_it(string text) =>
        Assert.Equal("Ada @0:01\n  We shipped on a Tuesday.\n", DraftText.Of(new SubViewerFormat().Parse(new SourceText("a.sbv", text))));

    [Theory]
    [InlineData("0:00:01,0:00:02\nWe shipped.")]                        // a list of times
    [InlineData("start,end\n1.000,2.500\n")]
    [InlineData("At 0:00:01.000,0:00:02.500 we shipped.")]
    public void Other_times_with_a_comma_are_none(string text) => Assert.Equal(default, new SubViewerFormat().Vote(new SourceText("a.txt", text)));
}
