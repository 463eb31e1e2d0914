using System.Globalization;

namespace PodcastInsights.Web.Localisation;

/// <summary>
/// A language of the site's interface. <see cref="All"/> is the one table of them: addresses, texts, links between languages and hints for
/// search engines are derived from it.
/// </summary>
/// <param name="Code">ISO 639-1 code, as in editions and passages; both Chinese scripts have the same.</param>
/// <param name="Tag">BCP 47 tag, used in HTML and in the name of the resource file.</param>
/// <param name="Prefix">Prefix of its addresses.</param>
/// <param name="OwnName">Name of the language in itself, for the language switch.</param>
/// <param name="Ranges">Language ranges of browsers that prefer it: BCP 47 prefixes.</param>
internal sealed record SiteLanguage(string Code, string Tag, string Prefix, string OwnName, IReadOnlyList<string> Ranges)
{
    public static SiteLanguage English { get; } = new("en", "en", "", "English", ["en"]);

    /// <summary>All languages of the site. Where two share a code, the first one is the default.</summary>
    public static IReadOnlyList<SiteLanguage> All { get; } =
    [
        English,
        new("zh", "zh-Hans", "/zh", "简体", ["zh"]),
        new("zh", "zh-Hant", "/zh-Hant", "繁體", ["zh-Hant", "zh-TW", "zh-HK", "zh-MO", "yue"]),
    ];

    /// <summary>The language of the current request, chosen by its address.</summary>
    public static SiteLanguage Current => All.FirstOrDefault(l => l.Tag == CultureInfo.CurrentUICulture.Name) ?? English;

    public CultureInfo Culture => CultureInfo.GetCultureInfo(Tag);

    public static SiteLanguage Of(PathString path) =>
        All.FirstOrDefault(l => l.Prefix.Length > 0 && path.StartsWithSegments(l.Prefix, StringComparison.Ordinal)) ?? English;

    /// <summary>Null where the site does not have it.</summary>
    public static SiteLanguage? Find(string code) => All.FirstOrDefault(l => l.Code == code);

    /// <summary>
    /// The language to offer to a reader: the browser's first preference that the site has. Null where there is none, and for a reader who
    /// comes from another page of the site.
    /// </summary>
    public static SiteLanguage? Offered(HttpRequest request) => request.Headers["Sec-Fetch-Site"] == "same-origin"
        ? null
        : Preferred(request);

    private static SiteLanguage? Preferred(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(wanted => wanted.Quality != 0)
        .OrderByDescending(wanted => wanted.Quality ?? 1)
        .Select(wanted => Meant(wanted.Value.Value ?? ""))
        .FirstOrDefault(language => language is not null);

    /// <summary>Matches the longest range of the tag: <c>zh-Hant-SG</c> is in two.</summary>
    private static SiteLanguage? Meant(string tag) => All
        .SelectMany(language => language.Ranges, (language, range) => (language, range))
        .Where(one => tag.StartsWith(one.range, StringComparison.OrdinalIgnoreCase)
            && (tag.Length == one.range.Length || tag[one.range.Length] == '-'))
        .OrderByDescending(one => one.range.Length)
        .Select(one => one.language)
        .FirstOrDefault();
}
