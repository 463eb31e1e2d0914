using PodcastInsights.Core.Citation;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Library;

/// <summary>
/// Leads from an address at which an episode was to the one at which it is, for pages, data, pictures and files alike: all that have the
/// episode's slug in their address. What comes behind it stays, so that links to turns and words go on.
/// </summary>
internal static class FormerAddresses
{
    private const string Slug = "slug";

    private static readonly string[] OfEpisodes = ["episodes", "cards", "recordings"];

    public static async Task RedirectAsync(HttpContext context, RequestDelegate next)
    {
        if (SlugOf(context) is not { } asked
            || !Paths.TryReadSlug(asked, out var slug)
            || await HeirAsync(context, slug) is not { } heir)
        {
            await next(context);
            return;
        }

        var path = context.Request.Path.Value!.Split('/');
        var at = PlaceOf(asked, path);
        path[at] = heir.Value + path[at][asked.Length..];
        context.Response.StatusCode = StatusCodes.Status301MovedPermanently;
        context.Response.Headers.Location = context.Request.PathBase.Add(new PathString(string.Join('/', path))).ToUriComponent()
            + context.Request.QueryString.ToUriComponent();
    }

    /// <summary>The slug that the episode has by now, if it is there at all; null where the text is no slug.</summary>
    public static async Task<EpisodeSlug?> PresentAsync(this IFormerAddresses addresses, string? asked, CancellationToken cancellationToken) =>
        Paths.TryReadSlug(asked, out var slug) ? await addresses.HeirAsync(slug, cancellationToken) ?? slug : null;

    /// <summary>The slug of an episode in the address; null where there is none.</summary>
    private static string? SlugOf(HttpContext context) =>
        context.Request.RouteValues[Slug] is string slug
        && context.Request.Path.Value?.Split('/') is { } path
        && PlaceOf(slug, path) is > 0 and var at
        && OfEpisodes.Contains(path[at - 1])
            ? slug
            : null;

    /// <summary>The part of the path that is the slug, or the name of a file that is called by it.</summary>
    private static int PlaceOf(string slug, string[] path) => Array.FindIndex(path, part => part == slug || part == slug + Paths.TwinSuffix);

    private static Task<EpisodeSlug?> HeirAsync(HttpContext context, EpisodeSlug slug) =>
        context.RequestServices.GetRequiredService<IFormerAddresses>().HeirAsync(slug, context.RequestAborted);
}
