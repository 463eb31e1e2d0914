using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using PodcastInsights.Core.Citation.Styles;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Embedding;

/// <summary>
/// A quotation as a piece of HTML for others' pages: what a reader copies and what those are given who show a link. One element, so that
/// the words never part from who said them and where; no script, frame, style or class, so that nothing has to be allowed for it.
/// </summary>
internal static class EmbeddedQuotation
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="speakers">Who says the words, as readers are told.</param>
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

    /// <summary>Names in any script, and marks of direction in them, change nothing of what stands around them.</summary>
    private static string Apart(string text) => $"<bdi>{Encoded(OneLine.Of(text))}</bdi>";

    /// <summary>
    /// Text, and still text where a program decodes what it was given once too often (unfurl.js does): behind a sign that would then open a
    /// tag there is one already, which shows nothing.
    /// </summary>
    private static string Encoded(string text) => Html.Encode(text).Replace("&lt;", "&lt;<wbr>", StringComparison.Ordinal);
}
