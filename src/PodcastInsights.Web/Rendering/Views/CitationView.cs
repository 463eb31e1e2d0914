using PodcastInsights.Core.Citation.Styles;
using PodcastInsights.Web.Embedding;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Marks;

namespace PodcastInsights.Web.Rendering.Views;

/// <summary>The formats in which a reader can copy or download words.</summary>
/// <param name="Source">Episode and date, in the page's language.</param>
/// <param name="Files">Files for reference managers, with their addresses.</param>
internal sealed record CitationView(Reference Reference, string Source, IReadOnlyList<(ReferenceFile File, string Link)> Files)
{
    public string Speakers => Reference.Speakers.Count == 0 ? Texts.UnknownSpeaker : Wording.List(Reference.Speakers.Select(name => name.Whole));

    /// <summary>The quotation with its speaker, as text, Markdown and HTML.</summary>
    public IEnumerable<(string Name, string Text)> Quotes =>
    [
        (Texts.CitePlain, Wording.Copied(Texts.QuoteFormat, Reference.Quote, Speakers, Source, Reference.Url)),
        ("Markdown", $"> “{MarkdownMarks.Escaped(Reference.Quote)}”\n>\n> — {MarkdownMarks.Escaped(Speakers)}, {MarkdownMarks.Link(Source, Reference.Url)}"),
        ("HTML", Embedded()),
    ];

    /// <summary>The quotation as HTML for other sites.</summary>
    /// <param name="most">Maximum length of the words, in characters.</param>
    public string Embedded(int most = int.MaxValue) => EmbeddedQuotation.Of(Reference, Speakers, Source, most);
}
