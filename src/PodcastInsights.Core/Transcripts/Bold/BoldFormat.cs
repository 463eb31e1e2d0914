using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts.Lines;

namespace PodcastInsights.Core.Transcripts.Bold;

/// <summary>The speaker's name in bold, the words after it: <c>**Ada Quill:** We shipped.</c> See <c>docs/formats/bold.md</c>.</summary>
public sealed class BoldFormat : ITranscriptFormat
{
    public string Name => "bold";

    public Markup Markup => Markup.Markdown;

    public FormatVote Vote(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var vote = new VoteCount();
        foreach (var line in source.Lines.Skip(FrontMatter.End(source)))
        {
            vote.Add(line, BoldHeader.TryRead(line, out _, out _));
        }

        return vote.Result();
    }

    public TranscriptDraft Parse(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var draft = new TranscriptDraft(source.Path, Name);
        var turns = new TurnCollector(draft);
        for (var i = FrontMatter.Read(source, draft); i < source.Lines.Count; i++)
        {
            ReadLine(source.Lines[i], i + 1, draft, turns);
        }

        turns.Finish();
        return draft;
    }

    private static void ReadLine(string line, int number, TranscriptDraft draft, TurnCollector turns)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            turns.EndParagraph();
        }
        else if (BoldHeader.TryRead(line, out var speaker, out var text))
        {
            ReadTurn(turns, speaker, text, number);
        }
        else if (draft.Turns.Count > 0 || !Preamble.TryRead(line, draft))
        {
            if (turns.AtParagraphStart && InlineStamp.Leading(line) is { } time)
            {
                turns.Continue(time, number);
            }

            turns.Add(line.Trim(), number);
        }
    }

    private static void ReadTurn(TurnCollector turns, string speaker, string text, int number)
    {
        // "**Ada:** 00:01:30" has the words on the next line: the time belongs to the header.
        if (Timestamp.TryParse(text, out var alone))
        {
            turns.Open(speaker, number, alone);
            return;
        }

        turns.Open(speaker, number, InlineStamp.Leading(text));
        if (text.Length > 0)
        {
            turns.Add(text, number);
        }
    }
}
