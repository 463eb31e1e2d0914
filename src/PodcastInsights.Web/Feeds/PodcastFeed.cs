using System.Globalization;
using System.Xml.Linq;
using Microsoft.Extensions.Options;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Exports;
using PodcastInsights.Core.Feeds;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Recordings;
using PodcastInsights.Web.Rendering.Addresses;
using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Feeds;

/// <summary>
/// Podcast feed of the episodes that have a recording: RSS 2.0 with Apple's namespace and that of Podcasting 2.0, which adds transcripts and
/// chapters.
/// </summary>
internal sealed class PodcastFeed(
    FeedDocumentBuilder documents,
    FeedId ids,
    IFeedReader feeds,
    IEpisodeReader episodes,
    SiteLinks links,
    IOptions<LibrarySettings> library)
{
    public const string MediaType = "application/rss+xml; charset=utf-8";

    private const string Link = "application/rss+xml";
    private const string AtomNamespace = "http://www.w3.org/2005/Atom";
    private const string ItunesNamespace = "http://www.itunes.com/dtds/podcast-1.0.dtd";
    private const string PodcastNamespace = "https://podcastindex.org/namespace/1.0";
    private const int DescriptionLength = 1200;

    private static readonly XNamespace Atom = AtomNamespace;
    private static readonly XNamespace Itunes = ItunesNamespace;
    private static readonly XNamespace Podcast = PodcastNamespace;

    /// <summary>Whether there is a recording that players can play.</summary>
    public static bool IsHeard(HeardEpisode episode) => episode.Recordings.Count > 0 || KindOf(episode.MediaUrl) is not null;

    /// <returns>Null where there is no such archive.</returns>
    public async Task<byte[]?> WriteAsync(string? archive, CancellationToken cancellationToken)
    {
        var heard = (await feeds.HeardAsync(cancellationToken)).Where(IsHeard).Select(episode => episode.Slug).ToList();
        if (EpisodeFeeds.PartOf(await feeds.CountAsync(heard, cancellationToken), archive) is not { } part)
        {
            return null;
        }

        var items = new List<XElement>();
        foreach (var episode in await feeds.ListAsync(heard, part.Skip, FeedDocumentBuilder.PageSize, cancellationToken))
        {
            // The whole episode, because whether it has captions and chapters depends on its words.
            if (await episodes.FindAsync(episode.Summary.Slug, null, cancellationToken) is { } whole && EnclosureOf(episode, whole) is { } enclosure)
            {
                items.Add(ItemOf(episode, whole, enclosure));
            }
        }

        var feed = documents.Document(null, links.Episodes, documents.InArchives(part.Archive, part.Archives), []);
        return XmlText.Write(new XElement(
            "rss",
            new XAttribute("version", "2.0"),
            new XAttribute(XNamespace.Xmlns + "atom", AtomNamespace),
            new XAttribute(XNamespace.Xmlns + "itunes", ItunesNamespace),
            new XAttribute(XNamespace.Xmlns + "podcast", PodcastNamespace),
            new XElement(
                "channel",
                XmlText.Element("title", feed.Title),
                XmlText.Element("link", links.Absolute(links.Home)),
                XmlText.Element("description", feed.Subtitle ?? feed.Title),
                new XElement("language", feed.Language),
                new XElement("generator", "PodcastInsights"),
                XmlText.Element(Itunes + "author", feed.Author),
                new XElement(Itunes + "type", "episodic"),
                new XElement(Podcast + "medium", "podcast"),
                feed.Logo is { } logo ? XmlText.Element(Itunes + "image", "", XmlText.Attribute("href", logo)) : null,
                LinkTo("self", feed.Places.Self),
                LinkTo("current", feed.Places.Current),
                LinkTo("prev-archive", feed.Places.Older),
                LinkTo("next-archive", feed.Places.Newer),
                LinkTo("next", feed.Places.Older),
                LinkTo("previous", feed.Places.Newer),
                items)));
    }

    private static RecordingKind? KindOf(string? mediaUrl) =>
        ExternalLink.TryCreate(mediaUrl, out var media) ? RecordingKind.Of(media.AbsolutePath) : null;

    private static XElement? LinkTo(string relation, string? address) => address is null ? null : new XElement(
        Atom + "link", new XAttribute("rel", relation), new XAttribute("type", Link), XmlText.Attribute("href", address));

    private XElement? EnclosureOf(FeedEpisode episode, Episode whole)
    {
        var (address, kind, length) = whole.Recording is { } file && RecordingKind.Of(file.Path) is { } own
                ? (links.Absolute(links.Recording(episode.Summary.Slug, file, null)!), own, RecordingFile.LengthOf(library.Value.TranscriptsFolder, file.Path))
            : KindOf(episode.Summary.MediaUrl) is { } others && ExternalLink.TryCreate(episode.Summary.MediaUrl, out var media)
                ? (media.AbsoluteUri, others, (long?)0)
            : ("", null!, null);
        return length is null ? null : new XElement(
            "enclosure",
            XmlText.Attribute("url", address),
            new XAttribute("length", length),
            new XAttribute("type", kind.MediaType));
    }

    private XElement ItemOf(FeedEpisode episode, Episode whole, XElement enclosure)
    {
        var (summary, stamp) = (episode.Summary, episode.Stamp);
        var link = links.Absolute(links.Episode(summary.Slug));
        var about = episode.Description ?? LocalText.Best(episode.About, "").Text;
        return new XElement(
            "item",
            XmlText.Element("title", LocalText.Best(summary.Titles, summary.Slug.Value).Text),
            XmlText.Element("link", link),
            new XElement("guid", new XAttribute("isPermaLink", "false"), ids.Episode(stamp.Origin)),
            new XElement("pubDate", stamp.PublishedAt(summary.PublishedOn).ToString("R", CultureInfo.InvariantCulture)),
            XmlText.Element("description", Excerpt.Of(about.Length > 0 ? about : episode.Opening, DescriptionLength)),
            enclosure,
            episode.Speakers.Count == 0 ? null : XmlText.Element(Itunes + "author", Wording.List(episode.Speakers)),
            summary.DurationSeconds is { } seconds ? new XElement(Itunes + "duration", seconds) : null,
            EpisodeExports.All.Where(export => export.CanHold(whole)).Select(export => FileOf(export, whole)),
            new XElement(
                Podcast + "transcript",
                XmlText.Attribute("url", link),
                new XAttribute("type", "text/html"),
                new XAttribute("language", whole.Language)));
    }

    /// <summary>Element of an export that players use: captions or chapters. Null for other exports.</summary>
    private XElement? FileOf(IEpisodeExport export, Episode whole)
    {
        var element = export switch
        {
            ChaptersExport => "chapters",
            WebVttExport or SubRipExport or PodcastJsonExport => "transcript",
            _ => null,
        };
        return element is null ? null : new XElement(
            Podcast + element,
            XmlText.Attribute("url", links.Absolute(links.Export(whole.Summary.Slug, export.Name, whole.Language))),
            new XAttribute("type", export.MediaType.Split(';')[0]),
            element == "transcript" ? new XAttribute("language", whole.Language) : null,
            element == "transcript" ? new XAttribute("rel", "captions") : null);
    }
}
