namespace PodcastInsights.Web.Localisation;

/// <summary>
/// BCP 47's names of the languages of texts. That of a Chinese text tells the characters it is written in, of which browsers take others' forms
/// where a page names the wrong ones.
/// </summary>
internal static class LanguageTag
{
    private const string Chinese = "zh";
    private const string Simplified = "zh-Hans";
    private const string Traditional = "zh-Hant";
    private const int LettersLookedAt = 500;

    /// <param name="language">ISO 639-1.</param>
    /// <param name="text">Its first letters are looked at.</param>
    public static string Of(string language, string text) => Unless("", language, text)!;

    /// <summary>Null where the text is in the language around it, and needs no mention.</summary>
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

    /// <summary>The same on a page of the site.</summary>
    public static string? UnlessPages(string language, string text) => Unless(SiteLanguage.Current.Tag, language, text);
}
