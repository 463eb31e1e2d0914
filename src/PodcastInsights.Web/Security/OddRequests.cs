using Microsoft.Extensions.Primitives;
using PodcastInsights.Web.Api;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Security;

/// <summary>
/// Refuses host names and paths that the server accepts but that cannot be written into addresses. Later code may rely on well-formed
/// scheme, host and path.
/// </summary>
internal static class OddRequests
{
    /// <summary>Longest host in characters: a DNS name with a port.</summary>
    private const int LongestHost = 259;

    /// <summary>How many times an address may be percent-encoded: the API encodes slugs once, and a client may once more.</summary>
    private const int MostEncoded = 4;

    /// <remarks>The header <see cref="SitePath.Header"/> is only present here where its value is unusable.</remarks>
    public static Task RefuseAsync(HttpContext context, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var request = context.Request;
        if (!TryReadHost(request.Headers.Host, out var host))
        {
            request.Headers.Host = StringValues.Empty;
            return Refusal.AnswerBrieflyAsync(context, Problems.OddHost(), Texts.OddHost);
        }

        // Normalises the name, so that a page is not rendered and cached under several.
        request.Host = host;
        if (SchemeOf(request) is not { } scheme)
        {
            return Refusal.AnswerBrieflyAsync(context, Problems.OddScheme(), Texts.OddScheme);
        }

        request.Scheme = scheme;
        if (request.Headers.ContainsKey(SitePath.Header))
        {
            return Refusal.AnswerBrieflyAsync(context, Problems.OddPrefix(), Texts.OddPrefix);
        }

        return IsReadable(request.Path.Value ?? "")
            ? next(context)
            : Refusal.AnswerBrieflyAsync(context, Problems.OddAddress(), Texts.OddAddress);
    }

    /// <summary>No host is allowed, as in HTTP/1.0.</summary>
    internal static bool TryReadHost(string? sent, out HostString host)
    {
        host = default;
        if (string.IsNullOrEmpty(sent))
        {
            return true;
        }

        try
        {
            var read = HostString.FromUriComponent(sent.ToLowerInvariant());
            var (name, port) = (read.Host, read.Port);
            var hasPort = read.Value!.Length > name.Length;
            if (Uri.CheckHostName(name) is UriHostNameType.Unknown or UriHostNameType.Basic
                || read.ToUriComponent().Length > LongestHost
                || (name.Contains(':', StringComparison.Ordinal) && sent[0] != '[')
                || hasPort != port.HasValue
                || port is < 1 or > ushort.MaxValue)
            {
                return false;
            }

            host = read;
            return true;
        }
        catch (ArgumentException)
        {
            // A name that begins with xn-- and is not a valid internationalised one.
            return false;
        }
    }

    private static string? SchemeOf(HttpRequest request) =>
        request.Scheme.Equals(Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase) ? Uri.UriSchemeHttps
        : request.Scheme.Equals(Uri.UriSchemeHttp, StringComparison.OrdinalIgnoreCase) ? Uri.UriSchemeHttp
        : null;

    /// <summary>
    /// Whether the path has no control characters, however often it was encoded. Pages decode a path again when they write it into an
    /// address, and the API gives encoded slugs (docs/decisions/0035).
    /// </summary>
    private static bool IsReadable(string path)
    {
        for (var depth = 0; depth < MostEncoded && !path.Any(char.IsControl); depth++)
        {
            var decoded = Uri.UnescapeDataString(path);
            if (decoded.Length == path.Length)
            {
                return true;
            }

            path = decoded;
        }

        return false;
    }
}
