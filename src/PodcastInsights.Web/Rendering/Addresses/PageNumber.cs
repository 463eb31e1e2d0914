using System.Globalization;

namespace PodcastInsights.Web.Rendering.Addresses;

/// <summary>Parses the parameter <c>page</c> of pages, leniently.</summary>
internal static class PageNumber
{
    // Multiplied by any page size it fits in 32 bits.
    private const int Last = 1_000_000;

    /// <summary>Page 1 for invalid text.</summary>
    public static int Read(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, Last) : 1;
}
