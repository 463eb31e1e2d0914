using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Exports;
using PodcastInsights.Web.Api.Description;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Api;

/// <summary>Episodes as files to download.</summary>
internal static class ExportsApi
{
    public static void MapExportsApi(this IEndpointRouteBuilder api)
    {
        var mediaTypes = EpisodeExports.All.Select(export => export.MediaType.Split(';')[0]).Distinct();
        api.MapMethods("/episodes/{slug}/export/{format}", ApiRegistration.ReadMethods, WriteAsync).WithName("ExportEpisode")
            .WithTags("Episodes")
            .WithSummary("Gives an episode as a file: its words, to be put into a library folder again, or its chapters.")
            .WithMetadata(new GivesFile([.. mediaTypes]))
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> WriteAsync(
        IEpisodeReader episodes,
        [Description(EpisodesApi.SlugMeaning)] string slug,
        [Description("md, txt or json; of an episode with times also vtt, srt or podcast.json, and with timed sections chapters.json.")] string format,
        [Description(EpisodesApi.LanguageMeaning)] string? lang,
        CancellationToken cancellationToken)
    {
        if (!EditionLanguage.TryRead(lang, out var language))
        {
            return Problems.BadLanguage();
        }

        if (EpisodeExports.Find(format) is not { } export)
        {
            return Problems.NoExport(format);
        }

        if (!Paths.TryReadSlug(slug, out var key) || await episodes.FindAsync(key, language, cancellationToken) is not { } episode)
        {
            return Problems.NoEpisode(slug);
        }

        return export.CanHold(episode)
            ? TypedResults.Stream(
                body => export.WriteAsync(episode, body, cancellationToken), export.MediaType, EpisodeExports.FileName(episode, export))
            : Problems.NoTimes(export.Name, key);
    }
}
