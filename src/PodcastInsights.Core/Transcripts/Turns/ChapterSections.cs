using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Transcripts.Turns;

/// <summary>
/// Makes sections of a recording's chapters, where the file has times and no headings. A chapter begins before the first paragraph at or
/// after its start, and a new turn begins there.
/// </summary>
internal static class ChapterSections
{
    /// <summary>Tolerance: chapters set by ear begin a moment late.</summary>
    private const int LateMilliseconds = 1000;

    public static void Place(EditionDraft draft)
    {
        if (draft.Chapters.Count == 0 || draft.Turns.Exists(turn => turn.Sections.Count > 0))
        {
            return;
        }

        var place = (Turn: 0, Paragraph: 0);
        foreach (var (chapter, next) in draft.Chapters.Zip([.. draft.Chapters.Skip(1), null]))
        {
            // A chapter without speech, such as a jingle, is no section.
            if (First(draft, place, chapter.Start!.Value) is { } found
                && (next?.Start is not { } end || StartOf(draft.Turns[found.Turn], found.Paragraph) < end))
            {
                place = Cut(draft, found);
                draft.Turns[place.Turn].Sections.Add(chapter);
            }
        }
    }

    private static (int Turn, int Paragraph)? First(EditionDraft draft, (int Turn, int Paragraph) from, Timestamp start)
    {
        for (var turn = from.Turn; turn < draft.Turns.Count; turn++)
        {
            for (var paragraph = turn == from.Turn ? from.Paragraph : 0; paragraph < draft.Turns[turn].Paragraphs.Count; paragraph++)
            {
                if (StartOf(draft.Turns[turn], paragraph) is { } said && said.Milliseconds + LateMilliseconds >= start.Milliseconds)
                {
                    return (turn, paragraph);
                }
            }
        }

        return null;
    }

    private static Timestamp? StartOf(DraftTurn turn, int paragraph) =>
        turn.Paragraphs[paragraph].Start ?? (paragraph == 0 ? turn.Start : null);

    /// <summary>Splits the turn, so that one begins with the paragraph.</summary>
    /// <returns>The new place of the paragraph.</returns>
    private static (int Turn, int Paragraph) Cut(EditionDraft draft, (int Turn, int Paragraph) place)
    {
        if (place.Paragraph == 0)
        {
            return place;
        }

        var whole = draft.Turns[place.Turn];
        var rest = new DraftTurn(whole.Speaker, whole.Paragraphs[place.Paragraph].Line)
        {
            SpeakerInferred = whole.SpeakerInferred,
            Start = StartOf(whole, place.Paragraph),
        };
        rest.Paragraphs.AddRange(whole.Paragraphs.Skip(place.Paragraph));
        rest.Notes.AddRange(whole.Notes.Where(note => note.AfterParagraph >= place.Paragraph)
            .Select(note => (note.AfterParagraph - place.Paragraph, note.Text)));
        whole.Paragraphs.RemoveRange(place.Paragraph, rest.Paragraphs.Count);
        whole.Notes.RemoveAll(note => note.AfterParagraph >= place.Paragraph);
        draft.Turns.Insert(place.Turn + 1, rest);
        return (place.Turn + 1, 0);
    }
}
