using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Web.Localisation;

/// <summary>The language in which most of a conversation is: a Chinese edition may hold what was said in English.</summary>
/// <param name="Code">ISO 639-1.</param>
/// <param name="Tag">HTML's name of it; null where it is the page's own.</param>
public readonly record struct SpokenLanguage(string Code, string? Tag)
{
    private const int TurnsLookedAt = 10;

    /// <summary>HTML's name of the page's language, for what the site says in the midst of the text; null where both are one.</summary>
    public string? Pages => Tag is null ? null : SiteLanguage.Current.Tag;

    /// <summary>HTML's name of a paragraph's language; null where it is most of the conversation's.</summary>
    public string? TagOf(Paragraph paragraph) =>
        paragraph.Language == Code ? null : LanguageTag.Of(paragraph.Language, paragraph.Plain);

    /// <param name="otherwise">Where nothing is said.</param>
    public static SpokenLanguage Of(IReadOnlyList<Turn> turns, string otherwise)
    {
        var code = turns.SpokenLanguage() ?? otherwise;
        var opening = string.Concat(turns.Take(TurnsLookedAt).SelectMany(turn => turn.Paragraphs).Select(paragraph => paragraph.Plain));
        return new(code, LanguageTag.UnlessPages(code, opening));
    }
}
