using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Rendering.Addresses;

/// <summary>The parameter <c>lang</c>: the language of the edition wanted.</summary>
public static class EditionLanguage
{
    /// <summary>Asks for the default edition where an address without a language would choose another.</summary>
    public const string Original = "original";

    /// <summary>
    /// Takes <c>en</c> or <c>zh</c>, or any other code of two or three letters. Nothing at all and <see cref="Original"/> are null, the
    /// default edition. False for other text.
    /// </summary>
    public static bool TryRead(string? text, out string? language)
    {
        language = string.IsNullOrEmpty(text) || text == Original ? null : text.ToLowerInvariant();
        return language is null || (language.Length is 2 or 3 && language.All(char.IsAsciiLetterLower));
    }

    /// <summary>For pages, which take an odd text for none.</summary>
    public static string? Wanted(string? text) => TryRead(text, out var language) ? language : null;

    /// <summary>
    /// The edition that the page of an episode opens where its address names none: under the prefix of a language the one in that
    /// language; else null, the default one.
    /// </summary>
    public static string? OfSite => SiteLanguage.Current.Prefix.Length > 0 ? SiteLanguage.Current.Code : null;
}
