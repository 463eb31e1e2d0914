using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Transcripts.HtmlPage;

/// <summary>
/// Turns the blocks of a page into lines of text, with a blank line between. Headings and items of lists get the marks of Markdown, and so does
/// bold text that begins a line: it may be a name. All other marks are taken off.
/// </summary>
internal sealed partial class PageLines
{
    private static readonly string[] TimeAttributes = ["data-timestamp", "data-time", "data-start", "data-begin"];

    private readonly bool isPage;
    private readonly List<string> lines;
    private readonly List<int> numbers;
    private readonly StringBuilder words = new();
    private string mark = "";
    private bool bold;
    private int line = 1;
    private int first;

    /// <param name="above">The lines above the page, as they are.</param>
    /// <param name="isPage">Whether it is a whole page; else it is Markdown, whose blank lines part paragraphs.</param>
    public PageLines(IEnumerable<string> above, bool isPage)
    {
        this.isPage = isPage;
        lines = [.. above];
        numbers = [.. Enumerable.Range(1, lines.Count)];
    }

    public SourceText ToText(SourceText source) =>
        new(source.Path, string.Join('\n', lines)) { Catalogued = source.Catalogued, Numbers = [.. numbers, line] };

    /// <summary>Reads the element and all in it. Not recursive, because a page may be deeply nested.</summary>
    public void Read(IElement root)
    {
        var path = new Stack<(INode Node, int Next)>();
        path.Push((root, 0));
        while (path.TryPop(out var place))
        {
            var (node, next) = place;
            if (next >= node.ChildNodes.Length)
            {
                Leave(node);
                continue;
            }

            path.Push((node, next + 1));
            if (Enter(node.ChildNodes[next]))
            {
                path.Push((node.ChildNodes[next], 0));
            }
        }

        EndLine();
    }

    /// <returns>Whether to visit the children.</returns>
    private bool Enter(INode node)
    {
        if (node is IElement { SourceReference: { Position.Line: > 0 } reference })
        {
            line = reference.Position.Line;
        }

        switch (node)
        {
            case IText text:
                ReadText(text.Data);
                return false;
            case IElement { LocalName: "br" }:
                BreakLine();
                return false;
            case IElement { LocalName: "hr" }:
                EndBlock();
                mark = "";
                words.Append("---");
                EndBlock();
                return false;
            case IElement element when IsNoText(element):
                return false;
            case IElement { LocalName: "b" or "strong" }:
                if (words.Length == 0)
                {
                    bold = true;
                    first = line;
                    words.Append("**");
                }

                return true;
            case IElement { LocalName: "td" or "th" }:
                words.Append("| ");
                return true;
            case IElement element when IsBlock(element):
                EndBlock();
                ReadTime(element);
                mark = MarkOf(element);
                return true;
            default:
                return node is IElement;
        }
    }

    private void Leave(INode node)
    {
        switch (node)
        {
            case IElement { LocalName: "b" or "strong" }:
                EndBold();
                break;
            case IElement { LocalName: "td" or "th" }:
                words.Append(' ');
                break;
            case IElement { LocalName: "tr" }:
                words.Append('|');
                EndLine();
                break;
            case IElement { LocalName: "dt" }:
                words.Append(words.ToString().AsSpan().TrimEnd() is [.., ':' or '：'] ? "" : ":");
                EndLine();
                break;
            case IElement element when IsBlock(element):
                EndBlock();
                mark = "";
                break;
        }
    }

    /// <summary>A time in an attribute of a block, as scripts of players read it, stands above its words.</summary>
    private void ReadTime(IElement element)
    {
        var time = TimeAttributes.Select(element.GetAttribute).FirstOrDefault(static value => value is not null);
        if (Timestamp.TryParse(time, out _))
        {
            mark = "";
            words.Append(time!.Trim());
            EndLine();
        }
    }

    private void ReadText(string text)
    {
        if (isPage)
        {
            Add(text);
            return;
        }

        var parts = BlankLine.Split(text);
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0)
            {
                EndBlock();
            }

            Add(parts[i]);
        }
    }

    private void Add(string text)
    {
        var from = 0;
        while (from < text.Length)
        {
            // White space is one blank, and none at the beginning.
            if (char.IsWhiteSpace(text[from]))
            {
                line += text[from] == '\n' ? 1 : 0;
                if (words.Length > 0 && words[^1] is not (' ' or '*'))
                {
                    words.Append(' ');
                }
            }
            else
            {
                first = words.Length == 0 ? line : first;
                words.Append(text[from]);
            }

            from++;
        }
    }

    /// <summary>Sets the marks close to the bold words: <c>&lt;b&gt;Ada: &lt;/b&gt;</c> is <c>**Ada:** </c>.</summary>
    private void EndBold()
    {
        if (!bold)
        {
            return;
        }

        bold = false;
        var hadBlank = words[^1] == ' ';
        words.Length -= hadBlank ? 1 : 0;
        if (words.Length == 2)
        {
            words.Clear();
            return;
        }

        words.Append(hadBlank ? "** " : "**");
    }

    /// <summary>A break within a block; two make a paragraph.</summary>
    private void BreakLine()
    {
        if (words.Length == 0)
        {
            Blank();
        }

        EndLine();
    }

    private void EndBlock()
    {
        EndLine();
        Blank();
    }

    private void EndLine()
    {
        EndBold();
        var text = words.ToString().Trim();
        words.Clear();
        if (text.Length > 0)
        {
            lines.Add(mark + text);
            numbers.Add(first == 0 ? line : first);
        }

        first = 0;
        mark = mark == "- " ? "" : mark;
    }

    private void Blank()
    {
        if (lines is [.., { Length: > 0 }])
        {
            lines.Add("");
            numbers.Add(line);
        }
    }

    [GeneratedRegex(@"\n[ \t]{0,99}(?=\n)", RegexOptions.CultureInvariant)]
    private static partial Regex BlankLine { get; }

    private static string MarkOf(IElement element) => element.LocalName switch
    {
        ['h', >= '1' and <= '6' and var level] => new string('#', level - '0') + " ",
        "li" => "- ",
        _ => "",
    };

    /// <summary>Whether the element is no text of the page: code, a frame, a form, or its surroundings.</summary>
    private static bool IsNoText(IElement element) => element.LocalName
        is "script" or "style" or "template" or "noscript" or "iframe" or "svg" or "button" or "form" or "select" or "nav" or "footer" or "aside"
        || IsComments(element);

    /// <summary>Whether it holds what readers wrote, by the name that WordPress and most themes of other systems give it.</summary>
    private static bool IsComments(IElement element) =>
        element.LocalName is "div" or "section" or "ol" or "ul" && (element.Id is "comments" || element.ClassList.Contains("comments-area") || element.ClassList.Contains("comment-list"));

    private static bool IsBlock(IElement element) => element.LocalName
        is "p" or "div" or "li" or "ul" or "ol" or "dl" or "dd" or "dt" or "blockquote" or "section" or "article" or "main" or "header"
        or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "pre" or "table" or "body" or "figure" or "details" or "summary";
}
