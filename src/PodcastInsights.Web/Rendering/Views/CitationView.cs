using PodcastInsights.Core.Citation.Styles;
using PodcastInsights.Web.Embedding;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Marks;

namespace PodcastInsights.Web.Rendering.Views;

/// <summary>The forms in which a reader takes words along.</summary>
/// <param name="Source">The episode and its date, in the page's language.</param>
/// <param name="Files">Forms for programs, with their addresses.</param>
public sealed record CitationView(Reference Reference, string Source, IReadOnlyList<(ReferenceFile File, string Link)> Files)
{
    public string Speakers => Reference.Speakers.Count == 0 ? Texts.UnknownSpeaker : Wording.List(Reference.Speakers.Select(name => name.Whole));

    /// <summary>The words with who said them, for a text or a page.</summary>
    public IEnumerable<(string Name, string Text)> Quotes =>
    [
        (Texts.CitePlain, Wording.Copied(Texts.QuoteFormat, Reference.Quote, Speakers, Source, Reference.Url)),
        ("Markdown", $"> “{MarkdownMarks.Escaped(Reference.Quote)}”\n>\n> — {MarkdownMarks.Escaped(Speakers)}, {MarkdownMarks.Link(Source, Reference.Url)}"),
        ("HTML", Embedded()),
    ];

    /// <summary>The words as HTML for others' pages.</summary>
    /// <param name="most">Characters of the words.</param>
    public string Embedded(int most = int.MaxValue) => EmbeddedQuotation.Of(Reference, Speakers, Source, most);
}
