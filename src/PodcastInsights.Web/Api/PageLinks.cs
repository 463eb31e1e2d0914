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

    /// <summary>From 1; there may be none on it.</summary>
    int Page { get; }

    int PageSize { get; }
}

/// <summary>
/// What every answer that is one page of a list says in its headers: how many items there are, and the addresses of its other pages (RFC 8288).
/// They are those of the request, with the parameters that are known, from the root of the host as all addresses in data are.
/// </summary>
internal static class PageLinks
{
    /// <summary>
    /// Characters of the header. Proxies hold all headers of an answer in 4 KiB and give none at all where they do not fit, and the address of
    /// a long query fills that alone.
    /// </summary>
    private const int Longest = 2000;

    /// <summary>A filter of all endpoints that may give such a page.</summary>
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

    /// <summary>As many links as there is room for, the next page's first.</summary>
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
