using System.Text;

namespace PodcastInsights.Web.Tests.Fetching;

/// <summary>A feed as written by a program, its files, and the expected result for one episode.</summary>
/// <param name="Xml"><c>{host}</c> stands for the host's address.</param>
internal sealed record GeneratorFeed(string Name, string Xml, params (string Path, string Type, string Text)[] Links)
{
    public Encoding Encoding { get; init; } = new UTF8Encoding(false);

    public string File { get; init; } = "2030-03-05 Rope and tide.vtt";

    public string Title { get; init; } = "Rope and tide";

    public string Date { get; init; } = "2030-03-05";

    public string[] Guests { get; init; } = ["Ora Penn"];

    public string? Link { get; init; } = "https://harbour.example/episodes/rope";

    public string? Media { get; init; } = "https://cdn.harbour.example/rope.mp3";

    public string Language { get; init; } = "en";

    public string[] Sections { get; init; } = [];
}

/// <summary>Feeds modelled on those of common programs, by their documentation or by examples; the text is made up.</summary>
internal static class GeneratorFeeds
{
    private const string Podcast = "xmlns:podcast=\"https://podcastindex.org/namespace/1.0\"";
    private const string ITunes = "xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\"";
    private const string Enclosure = "<enclosure url=\"https://cdn.harbour.example/rope.mp3\" length=\"12345678\" type=\"audio/mpeg\"/>";
    private const string Link = "<link>https://harbour.example/episodes/rope</link>";

