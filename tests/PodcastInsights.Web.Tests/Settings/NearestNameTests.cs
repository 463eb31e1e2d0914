using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Tests.Settings;

public sealed class NearestNameTests
{
    private static readonly string[] Names = ["Library:Transcripts", "Library:Watch", "Import:FileLines", "Import:FileTurns", "urls", "import"];

    [Theory]
    [InlineData("Library:Transcript", "Library:Transcripts")]
    [InlineData("library:WATCH", "Library:Watch")]
    [InlineData("Library:Wacth", "Library:Watch")]
    [InlineData("Libray:Watch", "Library:Watch")]
    [InlineData("Import:FileLine", "Import:FileLines")]
    [InlineData("Import:FileTurn", "Import:FileTurns")]
    [InlineData("Transcripts", "Library:Transcripts")] // without its section
    [InlineData("imprt", "import")]
    [InlineData("url", "urls")]
    [InlineData("Zyzzyva", null)]
    [InlineData("", null)]
    [InlineData("x", null)]
    public void The_name_with_the_fewest_slips_is_found(string typed, string? meant) => Assert.Equal(meant, NearestName.Of(typed, Names));
}
