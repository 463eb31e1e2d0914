using System.Xml;
using System.Xml.Linq;

namespace PodcastInsights.Web.Tests;

/// <summary>Parses pages as XML. Pages are well-formed XML, so a strict parser can check them.</summary>
internal static class Html
{
    public static async Task<XElement> GetPageAsync(this WebApp app, string url, int expected = 200)
    {
        using var response = await app.Client.GetAsync(url);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(expected == (int)response.StatusCode, $"{url}: {(int)response.StatusCode}: {body[..Math.Min(body.Length, 2000)]}");
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("<!DOCTYPE html>", body, StringComparison.Ordinal);
        try
        {
            using var reader = XmlReader.Create(new StringReader(body), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
            return XElement.Load(reader);
        }
        catch (XmlException malformed)
        {
            throw new InvalidOperationException($"{url}: {malformed.Message}\n{body}", malformed);
        }
    }

    public static IEnumerable<XElement> All(this XElement page, string element) => page.Descendants(element);

    /// <summary>The page's own address, as it names it to search engines.</summary>
    public static string Canonical(this XElement page) =>
        (string)page.All("link").Single(l => (string?)l.Attribute("rel") == "canonical").Attribute("href")!;

    public static XElement? ById(this XElement page, string id) =>
        page.Descendants().SingleOrDefault(e => (string?)e.Attribute("id") == id);

    public static IEnumerable<string> Links(this XElement page) => page.Descendants("a").Select(a => (string)a.Attribute("href")!);

    /// <summary>The element's text with runs of white space as single spaces.</summary>
    public static string Text(this XElement element) =>
        string.Join(' ', element.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
