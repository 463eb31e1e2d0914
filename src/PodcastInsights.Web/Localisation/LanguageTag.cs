namespace PodcastInsights.Web.Localisation;

/// <summary>BCP 47 tags for texts. The tag of a Chinese text has its script, because browsers choose glyphs by it.</summary>
internal static class LanguageTag
{
    private const string Chinese = "zh";
    private const string Simplified = "zh-Hans";
    private const string Traditional = "zh-Hant";
    private const int LettersLookedAt = 500;

    /// <param name="language">ISO 639-1.</param>
    /// <param name="text">The text, whose first letters tell the script.</param>
    public static string Of(string language, string text) => Unless("", language, text)!;

    /// <summary>The tag; null where it is that of the surrounding text.</summary>
    /// <param name="surrounding">A tag.</param>
    public static string? Unless(string surrounding, string language, string text)
    {
        var tag = language;
        if (language == Chinese)
        {
            tag = HanForms.TraditionalSurplus(text.AsSpan(0, Math.Min(text.Length, LettersLookedAt))) switch
            {
                > 0 => Traditional,
                < 0 => Simplified,
                _ => surrounding is Traditional ? Traditional : Simplified, // written alike
            };
        }

        return tag == surrounding ? null : tag;
    }

    /// <summary>The tag; null where it is that of the page.</summary>
    public static string? UnlessPages(string language, string text) => Unless(SiteLanguage.Current.Tag, language, text);
}
