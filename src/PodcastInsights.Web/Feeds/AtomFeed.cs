using System.Globalization;
using System.Xml.Linq;

namespace PodcastInsights.Web.Feeds;

/// <summary>Writes Atom (RFC 4287), with the links between its documents that RFC 5005 names.</summary>
internal static class AtomFeed
{
    private const string HistoryNamespace = "http://purl.org/syndication/history/1.0";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace History = HistoryNamespace;

    public static byte[] Write(FeedDocument feed)
    {
        var places = feed.Places;
        return XmlText.Write(new XElement(
            Atom + "feed",
            XmlText.Attribute(XNamespace.Xml + "lang", feed.Language),
            places.IsArchive ? new XAttribute(XNamespace.Xmlns + "fh", HistoryNamespace) : null,
            new XElement(Atom + "id", feed.Id),
            XmlText.Element(Atom + "title", feed.Title),
            feed.Subtitle is { } subtitle ? XmlText.Element(Atom + "subtitle", subtitle) : null,
            new XElement(Atom + "updated", Moment(feed.UpdatedAt)),
            Author(feed.Author),
            new XElement(Atom + "generator", "PodcastInsights"),
            feed.Logo is { } logo ? XmlText.Element(Atom + "logo", logo) : null,
            Link("self", places.Self, FeedFormat.Atom.Link),
            Link("alternate", places.Page, "text/html"),
            places.IsArchive ? new XElement(History + "archive") : null,
            Link("current", places.Current),
            places.KeepsArchives ? Link("prev-archive", places.Older) : null,
            places.KeepsArchives ? Link("next-archive", places.Newer) : null,
            Link("next", places.Older),
            Link("previous", places.Newer),
            feed.Entries.Select(Entry)));
    }

    public static string Moment(DateTime moment) =>
        moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static XElement Entry(FeedEntry entry) => new(
        Atom + "entry",
        XmlText.Attribute(XNamespace.Xml + "lang", entry.Language),
        new XElement(Atom + "id", entry.Id),
        XmlText.Element(Atom + "title", entry.Title, XmlText.Attribute(XNamespace.Xml + "lang", entry.TitleLanguage)),
        Link("alternate", entry.Link, "text/html"),
        new XElement(Atom + "published", Moment(entry.PublishedAt)),
        new XElement(Atom + "updated", Moment(entry.UpdatedAt)),
        entry.Authors.Select(Author),
        entry.Topics.Select(topic => new XElement(Atom + "category", XmlText.Attribute("term", topic))),
        XmlText.Element(Atom + "summary", entry.Summary),
        XmlText.Element(Atom + "content", entry.Html, new XAttribute("type", "html")));

    private static XElement Author(string name) => new(Atom + "author", XmlText.Element(Atom + "name", name));

    private static XElement? Link(string relation, string? address, string? type = null) => address is null ? null : new XElement(
        Atom + "link",
        new XAttribute("rel", relation),
        type is null ? null : new XAttribute("type", type),
        XmlText.Attribute("href", address));
}
