using System.Buffers;

namespace PodcastInsights.Core.Citation.Checking;

/// <summary>Words of a quotation, and words said that stand against them; one side may be empty.</summary>
/// <param name="Same">Whether they are the same words.</param>
internal readonly record struct AlignedRun(int GivenFrom, int GivenTo, int SaidFrom, int SaidTo, bool Same);

/// <summary>A quotation laid against words said.</summary>
/// <param name="Runs">In order, without gaps; the first and the last that are the same words bound what was said.</param>
/// <param name="Cost">See <see cref="WordAligner"/>; 0 where all words are the same.</param>
internal sealed record WordAlignment(IReadOnlyList<AlignedRun> Runs, int Cost)
{
    public int GivenFrom => Runs[0].GivenFrom;

    public int GivenTo => Runs[^1].GivenTo;

    public int SaidFrom => Runs[0].SaidFrom;

    public int SaidTo => Runs[^1].SaidTo;

    /// <summary>How many words of the quotation are those that were said.</summary>
    public int SameCount => Runs.Where(static run => run.Same).Sum(static run => run.GivenTo - run.GivenFrom);
}

/// <summary>
/// Lays the words of a quotation against words said, so that as few as possible differ. What differs costs: a word added or put in
/// another's place 2, one misspelt, in the quoter's brackets or left out 1, one left out where the quotation has an ellipsis nothing.
/// </summary>
internal sealed class WordAligner(GivenWords given, CancellationToken cancellationToken)
{
    // Compounds and initialisms of more parts are written in one way.
    private const int MostParts = 4;

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

        // One word for 2, 3 or 4 parts on the other side; the number of parts is added.
        PartsGiven,
        PartsSaid = PartsGiven + MostParts,
    }

    /// <summary>Cells that were looked at so far: what this costs.</summary>
    public long Cells { get; private set; }

    /// <summary>All words from one to another against those said in a window, of which any may be left before and behind.</summary>
    public WordAlignment Fit(int from, int to, SaidWords said, int saidFrom, int saidTo) =>
        Align(from, to, said, saidFrom, saidTo, reward: 0)!;

    /// <summary>The stretch of the quotation that is found best in the window; null where no word is.</summary>
    public WordAlignment? Find(int from, int to, SaidWords said, int saidFrom, int saidTo) =>
        Align(from, to, said, saidFrom, saidTo, reward: -2);

    /// <param name="reward">Of a word that is the same; below 0 the best stretch is looked for, at 0 all words are laid.</param>
    private WordAlignment? Align(int from, int to, SaidWords said, int saidFrom, int saidTo, int reward)
    {
        var (rows, columns) = (to - from, saidTo - saidFrom);
        var width = columns + 1;
        var costs = ArrayPool<int>.Shared.Rent((rows + 1) * width);
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

                var index = from + row - 1;
                var addedCost = given.IsBracketed(index) ? 1 : Other;
                var leftOutCost = row < rows && given.AfterEllipsis(index + 1) ? 0 : LeftOut;
                for (var column = 0; column <= columns; column++)
                {
                    var at = (row * width) + column;
                    var (cost, step) = reward < 0 ? (0, Step.Start) : (Never, Step.Start);
                    if (column > 0)
                    {
                        var (own, same) = CostOf(index, said.Words[saidFrom + column - 1], addedCost);
                        Take(costs[at - width - 1] + (same ? reward : own), same ? Step.Same : Step.Instead, ref cost, ref step);
                        TakeParts(from, row, said.Words, saidFrom, column, costs, width, reward, ref cost, ref step);
                    }

                    Take(costs[at - width] + addedCost, Step.Added, ref cost, ref step);
                    if (column > 0)
                    {
                        Take(costs[at - 1] + leftOutCost, Step.LeftOut, ref cost, ref step);
                    }

                    (costs[at], steps[at]) = (cost, step);
                    if ((reward < 0 || row == rows) && cost < bestCost)
                    {
                        (best, bestCost) = (at, cost);
                    }
                }
            }

            Cells += (long)rows * width;
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

    private (int Cost, bool Same) CostOf(int index, in ComparedWord said, int addedCost)
    {
        ref readonly var word = ref given.Words[index];
        return word.Folded == said.Folded ? (0, true)
            : addedCost > 1 && !Misspelling.Is(word.Folded, said.Folded) ? (Other, false)
            : (1, false);
    }

    /// <summary>A word that the other side writes in parts.</summary>
    private void TakeParts(
        int from, int row, ComparedWord[] said, int saidFrom, int column, int[] costs, int width, int reward, ref int cost, ref Step step)
    {
        var (index, other) = (from + row - 1, saidFrom + column - 1);
        for (var parts = 2; parts <= Math.Min(row, MostParts) && given.Words[index - parts + 2].Joins; parts++)
        {
            if (IsJoined(given.Words, index - parts + 1, parts, said[other].Folded))
            {
                Take(costs[((row - parts) * width) + column - 1] + (reward * parts), Parts(Step.PartsGiven, parts), ref cost, ref step);
            }
        }

        for (var parts = 2; parts <= Math.Min(column, MostParts) && said[other - parts + 2].Joins; parts++)
        {
            if (IsJoined(said, other - parts + 1, parts, given.Words[index].Folded))
            {
                Take(costs[((row - 1) * width) + column - parts] + reward, Parts(Step.PartsSaid, parts), ref cost, ref step);
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
