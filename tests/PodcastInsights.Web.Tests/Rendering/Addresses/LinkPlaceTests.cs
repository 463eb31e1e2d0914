using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Tests.Rendering.Addresses;

public sealed class LinkPlaceTests
{
    private const string Root = "https://talks.example/pods";

    [Theory]
    [InlineData("https://talks.example/pods/episodes/rosa-lind", "Episode rosa-lind")]
    [InlineData("http://talks.example:443/pods/episodes/rosa-lind", null)] // another port than https has
    [InlineData("/pods/zh/episodes/rosa-lind", "Episode rosa-lind lang=zh")]
    [InlineData("/pods/zh-Hant/episodes/rosa-lind", "Episode rosa-lind lang=zh")]
    [InlineData("/zh/episodes/rosa-lind?lang=en", "Episode rosa-lind lang=en")]
    [InlineData("/episodes/%E6%9E%97%E6%99%93%E9%9B%A8/turns/2-abcdef?w=1-3", "Turn 林晓雨 id=2-abcdef w=1-3")]
    [InlineData("/pods/api/v1/episodes/rosa-lind/export/md", "Episode rosa-lind")]
    [InlineData("/pods/cards/rosa-lind/2-abcdef.png?lang=zh", "Turn rosa-lind id=2-abcdef lang=zh")]
    [InlineData("/pods/cards/rosa-lind/episode.png", "Episode rosa-lind")]
    [InlineData("  /pods/episodes/rosa-lind#t-2-abcdef ", "Turn rosa-lind id=2-abcdef")]
    [InlineData("/pods/speakers/petra?page=2", "Speaker petra")]
    [InlineData("/episodes/rosa-lind?from=12.3&count=5", "Episode rosa-lind from=12.3 count=5")]
    [InlineData("http://TALKS.example/pods/episodes/rosa-lind", "Episode rosa-lind")] // led on to https
    [InlineData("https://talks.example/episodes/rosa-lind", null)] // another site of the host
    [InlineData("https://talks.example/pods/ZH/Episodes/rosa-lind/Turns/2-abcdef", "Turn rosa-lind id=2-abcdef")]
    [InlineData("/pods/episodes/rosa-lind.md", "Episode rosa-lind")]
    [InlineData("/pods/episodes/rosa-lind/turns/2-abcdef.bib", "Turn rosa-lind id=2-abcdef")]
    [InlineData("/pods/recordings/rosa-lind", "Episode rosa-lind")]
    [InlineData("/pods/episodes/rosa-lind/other/2-abcdef", null)]
    [InlineData("//other.example/episodes/rosa-lind", null)]
    [InlineData("https://talks.example.other/pods/episodes/rosa-lind", null)]
    [InlineData("https://talks.example@other.example/pods/episodes/rosa-lind", null)]
    [InlineData("ftp://talks.example/pods/episodes/rosa-lind", null)]
    [InlineData("/pods", null)]
    [InlineData("/pods/search?q=leak", null)]
    [InlineData("file:///episodes/rosa-lind", null)]
    public void An_address_leads_to_what_it_names(string address, string? expected)
    {
        var place = LinkPlace.TryRead(address, Root, out var found) ? found : null;
        Assert.Equal(expected, place is null ? null : $"{place.Kind} {place.Given["slug"]}{string.Concat(
            new[] { "id", "lang", "w", "from", "count" }.Where(name => place.Given[name].Count > 0).Select(name => $" {name}={place.Given[name]}"))}");
    }
}
