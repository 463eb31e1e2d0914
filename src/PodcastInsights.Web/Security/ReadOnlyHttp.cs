using PodcastInsights.Web.Api;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Mcp;

namespace PodcastInsights.Web.Security;

/// <summary>
/// Rejects all methods except GET and HEAD, because nothing can be written through HTTP. Requests to <see cref="McpEndpoint"/> are exempt;
/// its tools only read.
/// </summary>
internal static class ReadOnlyHttp
{
    public static Task RefuseWritingAsync(HttpContext context, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || context.Request.IsMcp())
        {
            return next(context);
        }

        context.Response.Headers.Allow = "GET, HEAD";
        return Refusal.AnswerBrieflyAsync(context, Problems.OnlyRead(), Texts.OnlyRead);
    }
}
