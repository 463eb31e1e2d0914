using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;
using PodcastInsights.Core.Citation;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Browsing;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Api;

/// <summary>Episodes, whole and in lists, and their turns.</summary>
public static class EpisodesApi
{
    private const int UsualPageSize = 50;

    public static void MapEpisodesApi(this IEndpointRouteBuilder api)
    {
        var episodes = api.MapGroup("/episodes").WithTags("Episodes");
        episodes.MapMethods("/", ApiRegistration.ReadMethods, ListAsync).WithName("ListEpisodes")
            .WithSummary("Lists all episodes, or those that all of the parameters hold for.")
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                Describe(operation);
                Paging.Describe(operation, UsualPageSize);
                return Task.CompletedTask;
            })
            .WithMetadata(new TakesEpisodeListAttribute())
            .ProducesProblem(StatusCodes.Status400BadRequest);
        episodes.MapMethods("/{slug}", ApiRegistration.ReadMethods, FindAsync).WithName("GetEpisode")
            .WithSummary("Gives an episode with all its words.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        episodes.MapMethods("/{slug}/turns/{id}", ApiRegistration.ReadMethods, FindTurnAsync).WithName("GetTurn")
            .WithSummary("Gives the turn that a link leads to, and says how sure that is.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<EpisodesResponse>, ProblemHttpResult>> ListAsync(
        HttpRequest request,
        IEpisodeReader episodes,
        ILibraryDirectory directory,
        string? page,
        string? pageSize,
        CancellationToken cancellationToken)
    {
        if (!Paging.TryRead(page, pageSize, UsualPageSize, out var paging, out var problem))
        {
            return problem;
        }

        var address = EpisodeListAddress.Read(request.Query);
        if (address.Unusable is [var unusable, ..])
        {
            return Problems.Unusable(unusable, request.PathBase);
        }

        var among = address.Filter.KeepsAll ? null : (await directory.EpisodesAsync(address.Filter, cancellationToken)).Among;
        var list = await episodes.ListAsync(new EpisodeListQuery(paging.Page, paging.PageSize, address.Order, among), cancellationToken);
        return TypedResults.Ok(new EpisodesResponse(
            list.Total, list.Number, list.Size, [.. list.Items.Select(e => EpisodeSummaryResponse.From(e, request.PathBase))]));
    }

    private static void Describe(OpenApiOperation operation) => operation.Parameters =
    [
        .. EpisodeListAddress.Parameters.Select(name => new OpenApiParameter
        {
            Name = name,
            In = ParameterLocation.Query,
            Description = name switch
            {
                "q" => "Beginnings of words of a title, or of the name of somebody who speaks.",
                "role" => "`host` or `guest`: only where `q`, or `speaker`, is somebody in this role.",
                "lang" => "Only episodes with an edition in this language: `en`, `zh`.",
                "show" => "Only episodes of the show with this name.",
                "year" => "Only episodes published in this year, of four digits.",
                "topic" => "Only episodes on this topic, by name or slug.",
                "speaker" => "Only episodes in which the speaker with this slug is heard.",
                _ => "`newest` (the usual order), `oldest`, `title` or `longest`.",
            },
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        }),
        .. operation.Parameters ?? [],
    ];

    private static async Task<Results<Ok<EpisodeResponse>, ProblemHttpResult>> FindAsync(
        HttpRequest request,
        IEpisodeReader episodes,
        [Description("Slug of the episode.")] string slug,
        [Description("Language of the edition wanted; the first edition's where there is none in it.")] string? lang,
        CancellationToken cancellationToken)
    {
        if (!EditionLanguage.TryRead(lang, out var language))
        {
            return Problems.BadLanguage();
        }

        return Paths.TryReadSlug(slug, out var key) && await episodes.FindAsync(key, language, cancellationToken) is { } episode
            ? TypedResults.Ok(EpisodeResponse.From(episode, request.PathBase))
            : Problems.NoEpisode(slug);
    }

    private static async Task<Results<Ok<TurnMatchResponse>, ProblemHttpResult>> FindTurnAsync(
        HttpRequest request,
        IEpisodeReader episodes,
        [Description("Slug of the episode.")] string slug,
        [Description("Id of the turn, as it was when the link was made.")] string id,
        [Description("Language of the edition wanted; the first edition's where there is none in it.")] string? lang,
        [Description("Words of the turn, as in a link: 12-20-1jc4k0; without the hash: 12-20; up to a word of a later turn: 12-1.9.")]
        string? w,
        CancellationToken cancellationToken)
    {
        if (!EditionLanguage.TryRead(lang, out var language))
        {
            return Problems.BadLanguage();
        }

        var cited = default(CitedWords);
        if (!string.IsNullOrEmpty(w) && !CitedWords.TryParse(w, out cited))
        {
            return Problems.BadWords();
        }

        if (!Paths.TryReadSlug(slug, out var key))
        {
            return Problems.NoEpisode(slug);
        }

        CitedWords? words = string.IsNullOrEmpty(w) ? null : cited;
        return TurnId.TryParse(id, out var turn) && await episodes.FindTurnAsync(key, turn, words, language, cancellationToken) is { } match
            ? TypedResults.Ok(TurnMatchResponse.From(match, request.PathBase))
            : Problems.NoTurn(id, key);
    }
}
