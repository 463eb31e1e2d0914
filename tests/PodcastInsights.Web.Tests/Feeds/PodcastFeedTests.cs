using System.Net;
using System.Xml.Linq;
using PodcastInsights.Web.Tests.Recordings;

namespace PodcastInsights.Web.Tests.Feeds;

public sealed class PodcastFeedTests(HeardLibrary library, WebApp silent, FeedPrograms programs) : IClassFixture<HeardLibrary>
{
    private const string Feed = "/feeds/podcast.rss";

    private static readonly XNamespace Podcast = "https://podcastindex.org/namespace/1.0";

    private WebApp App => library.App;

    [Fact]
    public async Task It_has_the_episodes_that_can_be_heard_with_what_a_player_needs()
    {
        var channel = await ChannelAsync();
        var items = channel.Elements("item").ToDictionary(item => new Uri((string)item.Element("link")!).AbsolutePath.Split('/')[^1]);
        Assert.Equal([HeardLibrary.Remote, HeardLibrary.Elsewhere, HeardLibrary.Timeless, HeardLibrary.Timed], items.Keys.OrderBy(name => name, StringComparer.Ordinal).OrderBy(name => name[0]));

        var file = items[HeardLibrary.Timed].Element("enclosure")!;
        Assert.Equal(("audio/wav", new FileInfo(library.Recording).Length), ((string?)file.Attribute("type"), (long?)file.Attribute("length")));
        using var sent = await App.Client.GetAsync((string)file.Attribute("url")!, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal((HttpStatusCode.OK, "audio/wav", new FileInfo(library.Recording).Length), (sent.StatusCode, sent.Content.Headers.ContentType?.MediaType, sent.Content.Headers.ContentLength));

        var link = items[HeardLibrary.Remote].Element("enclosure")!;
        Assert.Equal(("https://cdn.bells.example/one.mp3?from=feed", "audio/mpeg", "0"), ((string?)link.Attribute("url"), (string?)link.Attribute("type"), (string?)link.Attribute("length")));
    }

    [Fact]
    public async Task It_is_offered_where_something_can_be_heard()
    {
        Assert.Contains(Feed, (await App.GetPageAsync("/")).Links());
        Assert.DoesNotContain(Feed, (await silent.GetPageAsync("/")).Links());
    }

    [Fact]
    public async Task Transcripts_and_chapters_are_named_where_there_are_some_and_each_address_has_what_it_promises()
    {
        var items = (await ChannelAsync()).Elements("item").ToList();
        foreach (var file in items.Elements().Where(element => element.Name.Namespace == Podcast))
        {
            using var response = await App.Client.GetAsync((string)file.Attribute("url")!);
            Assert.Equal((HttpStatusCode.OK, (string?)file.Attribute("type")), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        }

        Assert.Equal(
            ["text/vtt", "application/x-subrip", "application/json", "text/html"],
            KindsOf(HeardLibrary.Timed));
        Assert.Equal(["text/html"], KindsOf(HeardLibrary.Timeless));

        IEnumerable<string?> KindsOf(string slug) => items
            .Single(item => ((string)item.Element("link")!).EndsWith(slug, StringComparison.Ordinal))
            .Elements(Podcast + "transcript")
            .Select(transcript => (string?)transcript.Attribute("type"));
    }

    [Fact]
    public async Task Two_libraries_read_it_and_its_entries_are_those_of_the_other_feeds()
    {
        var syndicated = await App.GetFeedAsync(Feed);
        var read = (await programs.ReadAsync(await App.Client.GetStringAsync(Feed))).Single();
        Assert.Equal("rss", read.GetProperty("format").GetString());
        var items = read.GetProperty("feed").GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(syndicated.Items.Select(item => item.Id), items.Select(item => item.GetProperty("guid").GetProperty("value").GetString()));
        Assert.Equal(4, items.Count(item => item.GetProperty("enclosures").GetArrayLength() == 1));
        var timed = items.Single(item => item.GetProperty("link").GetString()!.EndsWith(HeardLibrary.Timed, StringComparison.Ordinal));
        Assert.Equal(4, timed.GetProperty("podcast").GetProperty("transcripts").GetArrayLength());
        var episodes = (await App.GetFeedAsync("/feeds/episodes.atom")).Items.Select(item => item.Id).ToHashSet();
        Assert.All(syndicated.Items, item => Assert.Contains(item.Id, episodes));
    }

    [Theory]
    [InlineData("/zh/feeds/podcast.rss", HttpStatusCode.OK)]
    [InlineData("/feeds/podcast.rss?archive=1", HttpStatusCode.NotFound)]
    [InlineData("/feeds/podcast.atom", HttpStatusCode.NotFound)]
    public async Task It_has_one_address_for_each_language(string url, HttpStatusCode status) => Assert.Equal(status, await App.StatusAsync(url));

    private async Task<XElement> ChannelAsync() => XElement.Parse(await App.Client.GetStringAsync(Feed)).Element("channel")!;
}
