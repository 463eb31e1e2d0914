using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using PodcastInsights.Core.Citation.Styles;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Rendering.Views;

/// <summary>The formats in which a reader can copy or download words.</summary>
/// <param name="Source">Episode and date, in the page's language.</param>
/// <param name="Files">Files for reference managers, with their addresses.</param>
public sealed record CitationView(Reference Reference, string Source, IReadOnlyList<(ReferenceFile File, string Link)> Files)
{
    // Markdown's inline syntax characters. Block syntax cannot occur, because the text follows a quotation mark.
    private const string MarkdownSigns = @"\`*_[]<>|~&";

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    private string Speakers => Reference.Speakers.Count == 0 ? Texts.UnknownSpeaker : Wording.List(Reference.Speakers.Select(name => name.Whole));

    /// <summary>The quotation with its speaker, as text and as Markdown.</summary>
    public IEnumerable<(string Name, string Text)> Quotes =>
    [
        (Texts.CitePlain, Wording.Copied(Texts.QuoteFormat, Reference.Quote, Speakers, Source, Reference.Url)),
        ("Markdown", $"> “{Marked(Reference.Quote)}”\n>\n> — {Marked(Speakers)}, [{Marked(Source)}]({Bracketed(Reference.Url)})"),
        ("HTML", $"""
            <blockquote lang="{Html.Encode(Reference.Language)}" cite="{Html.Encode(Reference.Url)}"><p>{Html.Encode(Reference.Quote)}</p></blockquote>
            <p>— {Html.Encode(Speakers)}, <a href="{Html.Encode(Reference.Url)}">{Html.Encode(Source)}</a></p>
            """),
    ];

    private static string Bracketed(string url) =>
        url.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);

    private static string Marked(string text)
    {
        var marked = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            marked.Append(MarkdownSigns.Contains(c, StringComparison.Ordinal) ? "\\" : "").Append(c);
        }

        return marked.ToString();
    }
}
