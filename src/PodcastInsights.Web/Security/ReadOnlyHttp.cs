using PodcastInsights.Web.Api;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Security;

/// <summary>Nothing can be written through HTTP: only GET and HEAD come past here.</summary>
public static class ReadOnlyHttp
{
    public static Task RefuseWritingAsync(HttpContext context, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            return next(context);
        }

        context.Response.Headers.Allow = "GET, HEAD";
        return Refusal.AnswerBrieflyAsync(context, Problems.OnlyRead(), Texts.OnlyRead);
    }
}