    public static IReadOnlyList<GeneratorFeed> All { get; } =
    [
        // Buzzsprout: HTML, JSON and SubRip of one transcript, the last one twice; the oldest address of the namespace.
        new(
            "buzzsprout",
            $"""
            <?xml version="1.0" encoding="UTF-8" ?>
            <?xml-stylesheet href="https://feeds.harbour.example/styles.xsl" type="text/xsl"?>
            <rss version="2.0" {ITunes} xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom">
            <channel><atom:link href="{Host}/feed.xml" rel="self" type="application/rss+xml" /><title>Harbour talks</title><language>en-us</language>
            <podcast:locked>yes</podcast:locked><podcast:person role="host">Mara Voss</podcast:person>
            <item><itunes:title>Rope and tide</itunes:title><title>Rope and tide</title><description><![CDATA[<p>Of ropes.</p>]]></description>
            <content:encoded><![CDATA[<p>Of <b>ropes</b>.</p>]]></content:encoded>{Link}
            <enclosure url="https://cdn.harbour.example/rope.mp3" length="12" type="audio/mpeg" /><guid isPermaLink="false">Host-1234</guid>
            <pubDate>Tue, 05 Mar 2030 06:00:00 -0500</pubDate>
            <podcast:person role="guest" href="https://ora.example">Ora Penn</podcast:person><podcast:person>Mara Voss</podcast:person>
            <podcast:transcript url="{Host}/1234/transcript" type="text/html" />
            <podcast:transcript url="{Host}/1234/transcript.json" type="application/json" />
            <podcast:transcript url="{Host}/1234/transcript.srt" type="application/x-subrip" />
            <podcast:transcript url="{Host}/1234/transcript.srt" type="application/srt" rel="captions" />
            <podcast:chapters url="{Host}/1234/chapters.json" type="application/json" />
            <itunes:duration>67</itunes:duration></item></channel></rss>
            """,
            ("/1234/transcript.json", "application/json", Talks.Json),
            ("/1234/chapters.json", "application/json", """{"version":"1.2.0","chapters":[{"startTime":0,"title":"Out"},{"startTime":60,"title":"In","img":"https://x.example/i.jpg"},{"startTime":61,"toc":false,"title":"Hidden"}]}"""))
        {
            File = "2030-03-05 Rope and tide.json",
            Sections = ["Out", "In"],
        },

        // Transistor: VTT, SubRip, text and HTML, addresses without an ending.
        new(
            "transistor",
            $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" {Podcast} {ITunes}>
            <channel><atom:link rel="self" type="application/atom+xml" href="{Host}/feed.xml"/><title>Harbour talks</title><language>en</language>
            <item><title>Rope and tide</title><itunes:episode>12</itunes:episode><podcast:episode>12</podcast:episode>
            <guid isPermaLink="false">9c5b0e5a-0000-4000-8000-000000000001</guid>{Link}<pubDate>Tue, 05 Mar 2030 05:00:00 -0500</pubDate>{Enclosure}
            <itunes:duration>4087</itunes:duration><podcast:person role="Guest" img="https://x.example/o.jpg">Ora Penn</podcast:person>
            <podcast:transcript url="{Host}/s/ab12/transcription.vtt" type="text/vtt" rel="captions"/>
            <podcast:transcript url="{Host}/s/ab12/transcription.srt" type="application/x-subrip" rel="captions"/>
            <podcast:transcript url="{Host}/s/ab12/transcription.txt" type="text/plain"/>
            <podcast:transcript url="{Host}/s/ab12/transcription" type="text/html"/></item></channel></rss>
            """,
            ("/s/ab12/transcription.vtt", "text/vtt", Talks.VoicedVtt)),

        // Podlove: paged, chapters in the feed, VTT and the Publisher's own JSON by parameters, people of the channel.
        new(
            "podlove",
            $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" {ITunes} xmlns:psc="http://podlove.org/simple-chapters" {Podcast} xmlns:fh="http://purl.org/syndication/history/1.0">
            <channel><title>Harbour talks</title><link>https://harbour.example/</link><language>en-GB</language><atom:link rel="next" href="{Host}/feed.xml?paged=2"/>
            <item><title>Rope and tide</title>{Link}<guid isPermaLink="false">podlove-2030-03-05t06:00:00+00:00-abc</guid><pubDate>Tue, 05 Mar 2030 06:00:00 +0000</pubDate>
            {Enclosure}<podcast:person role="guest">Ora Penn</podcast:person>
            <podcast:transcript url="{Host}/p/rope?podlove_transcript=webvtt" type="text/vtt"/>
            <podcast:transcript url="{Host}/p/rope?podlove_transcript=json" type="application/json"/>
            <psc:chapters version="1.2"><psc:chapter start="00:00:00.000" title="Out"/><psc:chapter start="00:01:00" title="In" href="https://x.example"/></psc:chapters>
            </item></channel></rss>
            """,
            ("/feed.xml?paged=2", "application/rss+xml", FeedHost.FeedOf("<item><title>Older one</title><guid>older</guid><pubDate>Mon, 4 Mar 2030 06:00:00 GMT</pubDate><podcast:transcript url=\"{host}/p/older.json\" type=\"application/json\"/></item>")),
            ("/p/older.json", "application/json", Talks.PodloveJson),
            ("/p/rope?podlove_transcript=webvtt", "text/vtt", Talks.VoicedVtt))
        {
            Sections = ["Out", "In"],
        },

        // Castopod: captions of the instance with their language, people with groups.
        new(
            "castopod",
            $"""
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0" {ITunes} {Podcast} xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom">
            <channel><title>Harbour talks</title><language>fr</language><podcast:person role="host" group="cast">Mara Voss</podcast:person>
            <item><title>Rope and tide</title><guid>https://pod.harbour.example/@harbour/episodes/rope</guid>{Link}<pubDate>Tue, 05 Mar 2030 07:00:00 +0000</pubDate>{Enclosure}
            <podcast:person role="guest" group="cast">Ora Penn</podcast:person><podcast:person role="sound designer" group="audio post-production">Bo Reed</podcast:person>
            <podcast:transcript url="{Host}/media/rope.srt" type="application/x-subrip" rel="captions" language="fr"/>
            <podcast:chapters url="{Host}/gone.json" type="application/json+chapters"/></item></channel></rss>
            """,
            ("/media/rope.srt", "application/x-subrip", Talks.Srt),
            ("/gone.json", "application/json", "<html>no</html>"))
        {
            File = "2030-03-05 Rope and tide.srt",
            Language = "fr",
        },

        // PowerPress (Blubrry): the namespace by its page, titles in CDATA with entities in them, http.
        new(
            "powerpress",
            $"""
            <?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
            xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
            xmlns:podcast="https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md" xmlns:rawvoice="https://blubrry.com/developer/rawvoice-rss/">
            <channel><title>Harbour talks</title><language>en-US</language>
            <item><title><![CDATA[Rope &#038; tide &#8211; what&#8217;s next?]]></title>{Link}<pubDate>Tue, 05 Mar 2030 06:00:00 +0000</pubDate>
            <guid isPermaLink="false">https://harbour.example/?p=12</guid>{Enclosure}<podcast:person role="guest">Ora Penn</podcast:person>
            <podcast:transcript url="{Host}/wp/rope.srt" type="application/srt" rel="captions" />
            <rawvoice:metamark type="x" /></item></channel></rss>
            """,
            ("/wp/rope.srt", "text/plain", Talks.Srt))
        {
            File = "2030-03-05 Rope & tide – what’s next.srt",
            Title = "Rope & tide – what’s next?",
        },

        // RSS.com: VTT and JSON of several languages.
        new(
            "rss.com",
            $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" {Podcast} {ITunes}><channel><title>Harbour talks</title><language>es</language>
            <item><title>Rope and tide</title>{Link}<guid isPermaLink="false">44d0</guid><pubDate>Tue, 05 Mar 2030 06:00:00 GMT</pubDate>{Enclosure}
            <podcast:person role="guest">Ora Penn</podcast:person>
            <podcast:transcript url="{Host}/t/en.vtt" type="text/vtt" language="en"/><podcast:transcript url="{Host}/t/es.vtt" type="text/vtt" language="es"/>
            <podcast:transcript url="{Host}/t/zh.vtt" type="text/vtt" language="zh-Hans"/></item></channel></rss>
            """,
            ("/t/es.vtt", "text/vtt", Talks.VoicedVtt))
        {
            Language = "es",
        },

        // Libsyn: a redirect to a network of copies.
        new(
            "libsyn",
            $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" {Podcast} {ITunes}><channel><title>Harbour talks</title><language><![CDATA[en]]></language>
            <item><title>Rope and tide</title><itunes:title>Rope and tide</itunes:title><pubDate>Tue, 05 Mar 2030 06:00:00 +0000</pubDate><guid isPermaLink="false"><![CDATA[7e7a-1]]></guid>
            <link><![CDATA[https://harbour.example/episodes/rope]]></link>{Enclosure}<itunes:duration>01:02</itunes:duration><podcast:person role="guest"><![CDATA[Ora Penn]]></podcast:person>
            <podcast:transcript url="{Host}/to/transcript.vtt" type="text/vtt" /></item></channel></rss>
            """,
            ("/to/transcript.vtt", "redirect", "http://cdn.test:{port}/files/transcript.vtt"),
            ("/files/transcript.vtt", "application/octet-stream", Talks.VoicedVtt)),

        // Fireside: text alone, no length.
        new(
            "fireside",
            $"""
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0" encoding="UTF-8" {ITunes} {Podcast} xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbour talks</title><language>en-us</language>
            <item><title>Rope and tide</title>{Link}<guid isPermaLink="false">f00d</guid><pubDate>Tue, 05 Mar 2030 06:00:00 -0800</pubDate><author>Mara Voss</author>{Enclosure}
            <podcast:transcript url="{Host}/rope/transcript.txt" type="text/plain"/><podcast:person role="guest">Ora Penn</podcast:person></item></channel></rss>
            """,
            ("/rope/transcript.txt", "text/plain; charset=utf-8", Talks.Text))
        {
            File = "2030-03-05 Rope and tide.txt",
        },

        // Captivate: HTML of the specification and SubRip that names nobody: the first is the better one.
        new(
            "captivate",
            $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" {ITunes} {Podcast}><channel><title><![CDATA[Harbour talks]]></title><language>en-GB</language>
            <item><title>Rope and tide</title>{Link}<guid isPermaLink="false">cap-1</guid><pubDate>Tue, 05 Mar 2030 06:00:00 +0000</pubDate>{Enclosure}<podcast:person role="guest">Ora Penn</podcast:person>
            <podcast:transcript url="{Host}/c/rope.srt" type="application/x-subrip"/><podcast:transcript url="{Host}/c/rope.html" type="text/html"/></item></channel></rss>
            """,
            ("/c/rope.srt", "application/x-subrip", Talks.PlainSrt),
            ("/c/rope.html", "text/html", Talks.Html))
        {
            File = "2030-03-05 Rope and tide.html",
        },

        // Omny: one address with formats as parameters; text that has times is better than its type says, and the captions have no names.
        new(
            "omny",
            $"""
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0" {ITunes} {Podcast} xmlns:media="http://search.yahoo.com/mrss/" xmlns:omny="https://omny.fm/rss-extensions"><channel><title>Harbour talks</title><language>en-us</language>
            <item><title>Rope and tide</title><omny:clipId>1</omny:clipId>{Link}<guid isPermaLink="false">omny-1</guid><pubDate>Tue, 05 Mar 2030 06:00:00 +0000</pubDate>{Enclosure}<podcast:person role="guest">Ora Penn</podcast:person>
            <podcast:transcript url="{Host}/clips/1/transcript?format=SubRip&amp;t=17" type="application/srt" language="en-us"/>
            <podcast:transcript url="{Host}/clips/1/transcript?format=WebVTT&amp;t=17" type="text/vtt" language="en-us"/>
            <podcast:transcript url="{Host}/clips/1/transcript?format=TextWithTimestamps&amp;t=17" type="text/plain" language="en-us"/></item></channel></rss>
            """,
            ("/clips/1/transcript?format=SubRip&t=17", "application/srt", Talks.Srt),
            ("/clips/1/transcript?format=WebVTT&t=17", "text/vtt", Talks.PlainVtt),
            ("/clips/1/transcript?format=TextWithTimestamps&t=17", "text/plain", Talks.StampedText))
        {
            File = "2030-03-05 Rope and tide.srt",
        },

        // Acast: SubRip that is called text, in a feed of UTF-16.
        new(
            "acast",
            $"""
            <?xml version="1.0" encoding="UTF-16"?>
            <rss version="2.0" {ITunes} {Podcast} xmlns:acast="https://schema.acast.com/1.0/"><channel><title>Harbour talks</title><language>en</language>
            <item><title>Rope and tide</title>{Link}<guid isPermaLink="false">acast-1</guid><pubDate>Tue, 05 Mar 2030 06:00:00 GMT</pubDate>{Enclosure}<podcast:person role="guest">Ora Penn</podcast:person>
            <podcast:transcript url="{Host}/a/1" type="text/plain"/></item></channel></rss>
            """,
            ("/a/1", "text/plain", Talks.Srt))
        {
            Encoding = Encoding.Unicode,
            File = "2030-03-05 Rope and tide.srt",
        },

        // Spotify for Creators: everything in CDATA, addresses that are long and relative to nothing; Latin letters in Latin 1.
        new(
            "spotify",
            $"""
            <?xml version="1.0" encoding="ISO-8859-1"?>
            <rss xmlns:dc="http://purl.org/dc/elements/1.1/" {ITunes} version="2.0" {Podcast}><channel><title><![CDATA[Hafengespräche]]></title><language><![CDATA[de]]></language>
            <item><title><![CDATA[Tau und Flut: für Anfänger]]></title><link>https://harbour.example/episodes/rope</link><guid isPermaLink="false">sp-1</guid><pubDate>Tue, 05 Mar 2030 06:00:00 GMT</pubDate>{Enclosure}
            <podcast:person role="guest">Ora Penn</podcast:person><podcast:transcript url="/sp/1/transcript.srt?{new string('k', 300)}" type="application/x-subrip"/></item></channel></rss>
            """,
            ("/sp/1/transcript.srt", "binary/octet-stream", Talks.GermanSrt))
        {
            Encoding = Encoding.Latin1,
            File = "2030-03-05 Tau und Flut - für Anfänger.srt",
            Title = "Tau und Flut: für Anfänger",
            Language = "de",
        },

        // A site of one's own: Atom.
        new(
            "atom",
            $"""
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN" {Podcast}><title>港口</title>
            <entry><title>绳子和潮水</title><id>tag:harbour.example,2030:rope</id><published>2030-03-05T06:00:00+08:00</published><updated>2030-03-06T06:00:00+08:00</updated>
            <link rel="alternate" href="https://harbour.example/episodes/rope"/><link rel="enclosure" type="audio/mpeg" href="https://cdn.harbour.example/rope.mp3"/>
            <podcast:person role="guest">阿禾</podcast:person><podcast:transcript url="{Host}/zh" type="text/vtt"/></entry></feed>
            """,
            ("/zh", "text/vtt", Talks.ChineseVtt))
        {
            File = "2030-03-05 绳子和潮水.vtt",
            Title = "绳子和潮水",
            Guests = ["阿禾"],
            Language = "zh",
        },
    ];

    private const string Host = "{host}";
}
