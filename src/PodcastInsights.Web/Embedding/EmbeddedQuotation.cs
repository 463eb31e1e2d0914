using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using PodcastInsights.Core.Citation.Styles;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Embedding;

/// <summary>
/// A quotation as HTML for other sites, for copying and for oEmbed. It is one element, so that the words stay with their source. It has no
/// script, frame, style or class, so that sites need no special permission to show it.
/// </summary>
internal static class EmbeddedQuotation
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="speakers">Names of the speakers.</param>
    /// <param name="source">The episode and its date, in the page's language.</param>
    /// <param name="most">Characters of the words; what is longer ends with an ellipsis.</param>
    public static string Of(Reference reference, string speakers, string source, int most = int.MaxValue)
    {
        var words = Excerpt.Of(reference.Quote, most);
        var url = Html.Encode(reference.Url);
        var show = reference.Show is { } name ? $", {Apart(name)}" : "";
        return $"""
            <blockquote cite="{url}" lang="{Html.Encode(LanguageTag.Of(reference.Language, words))}" dir="{TextDirection.Of(words)}">
            <p>{Encoded(words)}</p>
            <footer lang="{SiteLanguage.Current.Tag}" dir="{OfPage}">— {Apart(speakers)}, <a href="{url}">{Apart(source)}</a>{show}</footer>
            </blockquote>
            """.ReplaceLineEndings("\n");
    }

    private static string OfPage =>
        CultureInfo.CurrentUICulture.TextInfo.IsRightToLeft ? TextDirection.RightToLeft : TextDirection.LeftToRight;

    /// <summary>Isolated, so that the direction of a name, and direction marks in it, do not affect the text around it.</summary>
    private static string Apart(string text) => $"<bdi>{Encoded(OneLine.Of(text))}</bdi>";

    /// <summary>
    /// Encoded text that stays text even if a program decodes it twice, as unfurl.js does: <c>wbr</c>, an invisible element, follows each
    /// <c>&lt;</c>, so that no tag can begin there.
    /// </summary>
    private static string Encoded(string text) => Html.Encode(text).Replace("&lt;", "&lt;<wbr>", StringComparison.Ordinal);
}
