using System.Text;
using Microsoft.Net.Http.Headers;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Security;

namespace PodcastInsights.Web.Api;

/// <summary>One page of a list.</summary>
internal interface IPage
{
    /// <summary>Items in the whole list.</summary>
    int Total { get; }

    /// <summary>From 1; may be past the last page.</summary>
    int Page { get; }

    int PageSize { get; }
}

/// <summary>
/// Adds the headers of a page of a list: the total number of items, and links to other pages (RFC 8288). The links have the path and the
/// known parameters of the request, and are root-relative as all addresses in data.
/// </summary>
internal static class PageLinks
{
    /// <summary>
    /// Largest length of the header in characters. Proxies buffer all headers of a response in 4 KiB and fail if they do not fit, and the
    /// address of a long query can fill that alone.
    /// </summary>
    private const int Longest = 2000;

    /// <summary>An endpoint filter, for all endpoints that may return such a page.</summary>
    public static async ValueTask<object?> TellAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var answer = await next(context);
        if ((answer is INestedHttpResult { Result: var result } ? result : answer) is IValueHttpResult { Value: IPage page })
        {
            var headers = context.HttpContext.Response.Headers;
            headers[OtherOrigins.CountHeader] = page.Total.ToText();
            headers[HeaderNames.Link] = Of(page, context.HttpContext.Request);
        }

        return answer;
    }

    /// <summary>As many links as fit, the one to the next page first.</summary>
    private static string Of(IPage page, HttpRequest request)
    {
        var last = Math.Clamp((page.Total + page.PageSize - 1) / page.PageSize, 1, Paging.LastPage);
        var links = new StringBuilder();
        foreach (var (relation, number) in new (string, int)[] { ("next", page.Page + 1), ("prev", Math.Min(page.Page - 1, last)), ("first", 1), ("last", last) })
        {
            var link = $"<{Address(number, request)}>; rel=\"{relation}\"";
            if (number >= 1 && number <= last && links.Length + 2 + link.Length <= Longest)
            {
                links.Append(links.Length == 0 ? "" : ", ").Append(link);
            }
        }

        return links.ToString();
    }

    private static string Address(int page, HttpRequest request)
    {
        var others = request.Query
            .Where(given => given.Key != Paging.PageParameter)
            .SelectMany(given => given.Value.Select(value => KeyValuePair.Create(given.Key, value)));
        var query = QueryString.Create(others.Append(KeyValuePair.Create<string, string?>(Paging.PageParameter, page.ToText())));
        return $"{request.PathBase}{request.Path}{query}";
    }
}
