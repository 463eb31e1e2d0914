using System.Globalization;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using PodcastInsights.Web.Api;
using PodcastInsights.Web.Library;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Security;
using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Answers;

/// <summary>
/// Renders first and sends later: an answer is finished within the time limit before its first byte is sent, and while it is sent nothing
/// is held that another request waits for. What follows in the pipeline runs apart from the connection (<see cref="Renderer"/>).
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

    /// <summary>What the page may take that says that the limit is reached.</summary>
    private static readonly TimeSpan AfterTheLimit = TimeSpan.FromSeconds(1);

    private readonly TimeSpan seconds = TimeSpan.FromSeconds(settings.Value.Seconds);

    public async Task InvokeAsync(HttpContext context)
    {
        var endpoint = context.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || endpoint?.Metadata.GetMetadata<SentAsRead>() is not null)
        {
            // A file that lies beside the program or in the library, with ranges and tags of its own; it is read as the client takes it.
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
            // The client has gone.
        }
        catch (Exception error) when (!context.Response.HasStarted)
        {
            // Not even the page that says so could be made.
            Log.Failed(logger, error);
            await Refusal.AnswerBrieflyAsync(context, Problems.Failed(), Texts.ErrorFailedExplained);
        }
    }

    private async Task<Answer?> FindOrMakeAsync(HttpContext context, Endpoint? endpoint)
    {
        var asked = AskedFor.By(context.Request, endpoint);
        var coding = ContentCoding.Wanted(context.Request);

        // The version is taken before anything is read: an answer may be newer than its tag, never older. Until the library is settled
        // pages say less, and they change when it is, whether or not the library does.
        // Where the library cannot be read, whoever makes the answer meets that too.
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
        // Weak: packing changes the bytes and not what they say. Beside the address the language does, and the path that a proxy says the site is
        // under (BasePath: letters that a tag may hold).
        var tag = new EntityTagHeaderValue($"\"{key.Version}-{key.Asked.Language}{key.Asked.PathBase}\"", isWeak: true);
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

    /// <returns>Null where it could not be made in time, or there was no place for it.</returns>
    private async Task<Answer?> MakeAsync(
        HttpContext context, AskedFor asked, ContentCoding coding, EntityTagHeaderValue? tag, TimeLimit limit)
    {
        try
        {
            if (await places.FindAsync(context, limit.Token) is not { } place)
            {
                return null;
            }

            // On a thread of its own, so that the request is answered in time whatever the rendering does; its place is taken until it ends.
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
        var reason = Wording.Of(Texts.NotInTime, TryAgainSeconds);
        return Refusal.AnswerBrieflyAsync(context, Problems.NotInTime(TryAgainSeconds), reason);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "An answer could not be made, nor the page that says so")]
        public static partial void Failed(ILogger logger, Exception error);
    }
}
