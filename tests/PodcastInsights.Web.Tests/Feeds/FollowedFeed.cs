using System.Net;
using System.ServiceModel.Syndication;
using System.Xml;
using System.Xml.Linq;

namespace PodcastInsights.Web.Tests.Feeds;

/// <summary>Feeds as one who follows them asks for them.</summary>
internal static class FollowedFeed
{
    public static async Task<SyndicationFeed> GetFeedAsync(this WebApp app, string url)
    {
        using var reader = XmlReader.Create(new MemoryStream(await app.Client.GetByteArrayAsync(url)));
        return SyndicationFeed.Load(reader);
    }

    /// <summary>The entries of a feed by their ids, each letter by letter.</summary>
    public static async Task<Dictionary<string, string>> GetEntriesAsync(this WebApp app, string url)
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        return XElement.Parse(await app.Client.GetStringAsync(url)).Elements(atom + "entry")
            .ToDictionary(entry => (string)entry.Element(atom + "id")!, entry => entry.ToString(SaveOptions.DisableFormatting));
    }

    public static string? LinkOf(this SyndicationFeed feed, string relation) =>
        feed.Links.SingleOrDefault(link => link.RelationshipType == relation)?.Uri.PathAndQuery;

    public static async Task<HttpStatusCode> StatusAsync(this WebApp app, string url)
    {
        using var response = await app.Client.GetAsync(url);
        return response.StatusCode;
    }
}
