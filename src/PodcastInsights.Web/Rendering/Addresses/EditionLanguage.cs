using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Rendering.Addresses;

/// <summary>The parameter <c>lang</c>: the language of the requested edition.</summary>
internal static class EditionLanguage
{
    /// <summary>Value for the default edition, where an address without a language would choose another.</summary>
    public const string Original = "original";

    /// <summary>
    /// Parses a code of two or three letters. Null for no text and <see cref="Original"/>, which mean the default edition. False for other
    /// text.
    /// </summary>
    public static bool TryRead(string? text, out string? language)
    {
        language = string.IsNullOrEmpty(text) || text == Original ? null : text.ToLowerInvariant();
        return language is null || (language.Length is 2 or 3 && language.All(char.IsAsciiLetterLower));
    }

    /// <summary>Parses the parameter for pages, which ignore invalid text.</summary>
    public static string? Wanted(string? text) => TryRead(text, out var language) ? language : null;

    /// <summary>
    /// The edition that an episode's page opens without a parameter: under a language prefix the one in that language; else null for the
    /// default one.
    /// </summary>
    public static string? OfSite => SiteLanguage.Current.Prefix.Length > 0 ? SiteLanguage.Current.Code : null;
}
