using System.Text;
using PodcastInsights.Web.Fetching.Feeds;

namespace PodcastInsights.Web.Tests.Fetching.Feeds;

public sealed class FeedReaderTests
{
    private static readonly Uri Address = new("https://pods.example/feeds/feed.xml");

    [Theory]
    [InlineData("Tue, 05 Mar 2030 23:30:00 -0800", "2030-03-05")]
    [InlineData("Tue, 5 Mar 2030 06:00:00 PST", "2030-03-05")]
    [InlineData("5 March 2030", "2030-03-05")]
    [InlineData("Tue, 05 Mar 30 06:00:00 GMT", "2030-03-05")]
    [InlineData("2030-03-05T06:00:00Z", "2030-03-05")]
    [InlineData("Tue, 31 Feb 2030 06:00:00 GMT", null)]
    [InlineData("yesterday", null)]
    [InlineData("", null)]
    public void A_date_is_the_day_as_it_is_written(string text, string? day) =>
        Assert.Equal(day, FeedText.DateOf(text)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("<podcast:person>Mara</podcast:person>", "", "Mara")]
    [InlineData("<podcast:person role=\"Guest\">Ora</podcast:person><podcast:person role=\"HOST\" group=\"Cast\">Mara</podcast:person>", "Ora", "Mara")]
    [InlineData("<podcast:person role=\"guest host\">Bo</podcast:person><podcast:person role=\"co-host\">Mara</podcast:person>", "", "Bo, Mara")]
    [InlineData("<podcast:person role=\"editor\" group=\"audio post-production\">Bo</podcast:person>", "", "")]
    [InlineData("<podcast:person role=\"guest\"> Ora \n Penn </podcast:person><podcast:person role=\"guest\"/>", "Ora Penn", "")]
    [InlineData("", "", "Crew")]
    public void People_of_an_episode_replace_those_of_the_show(string people, string guests, string hosts)
    {
        var episode = Read($"<podcast:person>Crew</podcast:person><item><title>A</title><guid>1</guid>{people}</item>").Episodes.Single();
        Assert.Equal((guests, hosts), (string.Join(", ", episode.Guests), string.Join(", ", episode.Hosts)));
    }

    [Theory]
    [InlineData("xmlns:podcast=\"http://podcastindex.org/namespace/1.0/\"")]
    [InlineData("xmlns:podcast=\"https://PodcastIndex.org/namespace/1.0\"")]
    [InlineData("xmlns:podcast=\"https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md\"")]
    public void The_namespace_is_known_under_its_names(string declaration)
    {
        var page = FeedReader.Read(
            $"<rss {declaration}><channel><item><title>A</title><podcast:transcript url=\"../t/a.vtt\" type=\"text/vtt\"/></item></channel></rss>", Address, 9);
        Assert.Equal("https://pods.example/t/a.vtt", page!.Episodes.Single().Transcripts.Single().Address.AbsoluteUri);
    }

    [Theory]
    [InlineData("utf-8", true, "Hafengespräche 绳")]
    [InlineData("utf-8", false, "Hafengespräche 绳")]
    [InlineData("utf-16", true, "Hafengespräche 绳")]
    [InlineData("utf-16BE", true, "Hafengespräche 绳")]
    [InlineData("iso-8859-1", false, "Hafengespräche")]
    [InlineData("windows-1251", false, "Гавань")]
    [InlineData("gb18030", false, "港口绳子")]
    public void It_is_read_in_the_encoding_that_it_declares(string name, bool mark, string title)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        var bytes = encoding.GetBytes($"<?xml version='1.0' encoding='{name}'?><rss><channel><title>{title}</title></channel></rss>");
        var text = FeedEncoding.Read(mark ? [.. encoding.GetPreamble(), .. bytes] : bytes, charset: null);
        Assert.Equal(title, FeedReader.Read(text, null, 9)!.Show);
    }

    [Fact]
    public void The_header_says_the_encoding_where_the_feed_does_not_and_a_wrong_byte_costs_itself()
    {
        var latin = Encoding.Latin1.GetBytes("<rss><channel><title>Hafengespräche</title></channel></rss>");
        Assert.Equal("Hafengespräche", FeedReader.Read(FeedEncoding.Read(latin, "iso-8859-1"), null, 9)!.Show);
        Assert.Equal("Hafengespr\uFFFDche", FeedReader.Read(FeedEncoding.Read(latin, "no-such"), null, 9)!.Show);
        Assert.Equal("a\uFFFDb", FeedReader.Read(FeedEncoding.Read("<rss><channel><title>a\u0001b</title></channel></rss>"u8.ToArray(), null), null, 9)!.Show);
    }

    [Fact]
    public void What_stands_before_a_break_is_read()
    {
        var page = Read("<item><title>A</title><guid>1</guid></item><item><title>B</wrong>");
        Assert.Equal(["A"], page.Episodes.Select(episode => episode.Title));
        Assert.Contains("broken at line", page.Broken, StringComparison.Ordinal);
    }

    [Fact]
    public void No_depth_and_no_entity_costs_more_than_the_feed()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000));
        Assert.Equal(["A"], Read($"<x>{deep}</x><item><title>A</title><guid>1</guid>{deep}</item>").Episodes.Select(episode => episode.Title));
        var bomb = "<!DOCTYPE rss [<!ENTITY a \"" + new string('a', 1000) + "\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><title>&b;&x;</title></channel></rss>";
        var page = FeedReader.Read(bomb, null, 9);
        Assert.True(page is null or { Show: null, Broken: not null });
    }

    [Fact]
    public void What_an_episode_may_hold_is_bounded()
    {
        var many = Read($"<item><title>A</title><guid>1</guid>{string.Concat(Enumerable.Repeat("<podcast:person role=\"guest\">P</podcast:person>", 50_000))}"
            + $"<podcast:transcript url=\"/late.vtt\"/></item><item a=\"{new string('x', 100_000)}\"/><item><title>{new string('t', 100_000)}</title><guid>3</guid></item>");
        Assert.Equal(["A", "Untitled", new string('t', 500)], many.Episodes.Select(episode => episode.Title));
    }

    [Fact]
    public void No_more_items_are_read_than_may_be() =>
        Assert.Equal(3, Read(string.Concat(Enumerable.Range(0, 10).Select(i => $"<item><title>{i}</title><guid>{i}</guid></item>")), most: 3).Episodes.Count);

    [Theory]
    [InlineData("""{"chapters":[{"startTime":60,"title":"B"},{"startTime":"0:01","title":"A"}]}""", "1 A|60 B")]
    [InlineData("""{"chapters":[{"startTime":1e99,"title":"A"},{"startTime":-1,"title":"B"},{"title":"C"},{"startTime":1},null,7,{"startTime":2,"title":"\ud800"}]}""", "")]
    [InlineData("""{"chapters":7}""", "")]
    [InlineData("[]", "")]
    [InlineData("<html>", "")]
    [InlineData("", "")]
    public void Chapters_are_those_with_a_time_and_a_title(string json, string chapters) => Assert.Equal(
        chapters, string.Join('|', ChapterFile.Read(Encoding.UTF8.GetBytes(json)).Select(chapter => $"{chapter.Start} {chapter.Title}")));

    private static FeedPage Read(string channel, int most = 100) => FeedReader.Read(
        $"<rss xmlns:podcast=\"https://podcastindex.org/namespace/1.0\"><channel>{channel}</channel></rss>", Address, most)!;
}
