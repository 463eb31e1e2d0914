using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace PodcastInsights.Web.Twins;

/// <summary>Content negotiation between a page and its twin. Other media types in <c>Accept</c> are ignored.</summary>
internal static class Twin
{
    public const string MediaType = "text/markdown";

    private const string PageMediaType = "text/html";

    /// <summary>Whether the response is Markdown, by the address or by the client's preference.</summary>
    public static bool IsWanted(HttpRequest request, Endpoint? endpoint) =>
        endpoint is not null
        && (endpoint.Metadata.GetMetadata<TwinAddress>() is not null || (IsNegotiatedAt(endpoint) && Likes(request.Headers.Accept)));

    /// <summary>Whether the response depends on <c>Accept</c>.</summary>
    public static bool IsNegotiatedAt(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<NegotiatedAddress>() is not null;

    /// <summary>
    /// Whether the header names Markdown with at least the quality of HTML; browsers never name it. All other clients get the page, even if
    /// they accept neither (RFC 9110, 12.5.1 leaves that to the server).
    /// </summary>
    internal static bool Likes(StringValues accept) =>
        accept.Count > 0
        && MediaTypeHeaderValue.TryParseList(accept, out var ranges)
        && ranges.Where(range => Is(range, MediaType)).Select(QualityOf).DefaultIfEmpty(0).Max() is > 0 and var markdown
        && markdown >= PageQuality(ranges);

    /// <summary>The most specific range applies.</summary>
    private static double PageQuality(IList<MediaTypeHeaderValue> ranges) => new[] { PageMediaType, "text/*", "*/*" }
        .Select(name => ranges.Where(range => Is(range, name)).Select(range => (double?)QualityOf(range)).Max())
        .FirstOrDefault(quality => quality is not null) ?? 0;

    private static bool Is(MediaTypeHeaderValue range, string name) => range.MediaType.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static double QualityOf(MediaTypeHeaderValue range) => range.Quality ?? 1;
}
