using Microsoft.AspNetCore.Http.HttpResults;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Browsing;
using PodcastInsights.Web.Api.Description;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Api;

/// <summary>Lists the speakers with a name.</summary>
internal static class SpeakersApi
{
    internal const int UsualPageSize = 50;

    public static void MapSpeakersApi(this IEndpointRouteBuilder api)
    {
        api.MapMethods("/speakers", ApiRegistration.ReadMethods, ListAsync).WithName("ListSpeakers")
            .WithTags("Speakers")
            .WithSummary("Lists all speakers, or those that all of the parameters hold for.")
            .WithMetadata(new TakesSpeakerListAttribute(), new GivesPages(UsualPageSize));
        api.MapMethods("/speakers.csv", ApiRegistration.ReadMethods, ListAsync).WithName("ListSpeakersAsTable")
            .AsTable<SpeakersResponse>(static _ => "speakers.csv", Tables.Of)
            .WithTags("Speakers")
            .WithSummary("Gives the same as a table, a row for each speaker.")
            .WithMetadata(new TakesSpeakerListAttribute(), new GivesPages(UsualPageSize));
    }

    /// <param name="given">The parameters of a <see cref="SpeakerListAddress"/>.</param>
    /// <param name="root">What addresses begin with.</param>
    internal static async Task<Results<Ok<SpeakersResponse>, ProblemHttpResult>> AnswerAsync(
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

        var address = SpeakerListAddress.Read(given);
        if (address.Unusable is [var unusable, ..])
        {
            return Problems.Unusable(unusable, root);
        }

        var chosen = await directory.SpeakersAsync(address.Filter, cancellationToken);
        var list = await episodes.SpeakersAsync(
            new SpeakerListQuery(paging.Page, paging.PageSize, address.Order, chosen.Among), cancellationToken);
        return TypedResults.Ok(new SpeakersResponse(
            list.Total, list.Number, list.Size, [.. list.Items.Select(speaker => SpeakerSummaryResponse.From(speaker, root))]));
    }

    /// <summary>What one of the parameters of a <see cref="SpeakerListAddress"/> means.</summary>
    internal static string Meaning(string parameter) => parameter switch
    {
        "q" => "Beginnings of words of the name.",
        "role" => "`host` or `guest`: only those who are so in an episode.",
        _ => "`name` (the usual order) or `episodes`: those in most episodes first.",
    };

    private static Task<Results<Ok<SpeakersResponse>, ProblemHttpResult>> ListAsync(
        HttpRequest request,
        IEpisodeReader episodes,
        ILibraryDirectory directory,
        string? page,
        string? pageSize,
        CancellationToken cancellationToken) =>
        AnswerAsync(request.Query, page, pageSize, request.PathBase, episodes, directory, cancellationToken);
}
