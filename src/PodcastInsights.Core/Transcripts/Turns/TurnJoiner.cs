using System.Text.RegularExpressions;
using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Transcripts.Turns;

/// <summary>
/// Joins adjacent turns of one speaker. Two turns without a speaker stay separate, because their speakers may differ. A break or jingle
/// without words becomes a note, and separates turns even of the same speaker.
/// </summary>
internal static partial class TurnJoiner
{
    public static void Join(EditionDraft draft)
    {
        var joined = new List<DraftTurn>(draft.Turns.Count);
        var pauses = new List<string>();
        var headings = new List<DraftSection>();
        foreach (var turn in draft.Turns)
        {
            // Headings before a break or before a name without words belong to the following words.
            turn.Sections.InsertRange(0, headings);
            headings.Clear();
            if (IsPause(turn) || (IsEmpty(turn) && pauses.Count == 0))
            {
                headings.AddRange(turn.Sections);
            }

            if (IsPause(turn))
            {
                AddNote(turn.Start is { } start ? $"{turn.Speaker} ({start})" : turn.Speaker!);
            }
            else if (joined is [.., var last] && turn.Speaker is not null && last.Speaker == turn.Speaker && turn.Sections.Count == 0 && !EndsInPause(last))
            {
                last.Notes.AddRange(turn.Notes.Select(note => (note.AfterParagraph + last.Paragraphs.Count, note.Text)));
                last.Paragraphs.AddRange(turn.Paragraphs);
                last.Start ??= turn.Start;
            }
            else
            {
                joined.Add(turn);
                turn.Notes.InsertRange(0, pauses.Select(pause => (0, pause)));
                pauses.Clear();
            }
        }

        foreach (var empty in joined.Where(IsEmpty))
        {
            draft.Diagnostics.Warning(
                "turn.empty", empty.Line, $"'{empty.Speaker}' has a header here but no words; the turn was left out.");
        }

        joined.RemoveAll(IsEmpty);
        if (joined is [.., var end])
        {
            // A heading without text after it begins no section.
            end.Notes.AddRange(headings.Select(heading => (end.Paragraphs.Count, heading.Title)));
        }

        draft.Turns.Clear();
        draft.Turns.AddRange(joined);

        void AddNote(string pause)
        {
            if (joined is [.., var last])
            {
                last.Notes.Add((last.Paragraphs.Count, pause));
            }
            else
            {
                pauses.Add(pause);
            }
        }
    }

    private static bool IsEmpty(DraftTurn turn) => turn.Paragraphs.Count == 0 && turn.Notes.Count == 0;

    private static bool IsPause(DraftTurn turn) => IsEmpty(turn) && turn.Speaker is { } name && SpeakerRoles.IsNobody(name);

    private static bool EndsInPause(DraftTurn turn) =>
        turn.Notes is [.., (var after, var text)] && after == turn.Paragraphs.Count && SpeakerRoles.IsNobody(Time.Replace(text, ""));

    [GeneratedRegex(@" \([0-9:]{4,9}\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Time { get; }
}
