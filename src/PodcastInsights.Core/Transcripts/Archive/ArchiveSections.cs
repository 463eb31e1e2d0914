using Markdig;
using Markdig.Syntax;

namespace PodcastInsights.Core.Transcripts.Archive;

internal enum SectionKind
{
    About,
    Takeaways,
    Conversation,
}

/// <summary>One line of the file.</summary>
/// <param name="Number">From 1.</param>
internal readonly record struct SourceLine(int Number, string Text)
{
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);
}

/// <summary>A file of the archive, split at its section headings. A Markdown parser finds the headings; the text itself is not changed.</summary>
internal sealed class ArchiveSections
{
    private static readonly MarkdownPipeline BlocksOnly = BuildPipeline();

    private static readonly (string Name, SectionKind Kind)[] Names =
    [
        ("About the Guest", SectionKind.About),
        ("关于嘉宾", SectionKind.About),
        ("Key Takeaways", SectionKind.Takeaways),
        ("核心要点", SectionKind.Takeaways),
        ("Full Conversation", SectionKind.Conversation),
        ("完整对话", SectionKind.Conversation),
    ];

    /// <summary>The headings before the first section: the titles, without Markdown marks.</summary>
    public List<SourceLine> Titles { get; } = [];

    /// <summary>Lines between the titles and the first section.</summary>
    public List<SourceLine> Preface { get; } = [];

    public List<SourceLine> About { get; } = [];

    public List<SourceLine> Takeaways { get; } = [];

    public List<SourceLine> Conversation { get; } = [];

    /// <summary>
    /// The section of a heading. Headings are bilingual, separated by a bar, in either order; in Chinese editions their marks are doubled
    /// (<c>## ## 关于嘉宾 | About the Guest</c>).
    /// </summary>
    public static SectionKind? KindOf(string heading)
    {
        if (!heading.StartsWith('#'))
        {
            return null;
        }

        foreach (var range in heading.AsSpan().SplitAny('|', '/'))
        {
            var part = heading.AsSpan()[range].Trim("#* :：");
            foreach (var (name, kind) in Names)
            {
                if (part.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return kind;
                }
            }
        }

        return null;
    }

    public static ArchiveSections Read(SourceText source, DiagnosticList diagnostics)
    {
        var sections = new ArchiveSections();
        var current = sections.Preface;
        var next = 0;
        var lastTurn = LastTurn(source);
        foreach (var (line, heading) in Headings(source))
        {
            var kind = KindOf(heading);
            if (current == sections.Preface && kind is null)
            {
                CopyTo(current, source, next, line - 1);
                sections.Titles.Add(new SourceLine(line, heading.Trim('#', ' ')));
                next = line;
                continue;
            }

            // Other headings in the takeaways are passages, and in the conversation they are speech. The conversation is the last section:
            // a section-like heading with turns below it is speech too.
            if (kind is null || (current == sections.Conversation && line < lastTurn))
            {
                continue;
            }

            CopyTo(current, source, next, line - 1);
            current = kind switch
            {
                SectionKind.About => sections.About,
                SectionKind.Takeaways => sections.Takeaways,
                _ => sections.Conversation,
            };
            next = line;
        }

        CopyTo(current, source, next, source.Lines.Count);
        if (sections.Conversation.Count == 0)
        {
            diagnostics.Error("archive.no-conversation", 0, "The file has no section 'Full Conversation', so it holds no turns.");
        }

        return sections;
    }

    /// <summary>Line of the last header with a name; 0 where there is none.</summary>
    private static int LastTurn(SourceText source)
    {
        var line = source.Lines.Count;
        while (line > 0 && !(ArchiveLine.TryHeader(source.Lines[line - 1], out var header) && header.Name is not null))
        {
            line--;
        }

        return line;
    }

    /// <summary>Line (from 1) and text, marks included, of each heading at the top level of the document.</summary>
    private static IEnumerable<(int Line, string Text)> Headings(SourceText source)
    {
        foreach (var block in Markdown.Parse(source.Text, BlocksOnly))
        {
            // Setext headings are ignored: a line of dashes below speech is no heading, and the converter wrote none.
            if (block is HeadingBlock { IsSetext: false } heading)
            {
                yield return (heading.Line + 1, source.Lines[heading.Line]);
            }
        }
    }

    /// <summary>Copies the lines after <paramref name="after"/> up to <paramref name="last"/> (both from 1), without horizontal rules.</summary>
    private static void CopyTo(List<SourceLine> section, SourceText source, int after, int last)
    {
        for (var number = after + 1; number <= last; number++)
        {
            var text = source.Lines[number - 1].Trim('\u00A0');
            if (text.Trim() is not "---")
            {
                section.Add(new SourceLine(number, text));
            }
        }
    }

    private static MarkdownPipeline BuildPipeline()
    {
        var builder = new MarkdownPipelineBuilder();
        builder.InlineParsers.Clear();
        // Blocks of code, HTML and quotations are disabled: speech may begin like one, and the block would hide headings.
        builder.BlockParsers.RemoveAll(static parser =>
            parser is Markdig.Parsers.IndentedCodeBlockParser or Markdig.Parsers.FencedCodeBlockParser
                or Markdig.Parsers.HtmlBlockParser or Markdig.Parsers.QuoteBlockParser or Markdig.Parsers.ListBlockParser);
        return builder.Build();
    }
}
