using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Branding;

/// <summary>An address that the host has written, in the about text or the footer.</summary>
internal static class WrittenAddress
{
    /// <summary>
    /// Takes <c>https://example.org/x</c>, <c>mailto:ada@example.org</c>, a path of the site, <c>/episodes</c>, and a place of the same page,
    /// <c>#thanks</c>. Null for everything else, such as <c>javascript:</c>.
    /// </summary>
    /// <param name="root">The path under which the site is, which a path of the site does not name.</param>
    public static string? Of(string? written, string root)
    {
        if (string.IsNullOrEmpty(written) || written.Any(char.IsControl))
        {
            return null;
        }

        // Two slashes lead to another host, as a browser takes a backslash for a slash.
        return written[0] == '/' ? (written.Length > 1 && written[1] is '/' or '\\' ? null : root + written)
            : written[0] == '#' ? written
            : written.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? (Uri.TryCreate(written, UriKind.Absolute, out var mail) ? mail.AbsoluteUri : null)
            : written.Contains("://", StringComparison.Ordinal) && ExternalLink.TryCreate(written, out var link) ? link.AbsoluteUri
            : null;
    }
}
