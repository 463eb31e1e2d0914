using System.Globalization;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using PodcastInsights.Web.Api;
using PodcastInsights.Web.Library;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Addresses;
using PodcastInsights.Web.Security;
using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Answers;

/// <summary>
/// Middleware that renders each response completely, within the time limit, before it sends the first byte. While it sends, it holds no
/// lock that another request waits for. The rest of the pipeline runs independently of the connection (<see cref="Renderer"/>).
/// </summary>
internal sealed partial class RenderFirst(
    RequestDelegate next,
    Renderer renderer,
    AnswerStore store,
    AnswersUnderWay underWay,
    RenderingPlaces places,
    LibraryVersion version,
    LibraryState state,
    IOptions<RequestSettings> settings,
    ILogger<RenderFirst> logger)
{
    private const int TryAgainSeconds = 2;

    /// <summary>The time limit for rendering the page that reports a timeout.</summary>
    private static readonly TimeSpan AfterTheLimit = TimeSpan.FromSeconds(1);

    private readonly TimeSpan seconds = TimeSpan.FromSeconds(settings.Value.Seconds);

    public async Task InvokeAsync(HttpContext context)
    {
        var endpoint = context.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || endpoint?.Metadata.GetMetadata<SentAsRead>() is not null)
        {
            // A static file or a recording, with its own ranges and tags, is streamed as the client reads it.
            await next(context);
            return;
        }

        try
        {
            var answer = await FindOrMakeAsync(context, endpoint);
            await (answer is null ? RefuseAsync(context) : answer.SendAsync(context, underWay));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has disconnected.
        }
        catch (Exception error) when (!context.Response.HasStarted)
        {
            // The error page could not be rendered either.
            Log.Failed(logger, error);
            await Refusal.AnswerBrieflyAsync(context, Problems.Failed(), Texts.ErrorFailedExplained);
        }
    }

    private async Task<Answer?> FindOrMakeAsync(HttpContext context, Endpoint? endpoint)
    {
        var asked = AskedFor.By(context.Request, endpoint);
        var coding = ContentCoding.Wanted(context.Request);

        // The version is read before any data, so that a response may be newer than its tag but never older. Until the library is settled,
        // pages show less, and change without a new version. If the version cannot be read, rendering fails in the same way and reports it.
        var current = endpoint?.Metadata.GetMetadata<DerivedFromLibrary>() is not null && state.IsSettled
            ? await version.CurrentAsync(context.RequestAborted)
            : null;
        if (current is null)
        {
            using var limit = new TimeLimit(seconds, context.RequestAborted);
            return await MakeAsync(context, asked, coding, tag: null, limit);
        }

        var key = new AnswerKey(current, asked, coding);
        return store.Find(key) ?? await MakeForAllAsync(context, key);
    }

    private async Task<Answer?> MakeForAllAsync(HttpContext context, AnswerKey key)
    {
        // Weak, because compression changes the bytes and not their meaning. The tag includes the language, the form and the path prefix
        // from the proxy (BasePath: letters that a tag may contain).
        var form = key.Asked.AsMarkdown ? Paths.TwinSuffix : "";
        var tag = new EntityTagHeaderValue($"\"{key.Version}-{key.Asked.Language}{form}{key.Asked.PathBase}\"", isWeak: true);
        using var limit = new TimeLimit(seconds, context.RequestAborted);
        try
        {
            return await store.FindOrMakeAsync(key, () => MakeAsync(context, key.Asked, key.Coding, tag, limit), limit.Token);
        }
        catch (OperationCanceledException) when (limit.IsReached)
        {
            return null;
        }
    }

    /// <returns>Null where it was not complete in time, or the limit of concurrent renderings was reached.</returns>
    private async Task<Answer?> MakeAsync(
        HttpContext context, AskedFor asked, ContentCoding coding, EntityTagHeaderValue? tag, TimeLimit limit)
    {
        try
        {
            if (await places.FindAsync(context, limit.Token) is not { } place)
            {
                return null;
            }

            // On a thread of its own, so that the request is answered in time in any case. Its slot is released only when the rendering
            // ends.
            var rendering = Task.Run(
                async () =>
                {
                    using (place)
                    {
                        return await renderer.RenderAsync(next, context, asked, coding, tag, limit);
                    }
                },
                CancellationToken.None);
            return await rendering.WaitAsync(limit.Left + AfterTheLimit, limit.Gone);
        }
        catch (Exception late) when (late is TimeoutException || (late is OperationCanceledException && limit.IsReached))
        {
            return null;
        }
    }

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = TryAgainSeconds.ToString(CultureInfo.InvariantCulture);
        var reason = Wording.Of(Texts.NotInTime, Wording.Seconds(TryAgainSeconds));
        return Refusal.AnswerBrieflyAsync(context, Problems.NotInTime(TryAgainSeconds), reason);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "An answer could not be made, nor the page that says so")]
        public static partial void Failed(ILogger logger, Exception error);
    }
}
