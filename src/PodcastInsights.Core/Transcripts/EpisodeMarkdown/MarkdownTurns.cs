using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts.Turns;

namespace PodcastInsights.Core.Transcripts.EpisodeMarkdown;

/// <summary>Reads turns from the lines below the heading of the transcript.</summary>
internal sealed class MarkdownTurns(EditionDraft draft)
{
    private readonly List<string> block = [];
    private readonly OpenTurns turns = new(draft);

    /// <param name="first">Index of the first line.</param>
    public void Read(SourceText source, int first)
    {
        for (var i = first; i < source.Lines.Count; i++)
        {
            var line = source.Lines[i];
            if (block.Count == 0 && MarkdownGrammar.TryReadHeading(line, i + 1, out var section))
            {
                turns.Part(section);
            }
            else if (line.Length > 0)
            {
                block.Add(line);
            }
            else
            {
                EndBlock(i);
            }
        }

        EndBlock(source.Lines.Count);
        turns.Finish();
    }

    /// <param name="end">Index of the line after the block.</param>
    private void EndBlock(int end)
    {
        if (block.Count == 0)
        {
            return;
        }

        var line = end - block.Count + 1;
        if (MarkdownGrammar.TryReadHeader(block[0], out var header))
        {
            Open(header, line);
        }
        else if (block[0].StartsWith(MarkdownGrammar.NoteMark, StringComparison.Ordinal))
        {
            var turn = turns.OfNote(line);
            var note = block.Select(part =>
                part.StartsWith(MarkdownGrammar.NoteMark, StringComparison.Ordinal) ? part[MarkdownGrammar.NoteMark.Length..] : part);
            turn.Notes.Add((turn.Paragraphs.Count, string.Join('\n', note)));
        }
        else
        {
            var (start, words) = MarkdownGrammar.ReadOpening(block[0]);
            AddParagraph(turns.OfWords(line), words, start, line);
        }

        block.Clear();
    }

    private void Open(MarkdownHeader header, int line)
    {
        var start = header.Marked ? header.Start : InlineStamp.Leading(header.Words);
        var turn = new DraftTurn(header.Speaker, line) { SpeakerInferred = header.Inferred, Start = start };
        turns.Open(turn);
        AddParagraph(turn, header.Words, start, line);
    }

    private void AddParagraph(DraftTurn turn, string firstLine, Timestamp? start, int line)
    {
        // The header may have no text after it; the text then begins on the next line.
        var text = string.Join('\n', block.Skip(1).Select(MarkdownGrammar.Unescape).Prepend(firstLine).SkipWhile(words => words.Length == 0));
        if (!string.IsNullOrWhiteSpace(text))
        {
            turn.Paragraphs.Add(new DraftParagraph(text, line) { Start = start });
        }
    }
}
