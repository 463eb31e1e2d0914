using System.Collections.Frozen;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace PodcastInsights.Web.Fetching.Feeds;

/// <summary>
/// Extracts the needed elements of a feed and skips the rest: show notes are nine tenths of a feed. The memory for one episode is bounded.
/// </summary>
internal static class FeedElements
{
    private const int MostElements = 500;
    private const int MostChildren = 500;
    private const int MostAttributes = 20;

    /// <summary>Longest text or attribute, in characters.</summary>
    private const int Longest = 20_000;

    private static readonly FrozenSet<string> Wanted = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "title", "language", "link", "person", "guid", "id", "pubDate", "published", "updated", "date", "enclosure", "duration", "transcript", "chapters");

    /// <summary>Reads the current element with the needed children, and moves the reader past it.</summary>
    public static XElement TakeItem(XmlReader reader)
    {
        var item = WithAttributes(reader);
        var depth = reader.Depth;
        var isEmpty = reader.IsEmptyElement;
        reader.Read();
        if (isEmpty)
        {
            return item;
        }

        var count = 0;
        while (!reader.EOF && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                reader.Read();
            }
            else if (Take(reader) is { } element && ++count <= MostElements)
            {
                item.Add(element);
            }
        }

        reader.Read();
        return item;
    }

    /// <summary>Reads one element with its text and the names and attributes of its children, and moves the reader past it.</summary>
    /// <returns>Null for an element that is not needed.</returns>
    public static XElement? Take(XmlReader reader)
    {
        if (!Wanted.Contains(reader.LocalName))
        {
            reader.Skip();
            return null;
        }

        var element = WithAttributes(reader);
        var depth = reader.Depth;
        var (text, children) = (new StringBuilder(), 0);
        if (!reader.IsEmptyElement)
        {
            while (reader.Read() && reader.Depth > depth)
            {
                if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace && text.Length < Longest)
                {
                    text.Append(Cut(reader.Value));
                }
                else if (reader.NodeType == XmlNodeType.Element && reader.Depth == depth + 1 && ++children <= MostChildren)
                {
                    element.Add(WithAttributes(reader));
                }
            }
        }

        element.Add(text.ToString());
        reader.Read();
        return element;
    }

    private static XElement WithAttributes(XmlReader reader)
    {
        var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
        for (var i = 0; i < Math.Min(reader.AttributeCount, MostAttributes); i++)
        {
            reader.MoveToAttribute(i);
            if (reader.NamespaceURI != XNamespace.Xmlns.NamespaceName)
            {
                element.SetAttributeValue(XName.Get(reader.LocalName, reader.NamespaceURI), Cut(reader.Value));
            }
        }

        reader.MoveToElement();
        return element;
    }

    private static string Cut(string text) => text.Length <= Longest ? text : text[..Longest];
}
