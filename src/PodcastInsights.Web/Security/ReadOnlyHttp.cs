using PodcastInsights.Web.Api;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Mcp;

namespace PodcastInsights.Web.Security;

/// <summary>
/// Nothing can be written through HTTP: only GET and HEAD come past here, but for what goes to <see cref="McpEndpoint"/>, which can but ask.
/// </summary>
public static class ReadOnlyHttp
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
