using System.Globalization;
using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Http.HttpResults;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Branding;
using PodcastInsights.Web.Library;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Addresses;
using PodcastInsights.Web.Rendering.Views;

namespace PodcastInsights.Web.Pages;

/// <summary>Serves <c>robots.txt</c>, and <c>sitemap.xml</c> with lists and episodes in all languages.</summary>
internal static class Crawlers
{
    /// <summary>Episodes on one page of the sitemap: 50,000 addresses are allowed, and each has one for every language.</summary>
    private const int PageSize = 500;

    private const string SitemapNamespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string HtmlNamespace = "http://www.w3.org/1999/xhtml";

    private static readonly string[] ListPaths = ["/", "/episodes", "/topics", "/speakers"];

    /// <remarks>
    /// Plain searches may be crawled, as HTML and as Markdown, and declare the search page as canonical. Filtered, sorted and later pages are
    /// unlimited in number and disallowed. The longest matching rule applies (RFC 9309); addresses without a rule are allowed.
    /// </remarks>
    public static void MapCrawlers(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/robots.txt", [HttpMethods.Get, HttpMethods.Head], WriteRobots)
            .ExcludeFromDescription()
            .WithMetadata(DerivedFromLibrary.Instance);
        app.MapMethods("/sitemap.xml", [HttpMethods.Get, HttpMethods.Head], WriteAsync)
            .ExcludeFromDescription()
            .WithMetadata(DerivedFromLibrary.Instance);
    }

    private static ContentHttpResult WriteRobots(SiteLinks links)
    {
        string[] shut = ["/search?*&", "/search.", "/search.md?*&", "/check?", $"{Paths.Feeds}/search."];
        var open = SiteLanguage.All.Select(language => links.In(language, Paths.Twin("/search")));
        var paths = shut.SelectMany(path => SiteLanguage.All.Select(language => links.In(language, path))).Append($"{links.Root}/api/");
        return TypedResults.Text($"""
            User-agent: *
            {string.Join('\n', paths.Select(path => $"Disallow: {path}"))}
            {string.Join('\n', open.Select(path => $"Allow: {path}"))}
            Sitemap: {links.Absolute(links.Sitemap())}

            """);
    }

    /// <summary>Without a page number, the index of pages; with one, its episodes, and on the first page the lists.</summary>
    private static async Task<Results<FileContentHttpResult, NotFound>> WriteAsync(
        IEpisodeReader episodes, SiteLinks links, Site site, string? page, CancellationToken cancellationToken)
    {
        var query = new EpisodeListQuery(PageNumber.Read(page), PageSize, EpisodeOrder.Title);
        var list = await episodes.ListAsync(query, cancellationToken);
        var pages = Pager.Of(list.Total, list.Number, list.Size).Last;
        if (page is not null && list.Number > pages)
        {
            return TypedResults.NotFound();
        }

        using var body = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };
        using (var xml = XmlWriter.Create(body, settings))
        {
            if (page is null)
            {
                xml.WriteStartElement("sitemapindex", SitemapNamespace);
                for (var number = 1; number <= pages; number++)
                {
                    xml.WriteStartElement("sitemap");
                    xml.WriteElementString("loc", links.Absolute(links.Sitemap(number)));
                    xml.WriteEndElement();
                }
            }
            else
            {
                xml.WriteStartElement("urlset", SitemapNamespace);
                string[] lists = site.HasAbout ? [.. ListPaths, "/about"] : ListPaths;
                foreach (var path in list.Number == 1 ? lists : [])
                {
                    WritePage(xml, path, lastChange: null, links);
                }

                foreach (var episode in list.Items)
                {
                    WritePage(xml, Paths.Episode(episode.Slug), episode.PublishedOn, links);
                }
            }
        }

        return TypedResults.Bytes(body.ToArray(), "application/xml");
    }

    /// <param name="path">Path without a language prefix.</param>
    private static void WritePage(XmlWriter xml, string path, DateOnly? lastChange, SiteLinks links)
    {
        foreach (var language in SiteLanguage.All)
        {
            xml.WriteStartElement("url");
            xml.WriteElementString("loc", links.Absolute(links.In(language, path)));
            if (lastChange is { } date)
            {
                xml.WriteElementString("lastmod", date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            }

            foreach (var other in SiteLanguage.All)
            {
                xml.WriteStartElement("xhtml", "link", HtmlNamespace);
                xml.WriteAttributeString("rel", "alternate");
                xml.WriteAttributeString("hreflang", other.Tag);
                xml.WriteAttributeString("href", links.Absolute(links.In(other, path)));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }
    }
}
