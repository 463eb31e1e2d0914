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

/// <summary>One part of a list that is not counted, such as one that the store filters while it reads.</summary>
internal interface IPart
{
    /// <summary>Value of <c>after</c> for the next part; null at the end.</summary>
    string? Next { get; }
}

/// <summary>
/// Adds the headers of a page of a list: the total number of items, and links to other pages (RFC 8288); of a part of a list, the links alone.
/// The links have the path and the known parameters of the request, and are root-relative as all addresses in data.
/// </summary>
internal static class PageLinks
{
    /// <summary>
    /// Largest length of the header in characters. Proxies buffer all headers of a response in 4 KiB and fail if they do not fit, and the
    /// address of a long query can fill that alone.
    /// </summary>
    private const int Longest = 2000;

    /// <summary>Parameter of lists that have parts: the key after which a part begins.</summary>
    private const string PartParameter = "after";

    /// <summary>An endpoint filter, for all endpoints that may return such a page or part.</summary>
    public static async ValueTask<object?> TellAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var answer = await next(context);
        var (request, headers) = (context.HttpContext.Request, context.HttpContext.Response.Headers);
        switch (((answer is INestedHttpResult { Result: var result } ? result : answer) as IValueHttpResult)?.Value)
        {
            case IPage page:
                headers[OtherOrigins.CountHeader] = page.Total.ToText();
                headers[HeaderNames.Link] = Joined(LinksOf(page), request);
                break;
            case IPart part:
                headers[HeaderNames.Link] = Joined([("next", PartParameter, part.Next), ("first", PartParameter, "")], request);
                break;
        }

        return answer;
    }

    private static IEnumerable<(string Relation, string Parameter, string? Value)> LinksOf(IPage page)
    {
        var last = Math.Clamp((page.Total + page.PageSize - 1) / page.PageSize, 1, Paging.LastPage);
        return new (string Relation, int Number)[] { ("next", page.Page + 1), ("prev", Math.Min(page.Page - 1, last)), ("first", 1), ("last", last) }
            .Where(link => link.Number >= 1 && link.Number <= last)
            .Select(link => (link.Relation, Paging.PageParameter, (string?)link.Number.ToText()));
    }

    /// <summary>As many links as fit, in their order.</summary>
    /// <param name="links">A null value: no such link. An empty one: the address without the parameter.</param>
    private static string Joined(IEnumerable<(string Relation, string Parameter, string? Value)> links, HttpRequest request)
    {
        var text = new StringBuilder();
        foreach (var (relation, parameter, value) in links)
        {
            if (value is not null
                && $"<{Address(parameter, value, request)}>; rel=\"{relation}\"" is var link
                && text.Length + 2 + link.Length <= Longest)
            {
                text.Append(text.Length == 0 ? "" : ", ").Append(link);
            }
        }

        return text.ToString();
    }

    private static string Address(string parameter, string value, HttpRequest request)
    {
        var others = request.Query
            .Where(given => given.Key != parameter)
            .SelectMany(given => given.Value.Select(one => KeyValuePair.Create(given.Key, one)));
        var query = QueryString.Create(value.Length == 0 ? others : others.Append(KeyValuePair.Create<string, string?>(parameter, value)));
        return $"{request.PathBase}{request.Path}{query}";
    }
}
