using PodcastInsights.Core.Citation;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Library;

/// <summary>
/// Redirects from a former address of an episode to the present one. It applies to all addresses with the episode's slug: pages, API,
/// pictures, files. The rest of the address is kept, so that links to turns and words work.
/// </summary>
internal static class FormerAddresses
{
    private const string Slug = "slug";

    private static readonly string[] OfEpisodes = ["episodes", "cards", "recordings"];

    public static async Task RedirectAsync(HttpContext context, RequestDelegate next)
    {
        if (SlugOf(context) is not { } asked
            || !Paths.TryReadSlug(asked, out var slug)
            || await CurrentSlugAsync(context, slug) is not { } current)
        {
            await next(context);
            return;
        }

        var path = context.Request.Path.Value!.Split('/');
        var at = PlaceOf(asked, path);
        path[at] = current.Value + path[at][asked.Length..];
        context.Response.StatusCode = StatusCodes.Status301MovedPermanently;
        context.Response.Headers.Location = context.Request.PathBase.Add(new PathString(string.Join('/', path))).ToUriComponent()
            + context.Request.QueryString.ToUriComponent();
    }

    /// <summary>The present slug of the episode that the text names; null where the text is no slug. The episode may not exist.</summary>
    public static async Task<EpisodeSlug?> PresentAsync(this IFormerAddresses addresses, string? asked, CancellationToken cancellationToken) =>
        Paths.TryReadSlug(asked, out var slug) ? await addresses.CurrentSlugAsync(slug, cancellationToken) ?? slug : null;

    /// <summary>The slug of an episode in the address; null for none.</summary>
    private static string? SlugOf(HttpContext context) =>
        context.Request.RouteValues[Slug] is string slug
        && context.Request.Path.Value?.Split('/') is { } path
        && PlaceOf(slug, path) is > 0 and var at
        && OfEpisodes.Contains(path[at - 1])
            ? slug
            : null;

    /// <summary>Index of the path segment that is the slug, with or without the suffix of a twin.</summary>
    private static int PlaceOf(string slug, string[] path) => Array.FindIndex(path, part => part == slug || part == slug + Paths.TwinSuffix);

    private static Task<EpisodeSlug?> CurrentSlugAsync(HttpContext context, EpisodeSlug slug) =>
        context.RequestServices.GetRequiredService<IFormerAddresses>().CurrentSlugAsync(slug, context.RequestAborted);
}
