using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace PodcastInsights.Web.Answers;

/// <summary>
/// A complete response in memory, compressed as it is sent. Immutable, so that any number of requests may send it at once.
/// </summary>
/// <param name="Headers">All headers except the length.</param>
/// <param name="Coding">Encoding of the body. A body that compression does not make smaller is sent unencoded to every client.</param>
/// <param name="Tag">The entity tag; null for a response that may not be revalidated.</param>
internal sealed record Answer(
    int Status, KeyValuePair<string, StringValues>[] Headers, byte[] Body, ContentCoding Coding, EntityTagHeaderValue? Tag)
{
    /// <summary>Size of one write in bytes, which limits what is buffered for a client that does not read.</summary>
    public const int Piece = 16 << 10;

    /// <summary>The headers that a 304 response repeats (RFC 9110, 15.4.5).</summary>
    private static readonly string[] SaidUnchanged = [HeaderNames.CacheControl, HeaderNames.ETag, HeaderNames.Vary];

    public bool MayBeKept => Tag is not null;

    public string? ContentType =>
        Headers.FirstOrDefault(header => header.Key.Equals(HeaderNames.ContentType, StringComparison.OrdinalIgnoreCase)).Value;

    public async Task SendAsync(HttpContext context, AnswersUnderWay underWay)
    {
        var response = context.Response;
        if (IsKnownTo(context.Request))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            Say(Headers.Where(header => SaidUnchanged.Contains(header.Key, StringComparer.OrdinalIgnoreCase)), response);
            return;
        }

        response.StatusCode = Status;
        Say(Headers, response);
        response.ContentLength = Body.Length;
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        if (Body.Length <= Piece)
        {
            await response.Body.WriteAsync(Body, context.RequestAborted);
            return;
        }

        using var sending = underWay.Begin(this, context);
        for (var sent = 0; sent < Body.Length; sent += Piece)
        {
            await response.Body.WriteAsync(Body.AsMemory(sent, Math.Min(Piece, Body.Length - sent)), context.RequestAborted);
            sending.Goes();
        }
    }

    private static void Say(IEnumerable<KeyValuePair<string, StringValues>> headers, HttpResponse response)
    {
        foreach (var (name, value) in headers)
        {
            response.Headers[name] = value;
        }
    }

    private bool IsKnownTo(HttpRequest request) =>
        Tag is not null
        && request.Headers.IfNoneMatch.Count > 0
        && request.GetTypedHeaders().IfNoneMatch.Any(
            known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(Tag, useStrongComparison: false));
}
