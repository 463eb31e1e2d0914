using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace PodcastInsights.Web.Feeds;

/// <summary>Makes XML of texts. XML 1.0 cannot contain most control characters, lone surrogates, U+FFFE and U+FFFF.</summary>
internal static class XmlText
{
    /// <summary>The text with U+FFFD for each of these, for which an XML writer throws.</summary>
    public static string Of(string text)
    {
        if (text.EnumerateRunes().All(IsAllowed) && UnicodeText.WellFormed(text) == text)
        {
            return text;
        }

        var allowed = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            allowed.Append(IsAllowed(rune) ? rune : Rune.ReplacementChar);
        }

        return allowed.ToString();
    }

    public static XElement Element(XName name, string text, params object?[] more) => new(name, more, Of(text));

    public static XAttribute Attribute(XName name, string text) => new(name, Of(text));

    /// <summary>The document in UTF-8.</summary>
    public static byte[] Write(XElement root)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            root.Save(writer);
        }

        return bytes.ToArray();
    }

    private static bool IsAllowed(Rune rune) => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value);
}
