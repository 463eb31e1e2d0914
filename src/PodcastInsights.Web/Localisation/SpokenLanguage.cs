using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Web.Localisation;

/// <summary>The language in which most of a conversation is: a Chinese edition may hold what was said in English.</summary>
/// <param name="Code">ISO 639-1.</param>
/// <param name="Tag">HTML's name of it; null where it is the page's own.</param>
public readonly record struct SpokenLanguage(string Code, string? Tag)
{
    private const int TurnsLookedAt = 10;

    /// <param name="otherwise">Where nothing is said.</param>
    public static SpokenLanguage Of(IReadOnlyList<Turn> turns, string otherwise)
    {
        var paragraphs = turns.SelectMany(turn => turn.Paragraphs).ToList();
        var counts = paragraphs.CountBy(paragraph => paragraph.Language);
        var code = counts.OrderByDescending(said => said.Value).FirstOrDefault().Key ?? otherwise;
        var opening = string.Concat(turns.Take(TurnsLookedAt).SelectMany(turn => turn.Paragraphs).Select(paragraph => paragraph.Plain));
        return new(code, SiteLanguage.TagUnless(code, SiteLanguage.Current.Code, opening));
    }
}
