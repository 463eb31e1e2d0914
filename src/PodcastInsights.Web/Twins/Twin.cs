using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace PodcastInsights.Web.Twins;

/// <summary>Which of the two forms of a page a request is answered with. What a client says of other kinds than these two does not count.</summary>
internal static class Twin
{
    public const string MediaType = "text/markdown";

    private const string PageMediaType = "text/html";

    /// <summary>Whether the answer is Markdown, by the address or by what the client likes.</summary>
    public static bool IsWanted(HttpRequest request, Endpoint? endpoint) =>
        endpoint is not null
        && (endpoint.Metadata.GetMetadata<TwinAddress>() is not null || (IsNegotiatedAt(endpoint) && Likes(request.Headers.Accept)));

    /// <summary>Whether the answer depends on what the client likes.</summary>
    public static bool IsNegotiatedAt(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<NegotiatedAddress>() is not null;

    /// <summary>
    /// Whether Markdown is named, and liked at least as well as HTML: no browser names it. A page is what all others are given, be it that
    /// they say they take neither (RFC 9110, 12.5.1 leaves that to the server).
    /// </summary>
    internal static bool Likes(StringValues accept) =>
        accept.Count > 0
        && MediaTypeHeaderValue.TryParseList(accept, out var ranges)
        && ranges.Where(range => Is(range, MediaType)).Select(QualityOf).DefaultIfEmpty(0).Max() is > 0 and var markdown
        && markdown >= PageQuality(ranges);

    /// <summary>The most particular range decides.</summary>
    private static double PageQuality(IList<MediaTypeHeaderValue> ranges) => new[] { PageMediaType, "text/*", "*/*" }
        .Select(name => ranges.Where(range => Is(range, name)).Select(range => (double?)QualityOf(range)).Max())
        .FirstOrDefault(quality => quality is not null) ?? 0;

    private static bool Is(MediaTypeHeaderValue range, string name) => range.MediaType.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static double QualityOf(MediaTypeHeaderValue range) => range.Quality ?? 1;
}
