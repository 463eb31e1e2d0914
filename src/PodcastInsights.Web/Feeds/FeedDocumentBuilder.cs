using PodcastInsights.Web.Branding;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Feeds;

/// <summary>Builds the documents of feeds from entries, with what they have in common: id, addresses, the site's name and logo.</summary>
internal sealed class FeedDocumentBuilder(IHttpContextAccessor context, SiteLinks links, Site site, FeedId ids)
{
    /// <summary>Entries of a document. A new subscriber gets this many at once.</summary>
    public const int PageSize = 50;

    /// <summary>Parameter: number of an archive, from 1, the oldest.</summary>
    public const string Archive = "archive";

    /// <summary>Parameter: number of a page of matches, from 1.</summary>
    public const string Page = "page";

    public IQueryCollection Query => Request.Query;

    private HttpRequest Request => context.HttpContext!.Request;

    /// <param name="title">Title of the selection; null for the whole library.</param>
    /// <param name="page">Root-relative address of the page with the same content.</param>
    public FeedDocument Document(string? title, string page, FeedPlaces places, IReadOnlyList<FeedEntry> entries)
    {
        var path = Request.Path.Value!;
        var query = QueryString.Create(Query.Where(given => given.Key is not (Archive or Page) && !string.IsNullOrWhiteSpace(given.Value)));
        return new FeedDocument(
            ids.Feed(path[..path.LastIndexOf('.')], query.ToUriComponent()),
            title is null ? site.Name : Wording.Of(Texts.DocumentTitle, title, site.Name),
            title is null ? site.Description : null,
            site.Name,
            SiteLanguage.Current.Tag,
            places with { Page = links.Absolute(page) },
            entries)
        {
            Logo = site.Logo is { } logo ? links.Absolute(links.Root + logo.Path) : null,
        };
    }

    /// <summary>Addresses around a document of a feed with archives.</summary>
    /// <param name="archive">Number of the archive; null for the feed itself.</param>
    /// <param name="archives">Number of archives.</param>
    public FeedPlaces InArchives(int? archive, int archives) => new(
        At(Archive, archive),
        "",
        Older: (archive ?? archives + 1) > 1 ? At(Archive, (archive ?? archives + 1) - 1) : null,
        Newer: archive < archives ? At(Archive, archive + 1) : null,
        Current: archive is null ? null : At(Archive, null),
        KeepsArchives: true);

    /// <summary>Addresses around a page of matches.</summary>
    public FeedPlaces OnPages(int page, int last) => new(
        At(Page, page > 1 ? page : null),
        "",
        Older: page < last ? At(Page, page + 1) : null,
        Newer: page > 1 ? At(Page, page > 2 ? page - 1 : null) : null,
        Current: null,
        KeepsArchives: false);

    private string At(string parameter, int? number) => links.Absolute(links.With(parameter, number?.ToText()));
}
