using System.Globalization;

namespace PodcastInsights.Web.Rendering.Addresses;

/// <summary>What the parameters of a page's address give; where they hold nothing that can be meant, nothing is asked.</summary>
public static class Given
{
    /// <summary>The text without blanks around it; null where there is none.</summary>
    public static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>A year of four digits, as the one after it has too; null for anything else.</summary>
    public static int? Year(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1000 and < 9999 ? year : null;
}
