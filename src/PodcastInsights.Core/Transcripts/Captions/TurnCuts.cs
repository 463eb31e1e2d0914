using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace PodcastInsights.Core.Transcripts.Captions;

/// <summary>
/// Splits speech without a named speaker into turns of at most about a minute, so that each can be found and linked to. The best place is
/// cut first, then the best of each half, and so on. A place is rated by the words and pause there only, so an edit moves only the cuts
/// next to it. See <c>docs/decisions/0090-turns-of-nobody.md</c>.
/// </summary>
internal static class TurnCuts
{
    /// <summary>Longest turn in milliseconds. A longer utterance without sentences stays whole.</summary>
    private const long Longest = 60_000;

    /// <summary>Shortest turn in milliseconds, where possible.</summary>
    private const long Shortest = 15_000;

    /// <summary>Duration of a word where times are missing: 150 words a minute.</summary>
    private const long PerWord = 400;

    private const int HalfSecond = 500;

    // Longer pauses count as this one; the end of a sentence counts as much as a pause of four seconds.
    private const int MostPause = 10;
    private const int SentenceEnd = 8;

    /// <param name="utterances">Each with a speaker or <see cref="Utterance.Nobody"/>.</param>
    /// <returns>The same text, with <see cref="Utterance.ByAnother"/> set where a turn begins.</returns>
    public static IEnumerable<Utterance> Cut(IEnumerable<Utterance> utterances)
    {
        var run = new List<Utterance>();
        foreach (var next in utterances)
        {
            if (run.Count > 0 && (next.Speaker != Utterance.Nobody || next.ByAnother))
            {
                foreach (var piece in CutRun(run))
                {
                    yield return piece;
                }

                run.Clear();
            }

            if (next.Speaker == Utterance.Nobody)
            {
                run.AddRange(Sentences(next));
            }
            else
            {
                yield return next;
            }
        }

        foreach (var piece in CutRun(run))
        {
            yield return piece;
        }
    }

    private static IEnumerable<Utterance> CutRun(List<Utterance> run)
    {
        var cuts = Places(run);
        return run.Select((utterance, i) => cuts.Contains(i) ? utterance with { ByAnother = true } : utterance);
    }

    /// <summary>Indices of the utterances that begin a turn, except the first.</summary>
    private static HashSet<int> Places(List<Utterance> run)
    {
        var at = Positions(run);
        var cuts = new HashSet<int>();
        var weights = (ulong[]?)null;
        var stretches = new Stack<(int First, int End)>();
        stretches.Push((0, run.Count));
        while (stretches.TryPop(out var stretch))
        {
            if (at[stretch.End] - at[stretch.First] <= Longest)
            {
                continue;
            }

            weights ??= [.. run.Select((_, i) => i == 0 ? 0 : Weight(run[i - 1], run[i]))];
            if (Best(stretch, at, weights, Shortest) is not 0 and var place || (place = Best(stretch, at, weights, 0)) != 0)
            {
                cuts.Add(place);
                stretches.Push((stretch.First, place));
                stretches.Push((place, stretch.End));
            }
        }

        return cuts;
    }

    private static int Best((int First, int End) stretch, long[] at, ulong[] weights, long margin)
    {
        var middle = (at[stretch.First] + at[stretch.End]) / 2;
        var best = 0;
        for (var i = stretch.First + 1; i < stretch.End; i++)
        {
            if (weights[i] > 0 && at[i] - at[stretch.First] >= margin && at[stretch.End] - at[i] >= margin
                && (best == 0 || weights[i] > weights[best]
                    || (weights[i] == weights[best] && Math.Abs(at[i] - middle) < Math.Abs(at[best] - middle))))
            {
                best = i;
            }
        }

        return best;
    }

    /// <summary>
    /// Rates a place between two utterances for the beginning of a turn; 0 where it is not allowed. Ties are broken by a hash of the words.
    /// </summary>
    private static ulong Weight(Utterance before, Utterance next)
    {
        if (next.IsNote)
        {
            return 0;
        }

        var pause = next.Start is { } start && before.End is { } end ? (start.Milliseconds - end.Milliseconds) / HalfSecond : 0;
        var rank = (ulong)(Math.Clamp(pause, 0, MostPause) + (before.EndsSentence ? SentenceEnd : 0) + 1);
        return (rank << 32) | (XxHash64.HashToUInt64(MemoryMarshal.AsBytes(next.Text.AsSpan())) >> 32);
    }

    /// <summary>Start of each utterance in milliseconds, made non-decreasing, and the end of the last one.</summary>
    private static long[] Positions(List<Utterance> run)
    {
        var at = new long[run.Count + 1];
        for (var i = 0; i < run.Count; i++)
        {
            var estimate = i == 0 ? 0 : at[i - 1] + (WordCount.Of(run[i - 1].Text) * PerWord);
            at[i] = run[i].Start is { } start && (i == 0 || start.Milliseconds >= at[i - 1]) ? start.Milliseconds : estimate;
        }

        if (run is [.., var last])
        {
            var end = at[^2] + (WordCount.Of(last.Text) * PerWord);
            at[^1] = last.End is { } given && given.Milliseconds >= at[^2] ? given.Milliseconds : end;
        }

        return at;
    }

    /// <summary>Splits an utterance longer than a turn into sentences, as JSON with a whole talk in one segment needs.</summary>
    private static IEnumerable<Utterance> Sentences(Utterance whole)
    {
        if (WordCount.Of(whole.Text) * PerWord <= Longest)
        {
            return [whole];
        }

        var sentences = Text.Sentences.In(whole.Text).ToList();
        return sentences.Select((sentence, i) => whole with
        {
            Text = sentence,
            ByAnother = i == 0 && whole.ByAnother,
            Start = i == 0 ? whole.Start : null,
            End = i + 1 == sentences.Count ? whole.End : null,
        });
    }
}
