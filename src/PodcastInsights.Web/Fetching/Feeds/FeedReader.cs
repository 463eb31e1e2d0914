using System.Xml;
using System.Xml.Linq;

namespace PodcastInsights.Web.Fetching.Feeds;

/// <summary>
/// Reads RSS (0.9 to 2.0) and Atom item by item: no more than one is held as a tree. Definitions of types and entities are refused, so
/// that nothing is fetched or multiplied by reading.
/// </summary>
internal static class FeedReader
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <param name="text">The feed; what is broken in it costs what stands behind.</param>
    /// <param name="address">Where the feed is, for addresses relative to it; null where it is a file.</param>
    /// <param name="most">Items that are read.</param>
    /// <returns>Null where it is no feed at all.</returns>
    public static FeedPage? Read(string text, Uri? address, int most)
    {
        var channel = new XElement("channel");
        var items = new List<XElement>();
        string? broken = null;
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName is not ("rss" or "RDF" or "feed"))
            {
                return null;
            }

            channel.Add(new XAttribute(XNamespace.Xml + "lang", reader.GetAttribute("xml:lang") ?? ""));
            reader.Read();
            while (!reader.EOF && items.Count < most)
            {
                if (reader.NodeType != XmlNodeType.Element || reader.LocalName == "channel")
                {
                    reader.Read();
                }
                else
                {
                    var element = (XElement)XNode.ReadFrom(reader);
                    if (element.Name.LocalName is "item" or "entry")
                    {
                        items.Add(Slim(element));
                    }
                    else
                    {
                        channel.Add(element);
                    }
                }
            }
        }
        catch (XmlException mistake)
        {
            broken = mistake.Message.Contains("DTD", StringComparison.Ordinal)
                ? "the feed defines types or entities (DTD), which is refused"
                : FormattableString.Invariant($"the feed's XML is broken at line {mistake.LineNumber}");
        }

        return new FeedItems(channel, address).Page(items, broken);
    }

    /// <summary>Notes of an episode are nine tenths of a feed, and nobody asks for them here.</summary>
    private static XElement Slim(XElement item)
    {
        item.Elements().Where(element => element.Name.LocalName is "description" or "encoded" or "summary" or "content").Remove();
        return item;
    }
}
