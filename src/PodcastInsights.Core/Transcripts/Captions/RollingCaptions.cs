namespace PodcastInsights.Core.Transcripts.Captions;

/// <summary>
/// Removes from each cue the text already shown by the cue before. In live captions and those of video sites each cue begins with the end
/// of the one before, in whole lines or words.
/// </summary>
internal static class RollingCaptions
{
    // A single repeated word is speech ("no" "no"), unless it is a whole line or the text grows.
    private const int FewWords = 2;

    // Four repeated words may be speech occasionally, but not in every tenth cue.
    private const int ManyWords = 4;

    // Largest number of words compared: more than fit on a screen.
    private const int Screen = 100;

    private static readonly char[] Closing = [' ', '\t', '\u00A0', '.', ',', ';', ':', '?', '!', '…', '。', '，', '？', '！', '、'];

    private const string MarksBehind = "。，？！、";

    /// <param name="cues">The lines of each cue; changed in place.</param>
    public static void Unroll(List<List<CaptionLine>> cues)
    {
        var repeated = new int[cues.Count];
        var (some, many) = (0, 0);
        var before = new List<ShownWord>();
        string? voice = null;
        for (var i = 0; i < cues.Count; i++)
        {
            var shown = cues[i].SelectMany(line => Words(line.Text)).ToList();
            if (shown.Count == 0)
            {
                continue;
            }

            // The same words by another voice are new speech.
            repeated[i] = cues[i][0].OpensVoice && cues[i][0].Voice != voice ? 0 : Overlap(before, shown);
            if (repeated[i] > 0 && Rolls(before, shown, repeated[i]))
            {
                some++;
                many += repeated[i] >= ManyWords ? 1 : 0;
            }

            before = shown;
            voice = cues[i][^1].Voice;
        }

        // A refrain repeats sometimes; rolling captions do so throughout.
        if (some < 2 || (some * 3 < cues.Count && many * 10 < cues.Count))
        {
            return;
        }

        for (var i = 0; i < cues.Count; i++)
        {
            Drop(cues[i], repeated[i]);
        }
    }

    /// <summary>Number of first words that repeat the last ones of the cue before.</summary>
    private static int Overlap(List<ShownWord> before, List<ShownWord> after)
    {
        var old = before.TakeLast(Screen).Select(word => word.Folded).ToArray();
        var next = after.Take(Screen).Select(word => word.Folded).ToArray();
        for (var take = Math.Min(old.Length, next.Length); take > 0; take--)
        {
            if (old.AsSpan(old.Length - take).SequenceEqual(next.AsSpan(0, take)))
            {
                return take >= FewWords || take == old.Length || IsWholeLines(before, after, take) ? take : 0;
            }
        }

        return 0;
    }

    /// <summary>Whether the repetition is rolling text: whole lines, or text starting or ending within a clause, with new lines below.</summary>
    private static bool Rolls(List<ShownWord> before, List<ShownWord> after, int words) =>
        words < after.Count
        && (IsWholeLines(before, after, words)
            || !before[^1].EndsClause
            || (words < before.Count && !before[^(words + 1)].EndsClause));

    private static bool IsWholeLines(List<ShownWord> before, List<ShownWord> after, int words) =>
        before[^words].BeginsLine && (words == after.Count || after[words].BeginsLine);

    private static void Drop(List<CaptionLine> lines, int words)
    {
        for (var i = 0; i < lines.Count && words > 0; i++)
        {
            var found = WordsOf(lines[i].Text).ToList();
            var here = Math.Min(words, found.Count);
            if (here > 0)
            {
                // Punctuation after the removed words is removed too.
                var end = found[here - 1].End;
                lines[i] = lines[i] with { Text = here < found.Count ? lines[i].Text[end..].TrimStart(Closing) : "" };
            }

            words -= here;
        }
    }

    private static IEnumerable<ShownWord> Words(string line) => WordsOf(line).Select((range, i) =>
    {
        var word = line[range];
        return new ShownWord(
            // The repeated words may differ in punctuation and case.
            word.TrimEnd(Closing) is { Length: > 0 } bare ? bare.ToUpperInvariant() : word,
            BeginsLine: i == 0,
            EndsClause: Sentences.AreEndedOrTrailOff(word) || word.AsSpan().TrimEnd("\"'”’)]") is [.., ';' or ':' or '；']);
    });

    /// <summary>Splits a line at white space; in scripts without spaces each character, with marks after it, is a word.</summary>
    private static IEnumerable<Range> WordsOf(string line)
    {
        for (var at = 0; at < line.Length;)
        {
            var start = at;
            if (ScriptTable.IsUnspaced(line[at++]))
            {
                at += line.AsSpan(at) is var rest && rest.IndexOfAnyExcept(MarksBehind) is >= 0 and var marks ? marks : line.Length - at;
            }
            else if (char.IsWhiteSpace(line[start]))
            {
                continue;
            }
            else
            {
                while (at < line.Length && !char.IsWhiteSpace(line[at]) && !ScriptTable.IsUnspaced(line[at]))
                {
                    at++;
                }
            }

            yield return start..at;
        }
    }

    private readonly record struct ShownWord(string Folded, bool BeginsLine, bool EndsClause);
}
