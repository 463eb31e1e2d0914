using System.Buffers;

namespace PodcastInsights.Core.Citation.Checking;

/// <summary>
/// Aligns a quotation with words said, at the lowest cost. A word added or replaced costs 2; one misspelt, in brackets or left out costs 1;
/// one left out at an ellipsis costs nothing.
/// </summary>
/// <param name="budget">Budget of all alignments for a text, in pairs of words.</param>
internal sealed class WordAligner(GivenWords given, AlignmentBudget budget, CancellationToken cancellationToken)
{
    // Largest number of parts of a compound or initialism.
    private const int MostParts = 4;

    // The current row and those that a step may reach back to.
    private const int Rows = MostParts + 1;

    private const int Other = 2;
    private const int LeftOut = 1;
    private const int Never = 1 << 20;

    private enum Step : byte
    {
        Start,
        Same,
        Instead,
        Added,
        LeftOut,

        // One word matches 2, 3 or 4 parts on the other side; the number of parts is added.
        PartsGiven,
        PartsSaid = PartsGiven + MostParts,
    }

    /// <summary>Aligns all words of a range with a window, of which words before and after may be unused.</summary>
    /// <returns>Null where the budget is spent.</returns>
    public WordAlignment? Fit(int from, int to, SaidWords said, int saidFrom, int saidTo) =>
        Align(from, to, said, saidFrom, saidTo, reward: 0);

    /// <summary>Finds the part of the quotation that matches the window best; null where no word does, or the budget is exceeded.</summary>
    public WordAlignment? Find(int from, int to, SaidWords said, int saidFrom, int saidTo) =>
        Align(from, to, said, saidFrom, saidTo, reward: -2);

    /// <param name="reward">Reward for an equal word. Below 0 the best part is searched for (local alignment); at 0 all words are aligned.</param>
    private WordAlignment? Align(int from, int to, SaidWords said, int saidFrom, int saidTo, int reward)
    {
        var rows = to - from;
        var width = saidTo - saidFrom + 1;
        if (!budget.Spend((long)rows * width))
        {
            return null;
        }

        var costs = ArrayPool<int>.Shared.Rent(Rows * width);
        var steps = ArrayPool<Step>.Shared.Rent((rows + 1) * width);
        try
        {
            costs.AsSpan(0, width).Clear();
            steps.AsSpan(0, width).Clear();
            var (best, bestCost) = (-1, reward == 0 ? int.MaxValue : 0);
            for (var row = 1; row <= rows; row++)
            {
                if (row % 16 == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }

                var here = costs.AsSpan(row % Rows * width, width);
                var above = costs.AsSpan((row - 1) % Rows * width, width);
                ref readonly var word = ref given.Words[from + row - 1];
                var addedCost = given.IsBracketed(from + row - 1) ? 1 : Other;
                var leftOutCost = row < rows && given.AfterEllipsis(from + row) ? 0 : LeftOut;
                for (var column = 0; column < width; column++)
                {
                    var (cost, step) = reward < 0 ? (0, Step.Start) : (Never, Step.Start);
                    if (column > 0)
                    {
                        ref readonly var other = ref said.Words[saidFrom + column - 1];
                        var same = word.Is(other);
                        var own = same ? reward : addedCost == 1 || Misspelling.Is(word.Folded, other.Folded) ? 1 : Other;
                        Take(above[column - 1] + own, same ? Step.Same : Step.Instead, ref cost, ref step);
                        if (word.Joins || other.Joins)
                        {
                            TakeParts(from, row, said.Words, saidFrom, column, costs, width, reward, ref cost, ref step);
                        }
                    }

                    Take(above[column] + addedCost, Step.Added, ref cost, ref step);
                    if (column > 0)
                    {
                        Take(here[column - 1] + leftOutCost, Step.LeftOut, ref cost, ref step);
                    }

                    here[column] = cost;
                    steps[(row * width) + column] = step;

                    // Of two ends with the same cost, takes the one that shows what was said in place of the last word.
                    if ((reward < 0 || row == rows)
                        && (cost < bestCost || (cost == bestCost && step == Step.Instead && steps[best] == Step.Added)))
                    {
                        (best, bestCost) = ((row * width) + column, cost);
                    }
                }
            }

            return best < 0 ? null : Trace(best, width, from, saidFrom, steps, reward < 0 ? 0 : bestCost);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(costs);
            ArrayPool<Step>.Shared.Return(steps);
        }
    }

    private static Step Parts(Step side, int count) => (Step)((int)side + count);

    private static void Take(int other, Step by, ref int cost, ref Step step)
    {
        if (other < cost)
        {
            (cost, step) = (other, by);
        }
    }

    /// <summary>Tries a word that the other side writes in parts.</summary>
    private void TakeParts(
        int from, int row, ComparedWord[] said, int saidFrom, int column, int[] costs, int width, int reward, ref int cost, ref Step step)
    {
        var (index, other) = (from + row - 1, saidFrom + column - 1);
        for (var parts = 2; parts <= Math.Min(row, MostParts) && given.Words[index - parts + 2].Joins; parts++)
        {
            if (IsJoined(given.Words, index - parts + 1, parts, said[other].Folded))
            {
                Take(
                    costs[((row - parts) % Rows * width) + column - 1] + (reward * parts), Parts(Step.PartsGiven, parts), ref cost, ref step);
            }
        }

        for (var parts = 2; parts <= Math.Min(column, MostParts) && said[other - parts + 2].Joins; parts++)
        {
            if (IsJoined(said, other - parts + 1, parts, given.Words[index].Folded))
            {
                Take(costs[((row - 1) % Rows * width) + column - parts] + reward, Parts(Step.PartsSaid, parts), ref cost, ref step);
            }
        }
    }

    private static bool IsJoined(ComparedWord[] words, int from, int count, ReadOnlySpan<char> whole)
    {
        for (var i = from; i < from + count; i++)
        {
            if (!whole.StartsWith(words[i].Folded, StringComparison.Ordinal))
            {
                return false;
            }

            whole = whole[words[i].Folded.Length..];
        }

        return whole.IsEmpty;
    }

    private static WordAlignment Trace(int at, int width, int from, int saidFrom, Step[] steps, int cost)
    {
        var runs = new List<AlignedRun>();
        while (at >= width && steps[at] != Step.Start)
        {
            var (rows, columns, same) = steps[at] switch
            {
                Step.Same => (1, 1, true),
                Step.Instead => (1, 1, false),
                Step.Added => (1, 0, false),
                Step.LeftOut => (0, 1, false),
                > Step.PartsSaid and var step => (1, step - Step.PartsSaid, true),
                var step => (step - Step.PartsGiven, 1, true),
            };
            var (row, column) = Math.DivRem(at, width);
            var run = new AlignedRun(from + row - rows, from + row, saidFrom + column - columns, saidFrom + column, same);
            if (runs.Count > 0 && runs[^1].Same == same)
            {
                run = run with { GivenTo = runs[^1].GivenTo, SaidTo = runs[^1].SaidTo };
                runs.RemoveAt(runs.Count - 1);
            }

            runs.Add(run);
            at -= (rows * width) + columns;
        }

        runs.Reverse();
        return new WordAlignment(runs, cost);
    }
}
