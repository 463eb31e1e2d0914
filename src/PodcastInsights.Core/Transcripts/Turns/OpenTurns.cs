namespace PodcastInsights.Core.Transcripts.Turns;

/// <summary>
/// The turns of the app's own text formats while they are read. Words below a heading begin a turn, also where no header says so: the
/// speaker before goes on.
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

    /// <summary>A heading: the next words are below it.</summary>
    public void Part(DraftSection heading) => headings.Add(heading);

    /// <param name="line">Of the words, from 1.</param>
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

    /// <summary>A note is nobody's words: it stands where the words before it end.</summary>
    public DraftTurn OfNote(int line) => draft.Turns is [.., var last] ? last : OfWords(line);

    /// <summary>Call after the last line.</summary>
    public void Finish()
    {
        foreach (var heading in headings)
        {
            draft.Diagnostics.Warning("section.no-turn", heading.Line, "No words are below this heading; it was left out.");
        }
    }
}
