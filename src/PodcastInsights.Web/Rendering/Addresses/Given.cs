using System.Globalization;

namespace PodcastInsights.Web.Rendering.Addresses;

/// <summary>Parses parameters of addresses; invalid values count as not given.</summary>
internal static class Given
{
    /// <summary>The trimmed text; null for a blank one.</summary>
    public static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>A year of four digits (the next year must have four too); null for anything else.</summary>
    public static int? Year(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1000 and < 9999 ? year : null;
}
