using System.Text.Encodings.Web;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Branding;

/// <summary>
/// A Markdown text by the site's owner, rendered without raw HTML and pictures; links are limited to those of <see cref="WrittenAddress"/>.
/// </summary>
/// <param name="Title">Text of the first heading, where nothing comes before it; null for none.</param>
/// <param name="Summary">Start of the first paragraph, as plain text; null for none.</param>
/// <param name="Language">Language by script, ISO 639-1.</param>
internal sealed record AboutPage(string? Title, string? Summary, string Language, MarkdownDocument Document)
{
    private const int LongestSummary = 200;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks().Build();

    /// <summary>Parses the text; null where it is nested too deeply, for which Markdig throws.</summary>
    public static AboutPage? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            // Removes control characters.
            var clean = string.Concat(text.Select(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t') ? ' ' : letter));
            var document = Markdown.Parse(clean, Pipeline);
            var title = document.FirstOrDefault() is HeadingBlock first ? PlainOf(first) : "";
            if (title.Length > 0)
            {
                document.RemoveAt(0);
            }

            // Headings are one level lower, because the page has its own heading of level one.
            foreach (var heading in document.Descendants<HeadingBlock>())
            {
                heading.Level = Math.Max(2, heading.Level);
            }

            var summary = document.Descendants<ParagraphBlock>().Select(PlainOf).FirstOrDefault(words => words.Length > 0);
            return new(
                title.Length > 0 ? title : null,
                summary is null ? null : Excerpt.Of(summary, LongestSummary),
                TextLanguage.Of(clean, SiteLanguage.English.Code),
                document);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <param name="root">Path prefix of the site.</param>
    public IHtmlContent ToHtml(string root) => new Content(Document, root);

    private static string PlainOf(LeafBlock block) =>
        string.Join(' ', string.Concat((block.Inline ?? Enumerable.Empty<Inline>()).Select(PlainOf)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string PlainOf(Inline inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        AutolinkInline link => link.Url,
        ContainerInline container => string.Concat(container.Select(PlainOf)),
        _ => " ",
    };

    private sealed class Content(MarkdownDocument document, string root) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var renderer = new HtmlRenderer(writer);
            Pipeline.Setup(renderer);
            renderer.ObjectRenderers.ReplaceOrAdd<LinkInlineRenderer>(new Links(root));
            renderer.ObjectRenderers.ReplaceOrAdd<AutolinkInlineRenderer>(new BareLinks(root));
            renderer.LinkRewriter = address => WrittenAddress.Of(address, root) ?? "";
            renderer.Render(document);
        }
    }

    /// <summary>Renders links. A picture becomes its description, and an invalid link its text.</summary>
    private sealed class Links(string root) : LinkInlineRenderer
    {
        protected override void Write(HtmlRenderer renderer, LinkInline link)
        {
            if (link.IsImage || WrittenAddress.Of(link.GetDynamicUrl?.Invoke() ?? link.Url, root) is null)
            {
                renderer.WriteChildren(link);
            }
            else
            {
                base.Write(renderer, link);
            }
        }
    }

    private sealed class BareLinks(string root) : HtmlObjectRenderer<AutolinkInline>
    {
        private readonly AutolinkInlineRenderer linking = new();

        protected override void Write(HtmlRenderer renderer, AutolinkInline link)
        {
            if (link.IsEmail || WrittenAddress.Of(link.Url, root) is not null)
            {
                linking.Write((RendererBase)renderer, link);
            }
            else
            {
                renderer.WriteEscape(link.Url);
            }
        }
    }
}
