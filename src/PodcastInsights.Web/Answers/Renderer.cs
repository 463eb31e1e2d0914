using System.Buffers;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using PodcastInsights.Web.Security;
using PodcastInsights.Web.Twins;

namespace PodcastInsights.Web.Answers;

/// <summary>
/// Renders a response into memory, independently of the connection: with a request built from <see cref="AskedFor"/>, in a service scope of
/// its own. So a response can be shared, and be abandoned while rendering continues.
/// </summary>
internal sealed class Renderer(IServiceScopeFactory scopes, IHttpContextAccessor current)
{
    private const string AlwaysVaries = "Accept-Encoding, Accept-Language, Sec-Fetch-Site";

    /// <param name="tag">The entity tag to send; null for a page that changes independently of the library.</param>
    /// <returns>Null where it was cancelled, because the response may be incomplete.</returns>
    public async Task<Answer?> RenderAsync(
        RequestDelegate page, HttpContext asking, AskedFor asked, ContentCoding coding, EntityTagHeaderValue? tag, TimeLimit limit)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var body = new RenderedBody();
        var response = new RenderedResponse();
        var context = Context(asking, asked, response, body, isShared: tag is not null);
        context.RequestServices = scope.ServiceProvider;
        context.RequestAborted = limit.Token;
        context.Features.Set(limit);
        current.HttpContext = context;

        await page(context);
        await body.CompleteAsync();
        await response.FinishAsync();
        var whole = response.StatusCode >= StatusCodes.Status500InternalServerError || !limit.Token.IsCancellationRequested;
        return whole ? Finished(response, body, coding, tag, Twin.IsNegotiatedAt(asking.GetEndpoint())) : null;
    }

    private static DefaultHttpContext Context(HttpContext asking, AskedFor asked, RenderedResponse response, RenderedBody body, bool isShared)
    {
        var features = new FeatureCollection();
        var request = new HttpRequestFeature
        {
            Method = HttpMethods.Get,
            Protocol = "HTTP/1.1",
            Scheme = asked.Scheme,
            PathBase = asked.PathBase,
            Path = asked.Path,
            QueryString = asked.Query,
            Headers = { Host = asked.Host, Accept = asked.AsMarkdown ? Twin.MediaType : StringValues.Empty, AcceptLanguage = asked.Language },
        };
        asked.Posted?.PutInto(request);
        features.Set<IHttpRequestFeature>(request);
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(body);
        var context = new DefaultHttpContext(features) { TraceIdentifier = asking.TraceIdentifier };
        context.SetEndpoint(asking.GetEndpoint());
        if (!isShared)
        {
            // Whether the client may see details: only for responses that are not shared.
            features.Set(DetailsAccess.Of(asking));
        }

        context.Request.RouteValues = new RouteValueDictionary(asking.Request.RouteValues);
        return context;
    }

    private static Answer Finished(
        RenderedResponse response, RenderedBody body, ContentCoding coding, EntityTagHeaderValue? tag, bool isNegotiated)
    {
        var headers = response.Headers;
        headers.ContentLength = null;
        headers.Vary = isNegotiated ? $"Accept, {AlwaysVaries}" : AlwaysVaries;
        if (response.StatusCode == StatusCodes.Status200OK && tag is not null)
        {
            headers.ETag = tag.ToString();
            headers.CacheControl = "no-cache";
        }
        else
        {
            tag = null;
        }

        if (response.StatusCode >= StatusCodes.Status400BadRequest && headers.CacheControl.Count == 0)
        {
            // Without a word, a cache may keep a 404: of an episode that the next import brings.
            headers.CacheControl = "no-store";
        }

        var packing = body.Length > 0 && ContentCoding.Helps(headers.ContentType) ? coding : ContentCoding.Identity;
        if (packing != ContentCoding.Identity)
        {
            headers.ContentEncoding = packing.Name;
        }

        var bytes = packing.Pack(new ReadOnlySequence<byte>(body.GetBuffer(), 0, (int)body.Length));
        return new Answer(response.StatusCode, [.. headers.Where(header => header.Value.Count > 0)], bytes, packing, tag);
    }
}
