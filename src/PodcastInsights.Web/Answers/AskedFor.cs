using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Twins;

namespace PodcastInsights.Web.Answers;

/// <summary>
/// The parts of a request that its response may depend on. A response is rendered from this alone, so two requests with equal values have
/// the same response, and one may get the cached response of the other.
/// </summary>
/// <param name="Host">In lower case, with the port.</param>
/// <param name="Path">Decoded once, in the case as sent.</param>
/// <param name="Query">The parameters that the page declares, in its order; empty, or with the question mark.</param>
/// <param name="Language">Tag of the site's language to suggest; empty for none.</param>
/// <param name="AsMarkdown">Whether the page's Markdown twin is requested. Nothing else of <c>Accept</c> affects a response.</param>
/// <param name="Posted">The body of a POST request; null for a request without a body.</param>
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
