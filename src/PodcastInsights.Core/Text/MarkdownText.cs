using System.Buffers;
using Markdig;
using Markdig.Syntax.Inlines;

namespace PodcastInsights.Core.Text;

/// <summary>How a paragraph's text is to be read.</summary>
public enum Markup
{
    /// <summary>Every character is the speaker's.</summary>
    None,

    /// <summary>Links, emphasis, escapes and bracketed times stand among the words, as Markdown writes them.</summary>
    Markdown,
}

/// <summary>Reads the Markdown among the words of a text.</summary>
public static class MarkdownText
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("\\*_[]`<~&!");

    // Without one of these the others are characters like any.
    private static readonly SearchValues<char> Openings = SearchValues.Create("\\*_[`<~&");

    // Longer than any paragraph of a conversation, and more marks than any has. What goes beyond is read in pieces: the parser looks from
    // each bracket to the end of its text, so that its work grows with both.
    private const int LongestParsed = 4096;
    private const int MostMarksParsed = 512;

    // Half the words of a paragraph may be bold or linked and it is still far from one opening mark in eight characters.
    private const int MarksOfAny = 64;
    private const int CharactersPerMark = 8;

    private static readonly MarkdownPipeline InlinesOnly = BuildPipeline();

    /// <summary>
    /// Whether there are more opening marks than any writer sets: the parser's work grows with the square of their number. Such a text is
    /// taken as it stands.
    /// </summary>
    public static bool IsTooDense(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var opening = 0;
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '\\':
                    at++;
                    break;
                case '[' or '<':
                case '*' or '_' or '`' when at == 0 || text[at - 1] != text[at]:
                    opening++;
                    break;
            }
        }

        return opening > MarksOfAny + (text.Length / CharactersPerMark);
    }

    /// <summary>Costs at most what a few milliseconds for each of its kilobytes are, whatever the text.</summary>
    public static MarkedText Read(string text)
    {
        if (!text.AsSpan().ContainsAny(Openings) || IsTooDense(text))
        {
            return new MarkedText(text, []);
        }

        var words = new MarkedTextBuilder();
        var lifted = InlineStamp.Lift(text);
        for (var start = 0; start < lifted.Length;)
        {
            var length = PieceLength(lifted.AsSpan(start));
            AppendParsed(words, lifted.Substring(start, length));
            start += length;
            if (start < lifted.Length && lifted[start] is ' ' or '\n')
            {
                words.Append(" ", default);
                start++;
            }
        }

        return words.Build();
    }

    /// <summary>As much as is parsed at once: up to a blank, where the rest is too much.</summary>
    private static int PieceLength(ReadOnlySpan<char> rest)
    {
        var most = Math.Min(rest.Length, LongestParsed);
        for (int marks = 0, at = 0; marks < MostMarksParsed && at < most; marks++)
        {
            var next = rest[at..most].IndexOfAny(Marks);
            if (next < 0)
            {
                break;
            }

            at += next + 1;
            if (marks == MostMarksParsed - 1)
            {
                most = at;
            }
        }

        if (most == rest.Length)
        {
            return most;
        }

        var blank = rest[..most].LastIndexOfAny(' ', '\n');
        return blank > 0 ? blank : char.IsHighSurrogate(rest[most - 1]) && most > 1 ? most - 1 : most;
    }

    private static void AppendParsed(MarkedTextBuilder words, string text)
    {
        if (Parse(text) is not { } document)
        {
            words.Append(text, default);
            return;
        }

        var before = words.Length;
        foreach (var block in document.OfType<Markdig.Syntax.LeafBlock>())
        {
            if (words.Length > before)
            {
                words.Append(" ", default);
            }

            Append(words, block.Inline, default);
        }
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

    /// <param name="setting">That of the words around; its place is of no meaning.</param>
    private static void Append(MarkedTextBuilder words, ContainerInline? inlines, TextSpan setting)
    {
        foreach (var inline in inlines ?? Enumerable.Empty<Inline>())
        {
            switch (inline)
            {
                case LiteralInline literal:
                    words.Append(literal.Content.AsSpan(), setting);
                    break;
                case CodeInline code:
                    words.Append(code.Content, setting with { Styles = setting.Styles | TextStyles.Code });
                    break;
                case HtmlEntityInline entity:
                    words.Append(entity.Transcoded.AsSpan(), setting);
                    break;
                case AutolinkInline link:
                    words.Append(link.Url, setting with { Address = link.IsEmail ? $"mailto:{link.Url}" : link.Url });
                    break;
                case LineBreakInline:
                    words.Append(" ", setting);
                    break;
                case EmphasisInline emphasis:
                    Append(
                        words,
                        emphasis,
                        setting with { Styles = setting.Styles | (emphasis.DelimiterCount > 1 ? TextStyles.Strong : TextStyles.Emphasis) });
                    break;
                case LinkInline link:
                    Append(words, link, setting with { Address = link.IsImage ? setting.Address : link.Url });
                    break;
                case ContainerInline container:
                    Append(words, container, setting);
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
