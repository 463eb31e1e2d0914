using Microsoft.AspNetCore.Http.HttpResults;
using PodcastInsights.Web.Answers;
using PodcastInsights.Web.Library;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Addresses;
using PodcastInsights.Web.Security;

namespace PodcastInsights.Web.Feeds;

/// <summary>Maps the addresses of feeds. The prefix of a language gives the site's own words and titles in it.</summary>
internal static class FeedEndpoints
{
    private static readonly string[] ReadMethods = [HttpMethods.Get, HttpMethods.Head];

    public static void AddFeeds(this IServiceCollection services) => services
        .AddSingleton<FeedId>()
        .AddScoped<FeedDocumentBuilder>()
        .AddScoped<EpisodeFeeds>()
        .AddScoped<SearchFeeds>()
        .AddScoped<PodcastFeed>();

    public static void MapFeeds(this IEndpointRouteBuilder app)
    {
        foreach (var language in SiteLanguage.All)
        {
            var at = $"{language.Prefix}{Paths.Feeds}";
            foreach (var format in FeedFormat.All)
            {
                Describe(app.MapMethods(
                        $"{at}/episodes.{format.Suffix}",
                        ReadMethods,
                        async (EpisodeFeeds feeds, string? archive, CancellationToken cancellationToken) =>
                            Write(await feeds.AllAsync(archive, cancellationToken), format)))
                    .WithMetadata(new Takes(EpisodeListAddress.Narrowing));
                Describe(app.MapMethods(
                    $"{at}/speakers/{{slug}}.{format.Suffix}",
                    ReadMethods,
                    async (EpisodeFeeds feeds, string slug, string? archive, CancellationToken cancellationToken) =>
                        Write(await feeds.OfSpeakerAsync(slug, archive, cancellationToken), format)));
                Describe(app.MapMethods(
                    $"{at}/topics/{{slug}}.{format.Suffix}",
                    ReadMethods,
                    async (EpisodeFeeds feeds, string slug, string? archive, CancellationToken cancellationToken) =>
                        Write(await feeds.OnTopicAsync(slug, archive, cancellationToken), format)));
                Describe(app.MapMethods(
                        $"{at}/search.{format.Suffix}",
                        ReadMethods,
                        async (SearchFeeds feeds, string? page, CancellationToken cancellationToken) =>
                            Write(await feeds.OfAsync(page, cancellationToken), format)))
                    .WithMetadata(new Takes([.. SearchAddress.Parameters.Where(name => name is not ("sort" or "literal"))]));
            }

            Describe(app.MapMethods(
                $"{at}/podcast.rss",
                ReadMethods,
                async Task<Results<FileContentHttpResult, NotFound>> (PodcastFeed feed, string? archive, CancellationToken cancellationToken) =>
                    await feed.WriteAsync(archive, cancellationToken) is { } rss
                        ? TypedResults.Bytes(rss, PodcastFeed.MediaType)
                        : TypedResults.NotFound()));
        }
    }

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder feed)
    {
        ForPrograms.Mark(feed);
        return feed.ExcludeFromDescription().WithMetadata(DerivedFromLibrary.Instance);
    }

    private static Results<FileContentHttpResult, NotFound> Write(FeedDocument? feed, FeedFormat format) => feed is null
        ? TypedResults.NotFound()
        : TypedResults.Bytes(format.Write(feed), format.MediaType);

    private sealed record Takes(IReadOnlyList<string> Names) : ITakesParameters;
}
