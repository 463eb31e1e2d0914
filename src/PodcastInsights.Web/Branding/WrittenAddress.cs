using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Branding;

/// <summary>Validates addresses in the owner's texts: the about text and the footer.</summary>
internal static class WrittenAddress
{
    /// <summary>
    /// Accepts <c>https://example.org/x</c>, <c>mailto:ada@example.org</c>, a path of the site as <c>/episodes</c>, and an anchor of the
    /// same page as <c>#thanks</c>. Null for everything else, such as <c>javascript:</c>.
    /// </summary>
    /// <param name="root">Path prefix of the site, which is added to paths.</param>
    public static string? Of(string? written, string root)
    {
        if (string.IsNullOrEmpty(written) || written.Any(char.IsControl))
        {
            return null;
        }

        // Two slashes mean another host, and browsers treat a backslash as a slash.
        return written[0] == '/' ? (written.Length > 1 && written[1] is '/' or '\\' ? null : root + written)
            : written[0] == '#' ? written
            : written.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? (Uri.TryCreate(written, UriKind.Absolute, out var mail) ? mail.AbsoluteUri : null)
            : written.Contains("://", StringComparison.Ordinal) && ExternalLink.TryCreate(written, out var link) ? link.AbsoluteUri
            : null;
    }
}
