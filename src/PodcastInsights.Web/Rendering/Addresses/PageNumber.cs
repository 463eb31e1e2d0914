using System.Globalization;

namespace PodcastInsights.Web.Rendering.Addresses;

/// <summary>The parameter <c>page</c> as people meet it: in an address they may have edited.</summary>
public static class PageNumber
{
    // Times any page size of the site it stays within 32 bits.
    private const int Last = 1_000_000;

    /// <summary>Page 1 for everything that is no page number.</summary>
    public static int Read(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, Last) : 1;
}
