using System.Text;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts.Turns;

namespace PodcastInsights.Core.Transcripts.Captions;

/// <summary>What a cue or a segment says between two moments; it may be a paragraph, half a sentence or one word.</summary>
/// <param name="Speaker">Null where the source names nobody here, which means that the one before goes on.</param>
/// <param name="Line">From 1.</param>
internal sealed record Utterance(string? Speaker, Timestamp? Start, Timestamp? End, string Text, int Line)
{
    // Two seconds of silence after a sentence is a new thought; five are a break wherever they fall.
    private const long PauseAfterSentence = 2000;
    private const long LongPause = 5000;

    // About 80 words: a paragraph that is comfortable to read and to cite. One that never ends a sentence is cut at a word here and there.
    private const int FullParagraph = 450;
    private const int LongestParagraph = 1500;

    /// <summary>
    /// Joins utterances of one speaker into turns, and those into paragraphs where a sentence ends at a pause or the paragraph is full.
    /// </summary>
    public static void Join(IEnumerable<Utterance> utterances, EditionDraft draft)
    {
        var turns = new TurnBuilder(draft);
        var paragraph = new StringBuilder();
        string? speaker = null;
        Utterance? before = null;
        var first = 0;
        foreach (var next in utterances)
        {
            var wordless = string.IsNullOrWhiteSpace(next.Text);
            var name = next.Speaker is { } given ? Spaced(given) : speaker;
            if (name is { Length: > 0 } && name != speaker)
            {
                Flush();
                turns.Open(name, next.Line, next.Start);
                speaker = name;
            }
            else if (!wordless && before is not null && Parts(before, next, paragraph))
            {
                Flush();
            }

            // A name alone on its line speaks in the lines below.
            if (wordless)
            {
                continue;
            }

            if (paragraph.Length == 0)
            {
                first = next.Line;
                turns.Continue(next.Start, next.Line);
            }

            var text = Spaced(next.Text);
            paragraph.Append(paragraph.Length > 0 ? Gap(paragraph[^1], text) : "").Append(text);
            before = next;
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
        }
    }

    private static bool Parts(Utterance before, Utterance next, StringBuilder paragraph)
    {
        var pause = next.Start is { } start && before.End is { } end ? start.Milliseconds - end.Milliseconds : 0;
        return pause >= LongPause
            || paragraph.Length >= LongestParagraph
            || (EndsSentence(before.Text) && (pause >= PauseAfterSentence || paragraph.Length >= FullParagraph));
    }

    private static bool EndsSentence(string text)
    {
        var end = text.AsSpan().TrimEnd().TrimEnd("\"'”’)」』");
        return !end.IsEmpty && end[^1] is '.' or '?' or '!' or '…' or '。' or '？' or '！';
    }

    /// <summary>
    /// One text of two. Word-sized pieces come with or without the space before them; unspaced scripts need none, nor does a mark that
    /// closes.
    /// </summary>
    public static string Joined(string before, string next) => before + Gap(before[^1], next) + next;

    private static string Gap(char before, string next) =>
        (IsUnspaced(before) && IsUnspaced(next[0])) || (next.Length <= 3 && next[0] is ',' or '.' or '?' or '!' or ';' or ':') ? "" : " ";

    private static bool IsUnspaced(char character) =>
        character is (>= '\u3000' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uFF00' and <= '\uFFEF');

    /// <summary>On one line, each run of white space one blank.</summary>
    public static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
