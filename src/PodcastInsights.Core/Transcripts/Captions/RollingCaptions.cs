using System.Text.RegularExpressions;

namespace PodcastInsights.Core.Transcripts.Captions;

/// <summary>
/// Takes out of each cue what the cue before shows already. Live captions and those of video sites roll: each new cue begins with the
/// tail of the one before, be it whole lines or words within a line.
/// </summary>
internal static partial class RollingCaptions
{
    // One word said twice is talk ("No." "No."), and so may be three; a cue that shows a whole line again may have one word on it.
    private const int FewWords = 2;
    private const int ManyWords = 4;

    // Words compared; a screen has less, and text that grows for minutes is cut off somewhere by its program.
    private const int Screen = 100;

    private static readonly char[] Closing = [' ', '\t', '\u00A0', '.', ',', ';', ':', '?', '!', '…', '。', '，', '？', '！', '、'];

    /// <param name="cues">The lines of each cue; changed in place.</param>
    public static void Unroll(List<List<CaptionLine>> cues)
    {
        var repeated = new int[cues.Count];
        var (some, many) = (0, 0);
        var before = new List<List<string>>();
        for (var i = 0; i < cues.Count; i++)
        {
            var shown = cues[i].ConvertAll(line => Words(line.Text)).Where(words => words.Count > 0).ToList();
            if (shown.Count == 0)
            {
                continue;
            }

            repeated[i] = Overlap(before, shown);
            some += repeated[i] > 0 ? 1 : 0;
            many += repeated[i] >= ManyWords ? 1 : 0;
            before = shown;
        }

        // A refrain repeats now and then; captions that roll do so throughout.
        if (some < 2 || (some * 3 < cues.Count && many * 10 < cues.Count))
        {
            return;
        }

        for (var i = 0; i < cues.Count; i++)
        {
            Drop(cues[i], repeated[i]);
        }
    }

    /// <summary>How many of the first words are the last ones of the cue before.</summary>
    private static int Overlap(List<List<string>> before, List<List<string>> after)
    {
        var old = before.SelectMany(words => words).TakeLast(Screen).ToArray();
        var next = after.SelectMany(words => words).Take(Screen).ToArray();
        for (var take = Math.Min(old.Length, next.Length); take > 0; take--)
        {
            if (old.AsSpan(old.Length - take).SequenceEqual(next.AsSpan(0, take)))
            {
                return take >= FewWords || (before[^1].Count == take && after[0].Count == take) ? take : 0;
            }
        }

        return 0;
    }

    private static void Drop(List<CaptionLine> lines, int words)
    {
        for (var i = 0; i < lines.Count && words > 0; i++)
        {
            var found = Word.Matches(lines[i].Text);
            var here = Math.Min(words, found.Count);
            if (here > 0)
            {
                // What closes the dropped words, such as a comma, goes with them.
                var end = found[here - 1].Index + found[here - 1].Length;
                lines[i] = lines[i] with { Text = here < found.Count ? lines[i].Text[end..].TrimStart(Closing) : "" };
            }

            words -= here;
        }
    }

    // A later cue may write the words again with other marks or capitals.
    private static List<string> Words(string text) => [.. Word.Matches(text).Select(word => word.Value.ToUpperInvariant())];

    // A character of a script without spaces is a word by itself.
    [GeneratedRegex(@"[\u3040-\u30FF\u3400-\u9FFF]|(?:(?![\u3040-\u30FF\u3400-\u9FFF])[\p{L}\p{M}\p{N}'’])+", RegexOptions.CultureInvariant)]
    private static partial Regex Word { get; }
}
