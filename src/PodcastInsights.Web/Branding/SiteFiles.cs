using Microsoft.AspNetCore.Http.HttpResults;
using PodcastInsights.Web.Security;

namespace PodcastInsights.Web.Branding;

/// <summary>Serves the logo and the colours as files. Their addresses contain a hash, so browsers cache them forever.</summary>
internal static class SiteFiles
{
    private static readonly string[] ReadMethods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapSiteFiles(this IEndpointRouteBuilder app)
    {
        var site = app.ServiceProvider.GetRequiredService<Site>();
        if (site.Logo is { } logo)
        {
            app.MapMethods(logo.Path, ReadMethods, (HttpResponse response) => Write(response, logo.Bytes, logo.MediaType))
                .ExcludeFromDescription()
                .WithSecurityHeadersPolicy(SecurityHeaders.OfPictures);
        }

        if (site.Accent is { } accent)
        {
            var sheet = System.Text.Encoding.UTF8.GetBytes(accent.Sheet);
            app.MapMethods(site.AccentPath, ReadMethods, (HttpResponse response) => Write(response, sheet, "text/css; charset=utf-8"))
                .ExcludeFromDescription();
        }
    }

    private static FileContentHttpResult Write(HttpResponse response, byte[] content, string mediaType)
    {
        response.Headers.CacheControl = VersionedAssets.ForGood;
        return TypedResults.Bytes(content, mediaType);
    }
}
