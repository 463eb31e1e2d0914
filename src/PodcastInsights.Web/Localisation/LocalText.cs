namespace PodcastInsights.Web.Localisation;

/// <summary>A text of the library with its language.</summary>
/// <param name="Language">Value of the HTML <c>lang</c> attribute; null for the page's language.</param>
internal readonly record struct LocalText(string Text, string? Language)
{
    /// <summary>The text in the page's language; else in English; else in any language.</summary>
    public static LocalText Best(IReadOnlyDictionary<string, string> byLanguage, string otherwise)
    {
        var page = SiteLanguage.Current.Code;
        foreach (var language in byLanguage.Keys.OrderBy(Rank).ThenBy(l => l, StringComparer.Ordinal))
        {
            return new(byLanguage[language], LanguageTag.UnlessPages(language, byLanguage[language]));
        }

        return new(otherwise, null);

        int Rank(string language) => language == page ? 0 : language == SiteLanguage.English.Code ? 1 : 2;
    }

    /// <summary>The texts in other languages than the best one's.</summary>
    public static IEnumerable<LocalText> Others(IReadOnlyDictionary<string, string> byLanguage)
    {
        var best = Best(byLanguage, "");
        return byLanguage.OrderBy(t => t.Key, StringComparer.Ordinal)
            .Select(t => new LocalText(t.Value, LanguageTag.UnlessPages(t.Key, t.Value)))
            .Where(t => t.Language != best.Language && t.Text != best.Text);
    }
}
