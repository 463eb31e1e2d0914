using System.Globalization;

namespace PodcastInsights.Web.Localisation;

/// <summary>A language in which the site itself speaks.</summary>
/// <param name="Code">ISO 639-1, as editions and passages name theirs.</param>
/// <param name="Tag">BCP 47, as HTML names it.</param>
/// <param name="Prefix">What its addresses begin with.</param>
/// <param name="OwnName">The language's name in itself, for the switch.</param>
public sealed record SiteLanguage(string Code, string Tag, string Prefix, string OwnName)
{
    private const int LettersLookedAt = 500;

    public static SiteLanguage English { get; } = new("en", "en", "", "English");

    public static SiteLanguage Chinese { get; } = new("zh", "zh-Hans", "/zh", "中文");

    public static IReadOnlyList<SiteLanguage> All { get; } = [English, Chinese];

    /// <summary>The language of this request, which its address has chosen.</summary>
    public static SiteLanguage Current => All.FirstOrDefault(l => l.Tag == CultureInfo.CurrentUICulture.Name) ?? English;

    public CultureInfo Culture => CultureInfo.GetCultureInfo(Tag);

    public static SiteLanguage Of(PathString path) =>
        path.StartsWithSegments(Chinese.Prefix, StringComparison.Ordinal) ? Chinese : English;

    /// <summary>Null where the site does not speak it.</summary>
    public static SiteLanguage? Find(string code) => All.FirstOrDefault(l => l.Code == code);

    /// <summary>
    /// The site's language to offer a reader: the one that the browser asks for first. Null where it asks for none of them, and for whoever
    /// comes from another page of the site, where it was offered and not taken, or chosen.
    /// </summary>
    public static SiteLanguage? Offered(HttpRequest request) => request.Headers["Sec-Fetch-Site"] == "same-origin"
        ? null
        : Preferred(request);

    private static SiteLanguage? Preferred(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(wanted => wanted.Quality != 0)
        .OrderByDescending(wanted => wanted.Quality ?? 1)
        .Select(wanted => wanted.Value.Value?.Split('-')[0])
        .Select(code => All.FirstOrDefault(l => l.Code.Equals(code, StringComparison.OrdinalIgnoreCase)))
        .FirstOrDefault(language => language is not null);

    /// <summary>BCP 47's name of a text's language.</summary>
    public static string TagOf(string language, string text) => TagUnless(language, "", text)!;

    /// <summary>The same for a Chinese text, whose name tells the characters it is written in; its first ones are looked at.</summary>
    public static string? TagUnless(string language, string surrounding, string text) =>
        language == Chinese.Code && HanForms.IsTraditional(text.AsSpan(0, Math.Min(text.Length, LettersLookedAt)))
            ? "zh-Hant"
            : TagUnless(language, surrounding);

    /// <summary>The HTML name of a passage's language; null where it is the page's own and needs no mention.</summary>
    public static string? TagUnless(string language, string surrounding) =>
        language == surrounding ? null : Find(language)?.Tag ?? language;
}
