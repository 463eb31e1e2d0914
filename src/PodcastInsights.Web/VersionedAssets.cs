namespace PodcastInsights.Web;

/// <summary>
/// What others made lies under <c>lib</c> in folders named by version: what such an address gives never changes, so browsers keep it
/// and do not ask again. Fonts need that: the style sheet names them, which no fingerprint reaches.
/// </summary>
internal static class VersionedAssets
{
    public const string ForGood = "public, max-age=31536000, immutable";

    public static void KeepForGood(EndpointBuilder asset)
    {
        if (asset is not RouteEndpointBuilder { RequestDelegate: { } serve } route
            || route.RoutePattern.RawText?.StartsWith("lib/", StringComparison.Ordinal) != true)
        {
            return;
        }

        route.RequestDelegate = context =>
        {
            context.Response.OnStarting(() =>
            {
                context.Response.Headers.CacheControl = ForGood;
                return Task.CompletedTask;
            });
            return serve(context);
        };
    }
}
