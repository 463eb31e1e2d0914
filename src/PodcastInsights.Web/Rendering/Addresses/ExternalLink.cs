using System.Diagnostics.CodeAnalysis;

namespace PodcastInsights.Web.Rendering.Addresses;

/// <summary>Validates an address from a transcript: only web addresses become links.</summary>
internal static class ExternalLink
{
    /// <summary>Accepts <c>https://example.org/x</c> and <c>example.org/x</c>; false for <c>javascript:</c> and everything else.</summary>
    public static bool TryCreate([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Uri? link)
    {
        link = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return false;
        }

        text = text.Trim();
        var address = text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text;
        return Uri.TryCreate(address, UriKind.Absolute, out link)
            && (link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp)
            && link.HostNameType == UriHostNameType.Dns
            && link.UserInfo.Length == 0
            && link.Host.Contains('.', StringComparison.Ordinal);
    }
}
