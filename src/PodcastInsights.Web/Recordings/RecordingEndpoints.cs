using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Answers;
using PodcastInsights.Web.Rendering.Addresses;
using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Recordings;

/// <summary>Serves recordings of episodes, whole or in ranges. An address names an episode; the import has determined the file.</summary>
internal static class RecordingEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapRecordings(this IEndpointRouteBuilder app) =>
        app.MapMethods($"{Paths.Recordings}/{{slug}}", Methods, SendAsync).ExcludeFromDescription().WithMetadata(SentAsRead.Instance);

    private static async Task<IResult> SendAsync(
        IEpisodeReader episodes, IOptions<LibrarySettings> library, TimeProvider clock, HttpContext context, string slug, string? lang)
    {
        if (!Paths.TryReadSlug(slug, out var key)
            || await episodes.RecordingsAsync(key, context.RequestAborted) is not [var first, ..] recordings
            || (recordings.FirstOrDefault(recording => recording.Language == lang) ?? (lang is null ? first : null)) is not { } recording
            || RecordingKind.Of(recording.Path) is not { } kind
            || RecordingFile.Open(library.Value.TranscriptsFolder, recording.Path, clock) is not { } file)
        {
            return TypedResults.NotFound();
        }

        if (context.Request.GetTypedHeaders().Range is { } range && !range.Unit.Equals("bytes", StringComparison.OrdinalIgnoreCase))
        {
            // Units other than bytes must be ignored.
            context.Request.Headers.Remove(HeaderNames.Range);
        }

        // A replaced file has another tag, so that clients do not join parts of both.
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Stream(
            file.Content, kind.MediaType, lastModified: file.ModifiedAt, entityTag: file.Tag, enableRangeProcessing: true);
    }
}
