using Microsoft.Net.Http.Headers;

namespace PodcastInsights.Web.Library;

/// <summary>Marks endpoints whose answers change only with the library.</summary>
public sealed class DerivedFromLibrary
{
    public static DerivedFromLibrary Instance { get; } = new();

    /// <summary>
    /// A convention for pages: all are derived from it, but for those <see cref="OfThisMomentAttribute">of this moment</see>.
    /// </summary>
    public static void Mark(EndpointBuilder page)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (!page.Metadata.OfType<OfThisMomentAttribute>().Any())
        {
            page.Metadata.Add(Instance);
        }
    }
}

/// <summary>Tags what is derived from the library with its version, and answers 304 to those who have that version already.</summary>
public sealed class ConditionalRequests(RequestDelegate next, LibraryVersion version, LibraryState state)
{
    public Task InvokeAsync(HttpContext context)
    {
        // Until the first import is done pages say so, and they change when it is, whether or not the database does.
        if (context.GetEndpoint()?.Metadata.GetMetadata<DerivedFromLibrary>() is null || !state.IsReady)
        {
            return next(context);
        }

        // Taken before anything is read: an answer may be newer than its tag, never older.
        var tag = version.Current();
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            Describe(context.Response, tag);
            return Task.CompletedTask;
        }

        // Set before the answer is made, so that the cache keeps them with it; only a good answer has them in the end.
        Describe(context.Response, tag);
        context.Response.OnStarting(() =>
        {
            if (context.Response.StatusCode != StatusCodes.Status200OK)
            {
                context.Response.Headers.Remove(HeaderNames.ETag);
                context.Response.Headers.Remove(HeaderNames.CacheControl);
            }

            return Task.CompletedTask;
        });
        return next(context);
    }

    private static void Describe(HttpResponse response, EntityTagHeaderValue tag)
    {
        var headers = response.GetTypedHeaders();
        headers.ETag = tag;
        headers.CacheControl = new CacheControlHeaderValue { NoCache = true };
    }
}
