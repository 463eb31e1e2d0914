using AngleSharp.Html.Parser;
using PodcastInsights.Core.Transcripts.Labelled;
using PodcastInsights.Core.Transcripts.Metadata;
using PodcastInsights.Core.Transcripts.PodcastHtml;

namespace PodcastInsights.Core.Transcripts.HtmlPage;

/// <summary>The text of a web page, a line for each block.</summary>
/// <param name="Lines">With the file's front matter above, and the numbers of the file's lines.</param>
/// <param name="Title">Of the page; null for none.</param>
/// <param name="Language">Two letters or three; null where the page gives none.</param>
/// <param name="Problems">What could not be read.</param>
internal sealed record PageText(SourceText Lines, string? Title, string? Language, DiagnosticList Problems)
{
    /// <summary>Least share of lines that begin with a tag, in a file that does not begin as a page does.</summary>
    private const double Tagged = 0.6;

    /// <summary>Whether the text below the front matter is HTML, and not in the shape of <see cref="PodcastHtmlFormat"/>.</summary>
    public static bool Is(SourceText source)
    {
        var front = FrontMatter.End(source);
        var first = source.Lines.Skip(front).FirstOrDefault(static line => !string.IsNullOrWhiteSpace(line));
        return first is not null
            && first.AsSpan().TrimStart() is ['<', ..]
            && !source.Text.Contains("<cite", StringComparison.OrdinalIgnoreCase)
            && (IsPage(first) || AreTagged([.. source.Lines.Skip(front).Where(static line => !string.IsNullOrWhiteSpace(line))]));

        static bool AreTagged(List<string> written) => written.Count(static line => IsTag(line, "")) >= written.Count * Tagged;
    }

    public static PageText Of(SourceText source)
    {
        var front = FrontMatter.End(source);
        var draft = new EditionDraft(source.Path, "html-page");
        var parser = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true });

        // Blank lines in place of the front matter keep the numbers of lines.
        var text = front == 0 ? source.Text : new string('\n', front) + string.Join('\n', source.Lines.Skip(front));
        var document = parser.ParseDocument(NestingLimit.Cut(new SourceText(source.Path, text), draft));
        var lines = new PageLines(source.Lines.Take(front), IsPage(text));
        if (document.Body is { } body)
        {
            lines.Read(body);
        }

        var language = document.DocumentElement.GetAttribute("lang")?.Split('-')[0].ToLowerInvariant();
        return new PageText(lines.ToText(source), document.Title, language is { Length: 2 or 3 } ? language : null, draft.Diagnostics);
    }

    /// <summary>
    /// The title of a page without a heading of the first level: the longest heading that is part of the page's title, which often names the show
    /// as well; else the page's title. Null where there is a first heading, or no title.
    /// </summary>
    public string? TitleWithoutFirstHeading()
    {
        if (Title is not { Length: > 0 } title)
        {
            return null;
        }

        var longest = "";
        foreach (var line in Lines.Lines)
        {
            if (!Heading.TryRead(line, out var level, out var heading))
            {
                continue;
            }

            if (level == 1)
            {
                return null;
            }

            longest = heading.Length > longest.Length && title.Contains(heading, StringComparison.OrdinalIgnoreCase) ? heading : longest;
        }

        return longest.Length > 0 ? longest : title;
    }

    public void Report(DiagnosticList diagnostics)
    {
        foreach (var problem in Problems.Items)
        {
            diagnostics.Warning(problem.Code, problem.Line, problem.Message);
        }
    }

    private static bool IsPage(string text) => IsTag(text, "!doctype") || IsTag(text, "html");

    private static bool IsTag(string line, string name) =>
        line.AsSpan().TrimStart() is ['<', var first, ..] rest && (char.IsAsciiLetter(first) || first is '!' or '/')
        && rest[1..].StartsWith(name, StringComparison.OrdinalIgnoreCase);
}
