using Microsoft.AspNetCore.OutputCaching;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Library;

/// <summary>
/// Keeps answers that change only with the library, compressed as they were sent. The library's version is part of an answer's key, so an
/// import needs to tell nobody: what was kept before is never asked for again and ages away.
/// </summary>
public sealed class LibraryOutputCache(LibraryVersion version, LibraryState state) : IOutputCachePolicy
{
    /// <summary>How long an answer is kept; a new version of the library is seen at once.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var keeps = state.IsReady && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method));
        context.EnableOutputCaching = keeps;
        context.AllowCacheLookup = keeps;
        context.AllowCacheStorage = keeps;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Kept;
        var rules = context.CacheVaryByRules;
        rules.QueryKeys = "*";
        rules.VaryByHost = true;
        rules.VaryByValues["version"] = version.Current().ToString();
        rules.VaryByValues["language"] = SiteLanguage.Preferred(request)?.Code ?? "";
        rules.VaryByValues["encoding"] = EncodingOf(request);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var endpoint = context.HttpContext.GetEndpoint();
        context.AllowCacheStorage &= context.HttpContext.Response.StatusCode == StatusCodes.Status200OK
            && endpoint?.Metadata.GetMetadata<DerivedFromLibrary>() is not null;
        return ValueTask.CompletedTask;
    }

    /// <summary>What the answer will be compressed with: as the compression chooses it, and not as a hundred browsers ask for it.</summary>
    private static string EncodingOf(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding.ToString();
        return accepted.Contains("br", StringComparison.Ordinal) ? "br" : accepted.Contains("gzip", StringComparison.Ordinal) ? "gzip" : "";
    }
}
