using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Twins;

namespace PodcastInsights.Web.Answers;

/// <summary>
/// All of a request that its answer may depend on. An answer is rendered from this and sees nothing else of the request, so two requests
/// that agree here have the same answer, and what is kept for the one may be given to the other.
/// </summary>
/// <param name="Host">Lower case, with its port.</param>
/// <param name="Path">Decoded once, its letters as they were sent.</param>
/// <param name="Query">The parameters that the page knows, in the page's order; empty, or with its question mark.</param>
/// <param name="Language">Tag of the site's language to offer; empty for none.</param>
/// <param name="AsMarkdown">Whether the page's Markdown twin is requested. Nothing else of <c>Accept</c> affects a response.</param>
/// <param name="Posted">Null for a request that is its address.</param>
internal sealed record AskedFor(
    string Scheme, string Host, string PathBase, string Path, string Query, string Language, bool AsMarkdown = false, Posted? Posted = null)
{
    public static AskedFor By(HttpRequest request, Endpoint? page) => new(
        request.Scheme,
        request.Host.Value ?? "",
        request.PathBase.Value ?? "",
        request.Path.Value ?? "",
        KnownParameters.Of(page).In(request),
        SiteLanguage.Offered(request)?.Tag ?? "",
        Twin.IsWanted(request, page),
        request.HttpContext.Features.Get<Posted>());
}
