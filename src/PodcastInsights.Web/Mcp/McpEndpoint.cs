using System.Net.Mime;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using PodcastInsights.Web.Answers;
using PodcastInsights.Web.Api;
using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Mcp;

/// <summary>
/// Middleware for <c>/mcp</c>, the only address that accepts POST, because the Model Context Protocol sends requests in a body. It
/// validates the request and reads its body completely, within limits, before the request takes a rendering slot. Then the request is
/// handled as all others.
/// </summary>
internal sealed class McpEndpoint(RequestDelegate next, IOptions<McpSettings> settings, IOptions<RequestSettings> requests)
{
    public const string Address = "/mcp";

    /// <summary>Largest body in bytes: more than twice the longest text that can be checked, fully escaped.</summary>
    public const int LongestBody = 64 << 10;

    private readonly TimeSpan seconds = TimeSpan.FromSeconds(requests.Value.Seconds);

    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.IsMcp())
        {
            await next(context);
            return;
        }

        if (Problem(context) is { } problem)
        {
            await problem.ExecuteAsync(context);
        }
        else if (await ReadAsync(context) is not { } body)
        {
            // Answered, or the client has left.
        }
        else if (McpBody.ProblemOf(body) is { } malformed)
        {
            await malformed.ExecuteAsync(context);
        }
        else
        {
            context.Features.Set(new Posted([.. context.Request.Headers.Where(header => IsSaid(header.Key))], body));
            await next(context);
        }
    }

    private ProblemHttpResult? Problem(HttpContext context)
    {
        var request = context.Request;
        if (!settings.Value.Enabled)
        {
            return Problems.NoResource(request.Path, request.PathBase);
        }

        if (!HttpMethods.IsPost(request.Method))
        {
            context.Response.Headers.Allow = HttpMethods.Post;
            return Problems.OnlyPosted();
        }

        return !IsOwnOrigin(request) ? Problems.ForeignOrigin()
            : !IsJson(request) ? Problems.NotJson()
            : request.ContentLength > LongestBody ? Problems.LongBody(LongestBody)
            : null;
    }

    /// <summary>
    /// Programs send no origin; a browser sends that of the page with the script. The scheme is not compared, because it is unknown behind
    /// a proxy that is not trusted.
    /// </summary>
    private static bool IsOwnOrigin(HttpRequest request) =>
        request.Headers.Origin.Count == 0
        || (Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin)
            && (origin.Scheme == Uri.UriSchemeHttp || origin.Scheme == Uri.UriSchemeHttps)
            && origin.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));

    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(MediaTypeNames.Application.Json, StringComparison.OrdinalIgnoreCase)
        && request.Headers.ContentEncoding.Count == 0;

    /// <summary>Reads the body. The web server aborts one that is too long or too slow.</summary>
    /// <returns>Null where it was rejected.</returns>
    private async Task<byte[]?> ReadAsync(HttpContext context)
    {
        using var limit = new TimeLimit(seconds, context.RequestAborted);
        using var body = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(body, limit.Token);
            return body.ToArray();
        }
        catch (BadHttpRequestException unreadable)
        {
            // Too long, too slow, or invalid chunks.
            await (unreadable.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? Problems.LongBody(LongestBody)
                : TypedResults.Problem(statusCode: unreadable.StatusCode)).ExecuteAsync(context);
        }
        catch (OperationCanceledException) when (limit.IsReached)
        {
            await TypedResults.Problem(statusCode: StatusCodes.Status408RequestTimeout).ExecuteAsync(context);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            context.Abort();
        }

        return null;
    }

    private static bool IsSaid(string header) =>
        header.Equals(HeaderNames.Accept, StringComparison.OrdinalIgnoreCase)
        || header.Equals(HeaderNames.ContentType, StringComparison.OrdinalIgnoreCase)
        || header.StartsWith("Mcp-", StringComparison.OrdinalIgnoreCase);
}
