using System.Text;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts.EpisodeMarkdown;

namespace PodcastInsights.Core.Exports;

/// <summary>Markdown that is readable when rendered and is read again without loss: <c>**Ada Quill** (4:05): We shipped.</c></summary>
internal sealed class MarkdownExport : IEpisodeExport
{
    public string Name => "md";

    public string Extension => "md";

    public string MediaType => "text/markdown; charset=utf-8";

    public bool CanHold(Episode episode) => true;

    public Task WriteAsync(Episode episode, Stream output, CancellationToken cancellationToken) =>
        ExportText.WriteAsync(Pieces(episode), output, cancellationToken);

    private static IEnumerable<string> Pieces(Episode episode)
    {
        yield return ExportFrontMatter.Of(episode, EpisodeMarkdownFormat.FormatName);
        foreach (var title in episode.Summary.Titles.Values)
        {
            yield return $"# {title.ReplaceLineEndings(" ")}\n\n";
        }

        foreach (var (language, about) in episode.About)
        {
            yield return $"## {MarkdownGrammar.About} ({language})\n\n{Passage(about)}\n\n";
        }

        if (episode.Takeaways.Count > 0)
        {
            yield return $"## {MarkdownGrammar.Takeaways}\n\n";
        }

        foreach (var takeaway in episode.Takeaways)
        {
            yield return $"### {takeaway.Heading.ReplaceLineEndings(" ")}\n\n{Passage(takeaway.Text)}\n\n";
        }

        yield return $"## {MarkdownGrammar.Transcript}\n";
        var notes = episode.Notes.ToLookup(note => (note.TurnId, note.AfterParagraph), note => note.Text);
        var sections = episode.Sections.ToLookup(section => section.TurnId);
        foreach (var turn in episode.Turns)
        {
            foreach (var section in sections[turn.Id])
            {
                yield return $"\n{MarkdownGrammar.Heading(section)}\n";
            }

            yield return OfTurn(turn, after => notes[(turn.Id, after)]);
        }
    }

    private static string OfTurn(Turn turn, Func<int, IEnumerable<string>> notesAfter)
    {
        var text = new StringBuilder();
        var done = 0;
        if (turn.Paragraphs is [var first, ..] && first.Start == turn.Start && !notesAfter(0).Any())
        {
            var lines = first.Text.Split('\n');
            lines[0] = $"{MarkdownGrammar.Header(turn, MarkdownGrammar.Mark(first))} {lines[0]}";
            Append(text, lines[0], lines.Skip(1));
            done = 1;
        }
        else
        {
            Append(text, MarkdownGrammar.Header(turn, turn.Start is { } start ? MarkdownGrammar.Mark(start) : ""), []);
        }

        for (var i = done; i <= turn.Paragraphs.Count; i++)
        {
            if (i > done)
            {
                AppendParagraph(text, turn.Paragraphs[i - 1]);
            }

            foreach (var note in notesAfter(i))
            {
                text.Append('\n').AppendJoin('\n', note.Split('\n').Select(line => MarkdownGrammar.NoteMark + line)).Append('\n');
            }
        }

        return text.ToString();
    }

    private static void AppendParagraph(StringBuilder text, Paragraph paragraph)
    {
        var lines = paragraph.Text.Split('\n');
        var mark = MarkdownGrammar.Mark(paragraph);
        Append(text, mark.Length > 0 ? $"{mark} {lines[0]}" : MarkdownGrammar.Escape(lines[0]), lines.Skip(1));
    }

    private static void Append(StringBuilder text, string first, IEnumerable<string> others)
    {
        text.Append('\n').Append(first).Append('\n');
        foreach (var line in others)
        {
            text.Append(MarkdownGrammar.Escape(line)).Append('\n');
        }
    }

    private static string Passage(string text) => string.Join('\n', text.Split('\n').Select(MarkdownGrammar.EscapePassage));
}
