using System.Buffers;
using Markdig;
using Markdig.Syntax.Inlines;
using PodcastInsights.Core.Transcripts.Labelled;

namespace PodcastInsights.Core.Episodes;

/// <summary>How a paragraph's text is to be read.</summary>
public enum Markup
{
    /// <summary>Every character is the speaker's.</summary>
    None,

    /// <summary>Links, emphasis, escapes and bracketed times stand among the words, as Markdown writes them.</summary>
    Markdown,
}

/// <summary>How a run of words is set.</summary>
[Flags]
public enum TextStyles
{
    None = 0,
    Emphasis = 1,
    Strong = 2,
    Code = 4,
}

/// <summary>Words of one setting.</summary>
/// <param name="Address">Where they link to, as written and not checked; null where they do not.</param>
public readonly record struct TextRun(string Text, TextStyles Styles = TextStyles.None, string? Address = null);

/// <summary>The words of a text with Markdown among them, for searching, counting, quoting and showing.</summary>
public static class MarkdownText
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("\\*_[]`<~&!");

    // Longer than any paragraph of a conversation, and more marks than any has. What goes beyond is read in pieces: the parser looks from
    // each bracket to the end of its text, so that its work grows with both.
    private const int LongestParsed = 4096;
    private const int MostMarksParsed = 512;

    private static readonly MarkdownPipeline InlinesOnly = BuildPipeline();

    /// <summary>The words without marks, escapes, link targets and stamps; a line break is a space.</summary>
    public static string Plain(string text) =>
        text.AsSpan().ContainsAny(Marks) ? string.Concat(Runs(text).Select(run => run.Text)) : text;

    /// <summary>The same words, run by run: joined they are <see cref="Plain"/>.</summary>
    public static IReadOnlyList<TextRun> Runs(string text)
    {
        if (!text.AsSpan().ContainsAny(Marks))
        {
            return [new TextRun(text)];
        }

        var runs = new List<TextRun>();
        var lifted = InlineStamp.Lift(text);
        for (var start = 0; start < lifted.Length;)
        {
            var length = PieceLength(lifted.AsSpan(start));
            AppendParsed(runs, lifted.Substring(start, length));
            start += length;
            if (start < lifted.Length && lifted[start] is ' ' or '\n')
            {
                runs.Add(new TextRun(" "));
                start++;
            }
        }

        return runs;
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

    private static void AppendParsed(List<TextRun> runs, string text)
    {
        if (Parse(text) is not { } document)
        {
            runs.Add(new TextRun(text));
            return;
        }

        var before = runs.Count;
        foreach (var block in document.OfType<Markdig.Syntax.LeafBlock>())
        {
            if (runs.Count > before)
            {
                runs.Add(new TextRun(" "));
            }

            Append(runs, block.Inline, default);
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

    /// <param name="setting">That of the words around; its text is of no meaning.</param>
    private static void Append(List<TextRun> runs, ContainerInline? inlines, TextRun setting)
    {
        foreach (var inline in inlines ?? Enumerable.Empty<Inline>())
        {
            switch (inline)
            {
                case LiteralInline literal:
                    runs.Add(setting with { Text = literal.Content.ToString() });
                    break;
                case CodeInline code:
                    runs.Add(setting with { Text = code.Content, Styles = setting.Styles | TextStyles.Code });
                    break;
                case HtmlEntityInline entity:
                    runs.Add(setting with { Text = entity.Transcoded.ToString() });
                    break;
                case AutolinkInline link:
                    runs.Add(setting with { Text = link.Url, Address = link.IsEmail ? $"mailto:{link.Url}" : link.Url });
                    break;
                case LineBreakInline:
                    runs.Add(setting with { Text = " " });
                    break;
                case EmphasisInline emphasis:
                    Append(
                        runs,
                        emphasis,
                        setting with { Styles = setting.Styles | (emphasis.DelimiterCount > 1 ? TextStyles.Strong : TextStyles.Emphasis) });
                    break;
                case LinkInline link:
                    Append(runs, link, setting with { Address = link.IsImage ? setting.Address : link.Url });
                    break;
                case ContainerInline container:
                    Append(runs, container, setting);
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
