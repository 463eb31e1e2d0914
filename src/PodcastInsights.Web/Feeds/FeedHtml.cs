using System.Xml.Linq;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Feeds;

/// <summary>
/// The HTML of an entry: made of elements and texts, so that nothing of a transcript is markup in it. Readers show it without the site's styles, and
/// some without knowing where it is from, so that its links are whole.
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
