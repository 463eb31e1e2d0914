using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Transcripts.Ttml;

/// <param name="Speaker">Null where the paragraph names nobody.</param>
/// <param name="Line">From 1.</param>
internal sealed record TtmlParagraph(string? Speaker, Timestamp? Start, Timestamp? End, string Text, int Line);

/// <summary>The paragraphs of a Timed Text document. XML that breaks off gives those before that place.</summary>
/// <param name="Broken">Line of an error of the XML; null for none.</param>
internal sealed partial record TtmlDocument(List<TtmlParagraph> Paragraphs, string? Title, string? Language, int? Broken)
{
    private const string Metadata = "http://www.w3.org/ns/ttml#metadata";

    // A document type may refer to files and multiply entities.
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };

    public static TtmlDocument Read(SourceText source)
    {
        var document = new TtmlDocument([], null, null, null);
        if (source.Text.AsSpan().TrimStart() is not ['<', ..])
        {
            return document;
        }

        using var xml = XmlReader.Create(new StringReader(source.Text.TrimStart()), Settings);
        try
        {
            return xml.MoveToContent() == XmlNodeType.Element && xml.LocalName == "tt" ? ReadRoot(xml, document) : document;
        }
        catch (XmlException broken)
        {
            return document with { Broken = broken.LineNumber };
        }
    }

    private static TtmlDocument ReadRoot(XmlReader xml, TtmlDocument document)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var ticks = double.TryParse(xml.GetAttribute("tickRate", "http://www.w3.org/ns/ttml#parameter"), NumberStyles.None, CultureInfo.InvariantCulture, out var rate) && rate > 0 ? rate : 1;
        document = document with { Language = LanguageCode.Match(xml.XmlLang) is { Success: true } code ? code.Groups["code"].Value.ToLowerInvariant() : null };
        var agent = (string?)null;
        try
        {
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                switch (xml.LocalName)
                {
                    case "agent":
                        agent = xml.GetAttribute("xml:id");
                        break;
                    case "name" when agent is not null && xml.NamespaceURI == Metadata:
                        names[agent] = TextOf(xml);
                        break;
                    case "title" when document.Title is null:
                        document = document with { Title = TextOf(xml) };
                        break;
                    case "p":
                        document.Paragraphs.Add(ReadParagraph(xml, names, ticks));
                        break;
                }
            }

            return document;
        }
        catch (XmlException broken)
        {
            return document with { Broken = broken.LineNumber };
        }
    }

    private static TtmlParagraph ReadParagraph(XmlReader xml, Dictionary<string, string> names, double ticks)
    {
        var line = ((IXmlLineInfo)xml).LineNumber;
        var start = Time(xml.GetAttribute("begin"), ticks);
        var end = Time(xml.GetAttribute("end"), ticks);
        var agent = xml.GetAttribute("agent", Metadata)?.Trim();
        var speaker = string.IsNullOrEmpty(agent) ? null : names.GetValueOrDefault(agent, agent);
        return new TtmlParagraph(speaker, start, end, TextOf(xml), line);
    }

    /// <summary>The text of the element, which is read to its end. Apple writes each word as a span, without blanks between them.</summary>
    private static string TextOf(XmlReader xml)
    {
        var text = new StringBuilder();
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var depth = xml.Depth;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "br")
            {
                text.Append('\n');
            }
            else if (xml.NodeType == XmlNodeType.Element && Unit(xml) is "word" or "sentence" && text.Length > 0 && !ScriptTable.NeedsNoSpace(text[^1]))
            {
                text.Append(' ');
            }
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                text.Append(Blanks.Replace(xml.Value, " "));
            }
        }

        return string.Join('\n', text.ToString().Split('\n').Select(static line => Blanks.Replace(line, " ").Trim()).Where(static line => line.Length > 0));
    }

    private static string? Unit(XmlReader xml)
    {
        for (var i = 0; i < xml.AttributeCount; i++)
        {
            xml.MoveToAttribute(i);
            if (xml.LocalName == "unit")
            {
                var unit = xml.Value;
                xml.MoveToElement();
                return unit;
            }
        }

        xml.MoveToElement();
        return null;
    }

    /// <summary>A clock's time, with or without frames, which are left out; or a number of seconds, milliseconds, minutes, hours or ticks.</summary>
    private static Timestamp? Time(string? given, double ticks)
    {
        var match = Clock.Match(given ?? "");
        if (!match.Success)
        {
            return null;
        }

        if (match.Groups["clock"].Success)
        {
            return Timestamp.TryParse(match.Groups["clock"].ValueSpan, out var time) ? time : null;
        }

        var unit = match.Groups["unit"].Value switch { "ms" => 0.001, "m" => 60, "h" => 3600, "t" => 1 / ticks, _ => 1.0 };
        return double.Parse(match.Groups["number"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * unit is < 1e7 and var seconds
            ? Timestamp.FromSeconds(seconds)
            : null;
    }

    [GeneratedRegex(@"^\s*(?:(?<clock>[0-9]{1,3}:[0-9]{2}(?::[0-9]{2})?(?:\.[0-9]{1,9})?)(?::[0-9]{2,3}(?:\.[0-9]{1,3})?)?|(?<number>[0-9]{1,15}(?:\.[0-9]{1,9})?)(?<unit>h|m|s|ms|t)?)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Clock { get; }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks { get; }

    [GeneratedRegex(@"^(?<code>[A-Za-z]{2})(?:[-_][A-Za-z0-9]{2,8})*$", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageCode { get; }
}
