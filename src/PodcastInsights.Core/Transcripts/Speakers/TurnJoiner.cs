namespace PodcastInsights.Core.Transcripts.Speakers;

/// <summary>Makes turns of what the file has: a turn lasts until another speaks, however often the file repeats the name.</summary>
internal static class TurnJoiner
{
    public static void Join(TranscriptDraft draft)
    {
        var joined = new List<DraftTurn>(draft.Turns.Count);
        foreach (var turn in draft.Turns)
        {
            if (joined is [.., var last] && last.Speaker == turn.Speaker)
            {
                last.Notes.AddRange(turn.Notes.Select(note => (note.AfterParagraph + last.Paragraphs.Count, note.Text)));
                last.Paragraphs.AddRange(turn.Paragraphs);
                last.Start ??= turn.Start;
            }
            else
            {
                joined.Add(turn);
            }
        }

        // A break or a jingle has no words of its own; it still parts the turns around it.
        foreach (var empty in joined.Where(IsEmpty))
        {
            draft.Diagnostics.Warning("turn.empty", empty.Line, $"'{empty.Speaker}' has a header here but no words; the turn was left out.");
        }

        joined.RemoveAll(IsEmpty);
        draft.Turns.Clear();
        draft.Turns.AddRange(joined);
    }

    private static bool IsEmpty(DraftTurn turn) =>
        turn.Paragraphs.Count == 0 && turn.Notes.Count == 0 && !(turn.Speaker is { } name && SpeakerRoles.IsNobody(name));
}
