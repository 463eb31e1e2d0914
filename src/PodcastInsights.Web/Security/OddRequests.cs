using Microsoft.Extensions.Primitives;
using PodcastInsights.Web.Api;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Security;

/// <summary>
/// Refuses names and paths that the web server lets through and that no page can write into its own addresses. Everything behind may take
/// scheme, host and path as well-formed.
/// </summary>
internal static class OddRequests
{
    /// <summary>In characters: the longest name of the domain name system with a port.</summary>
    private const int LongestHost = 259;

    /// <summary>How often an address may have been encoded; data encodes slugs once, and a client may once more.</summary>
    private const int MostEncoded = 4;

    /// <remarks>The header <see cref="SitePath.Header"/> is here only where it cannot be used.</remarks>
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

        // One name has one form, so that one page is not made, and named, many times.
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

    /// <summary>None at all is allowed: HTTP/1.0 knows no hosts.</summary>
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
            // A name that begins as an internationalised one (xn--) and is none.
            return false;
        }
    }

    private static string? SchemeOf(HttpRequest request) =>
        request.Scheme.Equals(Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase) ? Uri.UriSchemeHttps
        : request.Scheme.Equals(Uri.UriSchemeHttp, StringComparison.OrdinalIgnoreCase) ? Uri.UriSchemeHttp
        : null;

    /// <summary>
    /// A path is decoded once more wherever a page writes it into an address, and data gives slugs encoded (docs/decisions/0035); so it may
    /// hold no control character, however often it was encoded.
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
