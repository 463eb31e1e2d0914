using System.Globalization;

namespace PodcastInsights.Web.Localisation;

/// <summary>
/// A language in which the site itself speaks. <see cref="All"/> is the one table of them: addresses, texts, links between the languages and what
/// search engines are told are made from it.
/// </summary>
/// <param name="Code">ISO 639-1, as editions and passages name theirs; two ways to write one language share it.</param>
/// <param name="Tag">BCP 47, as HTML and the file of its texts name it.</param>
/// <param name="Prefix">What its addresses begin with.</param>
/// <param name="OwnName">The language's name in itself, for the switch.</param>
/// <param name="Ranges">What browsers that prefer it ask for: BCP 47, each with all that begins with it.</param>
public sealed record SiteLanguage(string Code, string Tag, string Prefix, string OwnName, IReadOnlyList<string> Ranges)
{
    public static SiteLanguage English { get; } = new("en", "en", "", "English", ["en"]);

    /// <summary>Of those that share a code, the first is meant where no more is known.</summary>
    public static IReadOnlyList<SiteLanguage> All { get; } =
    [
        English,
        new("zh", "zh-Hans", "/zh", "简体", ["zh"]),
        new("zh", "zh-Hant", "/zh-Hant", "繁體", ["zh-Hant", "zh-TW", "zh-HK", "zh-MO", "yue"]),
    ];

    /// <summary>The language of this request, which its address has chosen.</summary>
    public static SiteLanguage Current => All.FirstOrDefault(l => l.Tag == CultureInfo.CurrentUICulture.Name) ?? English;

    public CultureInfo Culture => CultureInfo.GetCultureInfo(Tag);

    public static SiteLanguage Of(PathString path) =>
        All.FirstOrDefault(l => l.Prefix.Length > 0 && path.StartsWithSegments(l.Prefix, StringComparison.Ordinal)) ?? English;

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
        .Select(wanted => Meant(wanted.Value.Value ?? ""))
        .FirstOrDefault(language => language is not null);

    /// <summary>By the longest range that the tag is in: <c>zh-Hant-SG</c> is in two.</summary>
    private static SiteLanguage? Meant(string tag) => All
        .SelectMany(language => language.Ranges, (language, range) => (language, range))
        .Where(one => tag.StartsWith(one.range, StringComparison.OrdinalIgnoreCase)
            && (tag.Length == one.range.Length || tag[one.range.Length] == '-'))
        .OrderByDescending(one => one.range.Length)
        .Select(one => one.language)
        .FirstOrDefault();
}
