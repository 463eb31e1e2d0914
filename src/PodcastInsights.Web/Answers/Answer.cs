using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace PodcastInsights.Web.Answers;

/// <summary>
/// A finished answer, packed as it is sent, with every byte made before the first one leaves. It never changes, so any number of requests
/// may send it at once.
/// </summary>
/// <param name="Headers">All but the length.</param>
/// <param name="Coding">How the body is packed; what packing does not make smaller is sent as it is to everybody.</param>
/// <param name="Tag">Names what the answer was made of; null where nobody may ask whether it has changed.</param>
internal sealed record Answer(
    int Status, KeyValuePair<string, StringValues>[] Headers, byte[] Body, ContentCoding Coding, EntityTagHeaderValue? Tag)
{
    /// <summary>What is written at once, so that a client who does not read is given no more than this to hold.</summary>
    public const int Piece = 16 << 10;

    /// <summary>What an answer without a change still says (RFC 9110, 15.4.5).</summary>
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
