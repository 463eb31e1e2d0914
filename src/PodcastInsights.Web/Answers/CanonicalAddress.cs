using Microsoft.AspNetCore.Routing.Patterns;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Answers;

/// <summary>
/// Redirects an address whose route matches only without regard to case or with a trailing slash to its canonical form, so that each page
/// has one address and is rendered once. Route values are left as sent, because a slug has only one form.
/// </summary>
internal static class CanonicalAddress
{
    public static Task RedirectAsync(HttpContext context, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var request = context.Request;
        if (context.GetEndpoint() is not RouteEndpoint route
            || Of(route.RoutePattern, request) is not { } path
            || path.Equals(request.Path.Value, StringComparison.Ordinal))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status301MovedPermanently;
        context.Response.Headers.Location = request.PathBase.Add(new PathString(path)).ToUriComponent() + request.QueryString.ToUriComponent();
        return Task.CompletedTask;
    }

    private static string Of(RoutePattern pattern, HttpRequest request)
    {
        var sent = request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var segments = sent.Select((segment, at) => at < pattern.PathSegments.Count ? Of(pattern.PathSegments[at], segment, request) : segment);
        var path = "/" + string.Join('/', segments);
        return SiteLanguage.All.Any(language => language.Prefix == path) ? path + "/" : path;
    }

    private static string Of(RoutePatternPathSegment segment, string sent, HttpRequest request) =>
        segment.IsSimple
            ? segment.Parts[0] is RoutePatternLiteralPart literal ? literal.Content : sent
            : string.Concat(segment.Parts.Select(part => part switch
            {
                RoutePatternLiteralPart literal => literal.Content,
                RoutePatternSeparatorPart separator => separator.Content,
                RoutePatternParameterPart parameter => request.RouteValues[parameter.Name]?.ToString(),
                _ => null,
            }));
}
