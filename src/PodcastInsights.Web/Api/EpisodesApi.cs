using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using PodcastInsights.Core.Citation;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Browsing;
using PodcastInsights.Web.Api.Description;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Api;

/// <summary>Episodes, whole and in lists, and their turns.</summary>
internal static class EpisodesApi
{
    internal const string Tag = "Episodes";

    internal const int UsualPageSize = 50;

    internal const string SlugMeaning = "Slug of the episode.";

    internal const string LanguageMeaning = "Language of the edition wanted; the first edition's where there is none in it.";

    internal const string TurnMeaning = "Id of the turn, as it was when the link was made.";

    internal const string WordsMeaning =
        "Words of the turn, as in a link: 12-20-1jc4k0; without the hash: 12-20; up to a word of a later turn: 12-1.9.";

    public static void MapEpisodesApi(this IEndpointRouteBuilder api)
    {
        api.MapMethods("/episodes", ApiRegistration.ReadMethods, ListAsync).WithName("ListEpisodes")
            .WithTags(Tag)
            .WithSummary("Lists all episodes, or those that all of the parameters hold for.")
            .WithMetadata(new TakesEpisodeListAttribute(), new GivesPages(UsualPageSize));
        api.MapMethods("/episodes.csv", ApiRegistration.ReadMethods, ListAsync).WithName("ListEpisodesAsTable")
            .AsTable<EpisodesResponse>(static _ => "episodes.csv", Tables.Of)
            .WithTags(Tag)
            .WithSummary("Gives the same as a table, a row for each episode.")
            .WithMetadata(new TakesEpisodeListAttribute(), new GivesPages(UsualPageSize));
        api.MapMethods("/episodes/{slug}", ApiRegistration.ReadMethods, FindAsync).WithName("GetEpisode")
            .WithTags(Tag)
            .WithSummary("Gives an episode with all its words.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapMethods("/episodes/{slug}/turns.csv", ApiRegistration.ReadMethods, FindAsync).WithName("GetTurnsAsTable")
            .AsTable<EpisodeResponse>(Tables.FileNameOf, Tables.Of)
            .WithTags(Tag)
            .WithSummary("Gives the turns of an episode as a table, a row for each paragraph.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapMethods("/episodes/{slug}/turns/{id}", ApiRegistration.ReadMethods, FindTurnAsync).WithName("GetTurn")
            .WithTags(Tag)
            .WithSummary("Gives the turn that a link leads to, and says how sure that is.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Task<Results<Ok<EpisodesResponse>, ProblemHttpResult>> ListAsync(
        HttpRequest request,
        IEpisodeReader episodes,
        ILibraryDirectory directory,
        string? page,
        string? pageSize,
        CancellationToken cancellationToken) =>
        AnswerListAsync(request.Query, page, pageSize, request.PathBase, episodes, directory, cancellationToken);

    /// <param name="given">The parameters of an <see cref="EpisodeListAddress"/>.</param>
    /// <param name="root">What addresses begin with.</param>
    internal static async Task<Results<Ok<EpisodesResponse>, ProblemHttpResult>> AnswerListAsync(
        IQueryCollection given,
        string? page,
        string? pageSize,
        string root,
        IEpisodeReader episodes,
        ILibraryDirectory directory,
        CancellationToken cancellationToken)
    {
        if (!Paging.TryRead(page, pageSize, UsualPageSize, out var paging, out var problem))
        {
            return problem;
        }

        var address = EpisodeListAddress.Read(given);
        if (address.Unusable is [var unusable, ..])
        {
            return Problems.Unusable(unusable, root);
        }

        var among = address.Filter.KeepsAll ? null : (await directory.EpisodesAsync(address.Filter, cancellationToken)).Among;
        var list = await episodes.ListAsync(new EpisodeListQuery(paging.Page, paging.PageSize, address.Order, among), cancellationToken);
        return TypedResults.Ok(new EpisodesResponse(
            list.Total, list.Number, list.Size, [.. list.Items.Select(e => EpisodeSummaryResponse.From(e, root))]));
    }

    /// <summary>What one of the parameters of an <see cref="EpisodeListAddress"/> means.</summary>
    internal static string Meaning(string parameter) => parameter switch
    {
        "q" => "Beginnings of words of a title, or of the name of somebody who speaks.",
        "role" => "`host` or `guest`: only where `q`, or `speaker`, is somebody in this role.",
        "lang" => "Only episodes with an edition in this language: `en`, `zh`.",
        "show" => "Only episodes of the show with this name.",
        "year" => "Only episodes published in this year, of four digits.",
        "topic" => "Only episodes on this topic, by name or slug.",
        "speaker" => "Only episodes in which the speaker with this slug is heard.",
        _ => "`newest` (the usual order), `oldest`, `title` or `longest`.",
    };

    private static Task<Results<Ok<EpisodeResponse>, ProblemHttpResult>> FindAsync(
        HttpRequest request,
        IEpisodeReader episodes,
        [Description(SlugMeaning)] string slug,
        [Description(LanguageMeaning)] string? lang,
        CancellationToken cancellationToken) =>
        AnswerAsync(slug, lang, request.PathBase, episodes, cancellationToken);

    /// <param name="root">What addresses begin with.</param>
    internal static async Task<Results<Ok<EpisodeResponse>, ProblemHttpResult>> AnswerAsync(
        string slug, string? lang, string root, IEpisodeReader episodes, CancellationToken cancellationToken)
    {
        if (!EditionLanguage.TryRead(lang, out var language))
        {
            return Problems.BadLanguage();
        }

        return Paths.TryReadSlug(slug, out var key) && await episodes.FindAsync(key, language, cancellationToken) is { } episode
            ? TypedResults.Ok(EpisodeResponse.From(episode, root))
            : Problems.NoEpisode(slug);
    }

    private static Task<Results<Ok<TurnMatchResponse>, ProblemHttpResult>> FindTurnAsync(
        HttpRequest request,
        IEpisodeReader episodes,
        [Description(SlugMeaning)] string slug,
        [Description(TurnMeaning)] string id,
        [Description(LanguageMeaning)] string? lang,
        [Description(WordsMeaning)] string? w,
        CancellationToken cancellationToken) =>
        AnswerTurnAsync(slug, id, lang, w, request.PathBase, episodes, cancellationToken);

    /// <param name="root">What addresses begin with.</param>
    internal static async Task<Results<Ok<TurnMatchResponse>, ProblemHttpResult>> AnswerTurnAsync(
        string slug, string id, string? lang, string? w, string root, IEpisodeReader episodes, CancellationToken cancellationToken)
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
            ? TypedResults.Ok(TurnMatchResponse.From(match, root))
            : Problems.NoTurn(id, key);
    }
}
