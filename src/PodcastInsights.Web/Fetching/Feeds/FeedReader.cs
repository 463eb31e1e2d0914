using System.Xml;
using System.Xml.Linq;

namespace PodcastInsights.Web.Fetching.Feeds;

/// <summary>
/// Reads RSS (0.9 to 2.0) and Atom item by item. Definitions of types and entities are refused, so that nothing is fetched or multiplied by
/// reading.
/// </summary>
internal static class FeedReader
{
    /// <summary>Elements beside the items: what the show is called, who makes it.</summary>
    private const int MostBeside = 500;

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
        var (isFeed, beside) = (false, 0);
        string? broken = null;
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName is not ("rss" or "RDF" or "feed"))
            {
                return null;
            }

            isFeed = true;
            channel.Add(new XAttribute(XNamespace.Xml + "lang", reader.GetAttribute("xml:lang") ?? ""));
            reader.Read();
            while (!reader.EOF && items.Count < most)
            {
                if (reader.NodeType != XmlNodeType.Element || reader.LocalName == "channel")
                {
                    reader.Read();
                }
                else if (reader.LocalName is "item" or "entry")
                {
                    items.Add(FeedElements.TakeItem(reader));
                }
                else if (FeedElements.Take(reader) is { } element && ++beside <= MostBeside)
                {
                    channel.Add(element);
                }
            }
        }
        catch (XmlException mistake) when (isFeed || IsDefinition(mistake))
        {
            broken = IsDefinition(mistake)
                ? "the feed defines types or entities (DTD), which is refused"
                : FormattableString.Invariant($"the feed's XML is broken at line {mistake.LineNumber}");
        }

        catch (XmlException)
        {
            return null;
        }

        return new FeedItems(channel, address).Page(items, broken);
    }

    private static bool IsDefinition(XmlException mistake) => mistake.Message.Contains("DTD", StringComparison.Ordinal);
}
