using System.Text;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts.Turns;

namespace PodcastInsights.Core.Transcripts.Captions;

/// <summary>A piece of speech between two times: a paragraph, half a sentence or one word.</summary>
/// <param name="Speaker">
/// Null where the source names no speaker, so that the one before continues; <see cref="Nobody"/> where it marks the speaker as unknown.
/// </param>
/// <param name="Line">From 1.</param>
internal sealed record Utterance(string? Speaker, Timestamp? Start, Timestamp? End, string Text, int Line)
{
    public const string Nobody = "";

    // Two seconds of silence after a sentence end a paragraph; five do anywhere.
    private const long PauseAfterSentence = 2000;
    private const long LongPause = 5000;

    // About 80 words, which is comfortable to read and cite. Text without sentence ends is cut between words.
    private const int FullParagraph = 450;
    private const int LongestParagraph = 1500;

    /// <summary>Whether a change of speaker comes before it, named or not.</summary>
    public bool ByAnother { get; init; }

    /// <summary>Whether it is a sound and not speech.</summary>
    public bool IsNote { get; init; }

    /// <summary>Whether the words end a sentence.</summary>
    public bool EndsSentence => Sentences.AreEndedOrTrailOff(Text);

    /// <summary>
    /// Joins utterances of one speaker into turns, and splits these into paragraphs, at a sentence end with a pause or in a full paragraph.
    /// Speech of unknown speakers is split into turns that can be cited; sounds become stage notes; silence is removed.
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

            // A name alone on a line is the speaker of the lines below.
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

            // A sound within a sentence becomes a note after the paragraph, which stays whole; one that lasts for many cues is noted once.
            foreach (var note in notes.Where(note => note.Text != told))
            {
                turns.Note(note.Text, note.Line);
                told = note.Text;
            }

            notes.Clear();
        }
    }

    /// <summary>
    /// The utterances with words or sounds, each with a speaker (<see cref="Nobody"/> for unknown), and with <see cref="ByAnother"/> set
    /// where a turn begins.
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

            // A change of speaker without words, such as ">>" on a line of its own, applies to the following words.
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
    /// The separator of two texts that are joined: none for word-sized pieces that have their own space, scripts without spaces, and
    /// closing punctuation; else a space.
    /// </summary>
    public static string Gap(char before, string next) =>
        (ScriptTable.NeedsNoSpace(before) && ScriptTable.NeedsNoSpace(next[0])) || (next.Length <= 3 && next[0] is ',' or '.' or '?' or '!' or ';' or ':') ? "" : " ";

    /// <summary>Replaces each run of white space by one space.</summary>
    public static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
