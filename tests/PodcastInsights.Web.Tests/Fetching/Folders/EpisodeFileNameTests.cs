using CsCheck;
using PodcastInsights.Core.Importing;
using PodcastInsights.Web.Fetching.Feeds;
using PodcastInsights.Web.Fetching.Folders;

namespace PodcastInsights.Web.Tests.Fetching.Folders;

public sealed class EpisodeFileNameTests
{
    [Theory]
    [InlineData("Rope & tide: what's next?", "2030-03-05 Rope & tide - what's next")]
    [InlineData("Ep. 12 – Mr. Penn vs. the sea", "2030-03-05 Ep 12 – Mr Penn vs the sea")]
    [InlineData("AC/DC and 12:30", "2030-03-05 AC-DC and 12-30")]
    [InlineData("  -- \"Rope\" --  ", "2030-03-05 'Rope'")]
    [InlineData("绳子：和潮水", "2030-03-05 绳子：和潮水")]
    [InlineData("???", "2030-03-05 Episode")]
    public void It_is_the_day_and_the_title(string title, string name) =>
        Assert.Equal(name, EpisodeFileName.Candidates("f", new FeedEpisode("1", title) { Date = new DateOnly(2030, 3, 5) }).First());

    [Fact]
    public void Its_last_name_is_the_id_s_whatever_the_title() =>
        Assert.Equal(
            EpisodeFileName.Candidates("f", new FeedEpisode("1", "Rope")).Last(), EpisodeFileName.Candidates("f", new FeedEpisode("1", "Tide")).Last());

    [Fact]
    public void Whatever_the_title_an_import_reads_the_name_as_it_is_meant() =>
        Gen.Select(Gen.String[Gen.Char, 0, 400], Gen.Bool).Sample((title, dated) =>
        {
            var episode = new FeedEpisode("1", FeedText.Of(title) ?? "Untitled") { Date = dated ? new DateOnly(2030, 3, 5) : null };
            var names = EpisodeFileName.Candidates("f", episode).ToList();
            Assert.NotEmpty(names);
            Assert.All(names, name =>
            {
                Assert.True(EpisodeFileName.IsPlain(name));
                Assert.True(LibraryFolder.IsRead(name + ".vtt"));
                Assert.Equal(name, LibraryFile.Of("/", $"/{name}.vtt").Name);
                Assert.True(System.Text.Encoding.UTF8.GetByteCount(name) <= 220);
            });
        });
}
