using System.Xml.Linq;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Feeds;

/// <summary>
/// Makes the HTML of an entry out of elements and texts, so that no word of a transcript becomes markup. Links are absolute, because not all
/// readers resolve relative ones.
/// </summary>
internal static class FeedHtml
{
    public static XElement Paragraph(LocalText text) => new("p", Language(text.Language), XmlText.Of(text.Text));

    public static XElement Paragraph(string before, string name, string link) =>
        new("p", XmlText.Of(before), new XElement("a", XmlText.Attribute("href", link), XmlText.Of(name)));

    /// <param name="language">BCP 47.</param>
    public static XElement Quotation(IEnumerable<string> paragraphs, string language, string link) => new(
        "blockquote",
        Language(language),
        XmlText.Attribute("cite", link),
        paragraphs.Select(paragraph => XmlText.Element("p", paragraph)));

    public static string Of(params IEnumerable<XElement?> elements) =>
        string.Concat(elements.OfType<XElement>().Select(element => element.ToString(SaveOptions.DisableFormatting)));

    private static object?[] Language(string? tag) =>
        tag is null ? [new XAttribute("dir", "auto")] : [XmlText.Attribute("lang", tag), new XAttribute("dir", "auto")];
}
