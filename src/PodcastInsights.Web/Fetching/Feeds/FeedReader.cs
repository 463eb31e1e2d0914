using System.Xml;
using System.Xml.Linq;

namespace PodcastInsights.Web.Fetching.Feeds;

/// <summary>Parses RSS (0.9 to 2.0) and Atom item by item. DTDs are refused, so that no entity is fetched or expanded.</summary>
internal static class FeedReader
{
    /// <summary>Largest number of elements besides the items.</summary>
    private const int MostBeside = 500;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <param name="text">The feed. After an XML error the rest is dropped.</param>
    /// <param name="address">Base address for relative links; null for a file.</param>
    /// <param name="most">Largest number of items.</param>
    /// <returns>Null where it is not a feed.</returns>
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
