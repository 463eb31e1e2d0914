using System.Text;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts.Turns;

namespace PodcastInsights.Core.Transcripts.Captions;

/// <summary>What a cue or a segment says between two moments; it may be a paragraph, half a sentence or one word.</summary>
/// <param name="Speaker">
/// Null where the source names nobody here, which means that the one before goes on; <see cref="Nobody"/> where it says that it knows none.
/// </param>
/// <param name="Line">From 1.</param>
internal sealed record Utterance(string? Speaker, Timestamp? Start, Timestamp? End, string Text, int Line)
{
    public const string Nobody = "";

    // Two seconds of silence after a sentence is a new thought; five are a break wherever they fall.
    private const long PauseAfterSentence = 2000;
    private const long LongPause = 5000;

    // About 80 words: a paragraph that is comfortable to read and to cite. One that never ends a sentence is cut at a word here and there.
    private const int FullParagraph = 450;
    private const int LongestParagraph = 1500;

    /// <summary>Whether somebody else than before begins, whom the source need not name.</summary>
    public bool ByAnother { get; init; }

    /// <summary>Whether it tells of a sound, which nobody says.</summary>
    public bool IsNote { get; init; }

    /// <summary>Whether the words end a sentence.</summary>
    public bool EndsSentence => Sentences.AreEndedOrTrailOff(Text);

    /// <summary>
    /// Joins utterances of one speaker into turns, and those into paragraphs where a sentence ends at a pause or the paragraph is full.
    /// What nobody is named for is cut into turns that can be cited; sounds become stage notes; pauses are left out.
    /// </summary>
    public static void Join(IEnumerable<Utterance> utterances, EditionDraft draft)
    {
        var turns = new TurnBuilder(draft);
        var paragraph = new StringBuilder();
        var notes = new List<Utterance>();
        Utterance? before = null;
        string? told = null;
        var first = 0;
        foreach (var next in TurnCuts.Cut(Voices(utterances)))
        {
            if (next.ByAnother)
            {
                Flush();
                turns.Open(next.Speaker == Nobody ? null : next.Speaker, next.Line, next.Start);
                before = null;
            }

            if (next.IsNote)
            {
                notes.Add(next);
                if (before is null || before.EndsSentence)
                {
                    Flush();
                }

                continue;
            }

            // A name alone on its line speaks in the lines below.
            if (next.Text.Length == 0)
            {
                continue;
            }

            if (before is not null && Parts(before, next, paragraph))
            {
                Flush();
            }

            if (paragraph.Length == 0)
            {
                first = next.Line;
                turns.Continue(next.Start, next.Line);
            }

            paragraph.Append(paragraph.Length > 0 ? Gap(paragraph[^1], next.Text) : "").Append(next.Text);
            before = next;
            told = notes.Count == 0 ? null : told;
        }

        Flush();
        turns.Finish();

        void Flush()
        {
            if (paragraph.Length > 0)
            {
                turns.Add(paragraph.ToString(), first);
                turns.EndParagraph();
                paragraph.Clear();
            }

            // A sound amid a sentence is told below the paragraph, which it does not part; one that lasts for many cues is told once.
            foreach (var note in notes.Where(note => note.Text != told))
            {
                turns.Note(note.Text, note.Line);
                told = note.Text;
            }

            notes.Clear();
        }
    }

    /// <summary>
    /// The utterances that have words or tell of a sound, each with its speaker (<see cref="Nobody"/> where none is named) and
    /// <see cref="ByAnother"/> where a turn begins.
    /// </summary>
    private static IEnumerable<Utterance> Voices(IEnumerable<Utterance> utterances)
    {
        var speaker = Nobody;
        var another = false;
        foreach (var next in utterances)
        {
            var text = Spaced(next.Text);
            var named = !string.IsNullOrWhiteSpace(next.Speaker);
            if (!named && StageNote.IsNote(text) && !StageNote.IsPause(text))
            {
                yield return next with { Speaker = speaker, Text = text, ByAnother = false, IsNote = true };
                continue;
            }

            // A change of speaker without a word, such as ">>" on a line of its own, is that of the words that follow.
            another |= next.ByAnother;
            var name = next.Speaker is { } given ? Spaced(given) : another ? Nobody : speaker;
            var opens = name != speaker || (another && name == Nobody);
            var wordless = text.Length == 0 || (!named && StageNote.IsPause(text));
            if (wordless && !named)
            {
                speaker = next.Speaker is null ? speaker : name;
                another |= opens;
                continue;
            }

            yield return next with { Speaker = name, Text = text, ByAnother = opens };
            speaker = name;
            another = false;
        }
    }

    private static bool Parts(Utterance before, Utterance next, StringBuilder paragraph)
    {
        var pause = next.Start is { } start && before.End is { } end ? start.Milliseconds - end.Milliseconds : 0;
        return pause >= LongPause
            || paragraph.Length >= LongestParagraph
            || (before.EndsSentence && (pause >= PauseAfterSentence || paragraph.Length >= FullParagraph));
    }

    /// <summary>
    /// What stands between two texts that become one. Word-sized pieces come with or without the space before them; unspaced scripts need
    /// none, nor does a mark that closes.
    /// </summary>
    public static string Gap(char before, string next) =>
        (ScriptTable.NeedsNoSpace(before) && ScriptTable.NeedsNoSpace(next[0])) || (next.Length <= 3 && next[0] is ',' or '.' or '?' or '!' or ';' or ':') ? "" : " ";

    /// <summary>On one line, each run of white space one blank.</summary>
    public static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
