using System.Buffers;
using System.Text;
using Markdig;
using Markdig.Syntax.Inlines;
using PodcastInsights.Core.Transcripts.Lines;

namespace PodcastInsights.Core.Episodes;

/// <summary>How a paragraph's text is to be read.</summary>
public enum Markup
{
    /// <summary>Every character is the speaker's.</summary>
    None,

    /// <summary>Links, emphasis, escapes and bracketed times stand among the words, as Markdown writes them.</summary>
    Markdown,
}

/// <summary>The words of a text with Markdown among them, for searching, counting and quoting.</summary>
public static class MarkdownText
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("\\*_[]`<~&!");

    private static readonly MarkdownPipeline InlinesOnly = BuildPipeline();

    /// <summary>The words without marks, escapes, link targets and stamps; a line break is a space.</summary>
    public static string Plain(string text)
    {
        if (!text.AsSpan().ContainsAny(Marks))
        {
            return text;
        }

        var lifted = InlineStamp.Lift(text);
        if (Parse(lifted) is not { } document)
        {
            return lifted;
        }

        var plain = new StringBuilder(text.Length);
        foreach (var block in document.OfType<Markdig.Syntax.LeafBlock>())
        {
            if (plain.Length > 0)
            {
                plain.Append(' ');
            }

            Append(plain, block.Inline);
        }

        return plain.ToString();
    }

    /// <summary>Null where brackets or emphasis are nested deeper than any writer's: Markdig says so with an exception only.</summary>
    private static Markdig.Syntax.MarkdownDocument? Parse(string text)
    {
        try
        {
            return Markdown.Parse(text, InlinesOnly);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static void Append(StringBuilder plain, ContainerInline? inlines)
    {
        foreach (var inline in inlines ?? Enumerable.Empty<Inline>())
        {
            switch (inline)
            {
                case LiteralInline literal:
                    plain.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    plain.Append(code.Content);
                    break;
                case HtmlEntityInline entity:
                    plain.Append(entity.Transcoded.AsSpan());
                    break;
                case AutolinkInline link:
                    plain.Append(link.Url);
                    break;
                case LineBreakInline:
                    plain.Append(' ');
                    break;
                case ContainerInline container:
                    Append(plain, container);
                    break;
            }
        }
    }

    private static MarkdownPipeline BuildPipeline()
    {
        var builder = new MarkdownPipelineBuilder();

        // What a paragraph begins with is speech: a number with a point or a dash makes no list of it, and HTML is text.
        builder.BlockParsers.RemoveAll(static parser => parser is not Markdig.Parsers.ParagraphBlockParser);
        builder.DisableHtml();
        return builder.Build();
    }
}
