using System.Text;
using PodcastInsights.Core.Citation.Styles;
using PodcastInsights.Web.Embedding;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Rendering.Views;

/// <summary>The forms in which a reader takes words along.</summary>
/// <param name="Source">The episode and its date, in the page's language.</param>
/// <param name="Files">Forms for programs, with their addresses.</param>
public sealed record CitationView(Reference Reference, string Source, IReadOnlyList<(ReferenceFile File, string Link)> Files)
{
    // Markdown's signs that mean something within a line. What means something only where a line begins stands behind a quotation mark.
    private const string MarkdownSigns = @"\`*_[]<>|~&";

    public string Speakers => Reference.Speakers.Count == 0 ? Texts.UnknownSpeaker : Wording.List(Reference.Speakers.Select(name => name.Whole));

    /// <summary>The words with who said them, for a text or a page.</summary>
    public IEnumerable<(string Name, string Text)> Quotes =>
    [
        (Texts.CitePlain, Wording.Copied(Texts.QuoteFormat, Reference.Quote, Speakers, Source, Reference.Url)),
        ("Markdown", $"> “{Marked(Reference.Quote)}”\n>\n> — {Marked(Speakers)}, [{Marked(Source)}]({Bracketed(Reference.Url)})"),
        ("HTML", Embedded()),
    ];

    /// <summary>The words as HTML for others' pages.</summary>
    /// <param name="most">Characters of the words.</param>
    public string Embedded(int most = int.MaxValue) => EmbeddedQuotation.Of(Reference, Speakers, Source, most);

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
