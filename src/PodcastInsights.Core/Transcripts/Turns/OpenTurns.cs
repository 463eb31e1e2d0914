namespace PodcastInsights.Core.Transcripts.Turns;

/// <summary>
/// Builds the turns of the app's own text formats. Text after a heading begins a turn, of the same speaker where there is no header.
/// </summary>
internal sealed class OpenTurns(EditionDraft draft)
{
    private readonly List<DraftSection> headings = [];

    public void Open(DraftTurn turn)
    {
        turn.Sections.AddRange(headings);
        headings.Clear();
        draft.Turns.Add(turn);
    }

    /// <summary>Adds a heading before the next text.</summary>
    public void Part(DraftSection heading) => headings.Add(heading);

    /// <param name="line">Line of the text, from 1.</param>
    public DraftTurn OfWords(int line)
    {
        if (draft.Turns is [.., var last])
        {
            if (headings.Count > 0)
            {
                Open(new DraftTurn(last.Speaker, line) { SpeakerInferred = last.SpeakerInferred });
            }

            return draft.Turns[^1];
        }

        draft.Diagnostics.Warning(
            $"{draft.Format}.no-speaker", line, "These words stand before the first speaker's name; nobody is named for them.");
        Open(new DraftTurn(null, line));
        return draft.Turns[^1];
    }

    /// <summary>The turn to which a note is added: the last one.</summary>
    public DraftTurn OfNote(int line) => draft.Turns is [.., var last] ? last : OfWords(line);

    /// <summary>Must be called after the last line.</summary>
    public void Finish()
    {
        foreach (var heading in headings)
        {
            draft.Diagnostics.Warning("section.no-turn", heading.Line, "No words are below this heading; it was left out.");
        }
    }
}
