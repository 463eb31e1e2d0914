using PodcastInsights.Core.Citation;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Library;

/// <summary>
/// Redirects from a former address of an episode to the present one, for pages, API, pictures and files: all addresses with the episode's
/// slug. The rest of the address is kept, so that links to turns and words work.
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
        path[Array.IndexOf(path, asked)] = heir.Value;
        context.Response.StatusCode = StatusCodes.Status301MovedPermanently;
        context.Response.Headers.Location = context.Request.PathBase.Add(new PathString(string.Join('/', path))).ToUriComponent()
            + context.Request.QueryString.ToUriComponent();
    }

    /// <summary>The slug of an episode in the address; null for none.</summary>
    private static string? SlugOf(HttpContext context) =>
        context.Request.RouteValues[Slug] is string slug
        && context.Request.Path.Value?.Split('/') is { } path
        && Array.IndexOf(path, slug) is > 0 and var at
        && OfEpisodes.Contains(path[at - 1])
            ? slug
            : null;

    private static Task<EpisodeSlug?> HeirAsync(HttpContext context, EpisodeSlug slug) =>
        context.RequestServices.GetRequiredService<IFormerAddresses>().HeirAsync(slug, context.RequestAborted);
}
