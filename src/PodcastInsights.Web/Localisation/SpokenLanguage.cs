using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Web.Localisation;

/// <summary>The main language of a conversation: a Chinese edition may contain English speech.</summary>
/// <param name="Code">ISO 639-1.</param>
/// <param name="Tag">Value of the HTML <c>lang</c> attribute; null for the page's language.</param>
internal readonly record struct SpokenLanguage(string Code, string? Tag)
{
    private const int TurnsLookedAt = 10;

    /// <summary><c>lang</c> for the site's own text within the conversation; null where both have the same language.</summary>
    public string? Pages => Tag is null ? null : SiteLanguage.Current.Tag;

    /// <summary><c>lang</c> of a paragraph; null where it is the conversation's.</summary>
    public string? TagOf(Paragraph paragraph) =>
        paragraph.Language == Code ? null : LanguageTag.Of(paragraph.Language, paragraph.Plain);

    /// <param name="otherwise">Language where there are no turns.</param>
    public static SpokenLanguage Of(IReadOnlyList<Turn> turns, string otherwise)
    {
        var code = turns.SpokenLanguage() ?? otherwise;
        var opening = string.Concat(turns.Take(TurnsLookedAt).SelectMany(turn => turn.Paragraphs).Select(paragraph => paragraph.Plain));
        return new(code, LanguageTag.UnlessPages(code, opening));
    }
}
