namespace PodcastInsights.Core.Citation;

/// <summary>Finds the run of present words with the smallest edit distance to the former ones (a semi-global alignment).</summary>
internal sealed class WordAlignment
{
    /// <summary>Largest number of pairs compared, for time and memory: some 1,000 words in a turn of 4,000.</summary>
    private const long MostPairs = 4_000_000;

    private const int Equal = 2;
    private const int Replaced = -1;
    private const int Gap = -1;

    private WordAlignment(WordWindow now, int same, IReadOnlyList<WordChange> changes) =>
        (Now, Same, Changes) = (now, same, changes);

    /// <summary>The range of present words.</summary>
    public WordWindow Now { get; }

    /// <summary>Number of words in both.</summary>
    public int Same { get; }

    public IReadOnlyList<WordChange> Changes { get; }

    /// <param name="within">Range of present words to search.</param>
    /// <returns>Null where nothing matches, or where there is too much to compare.</returns>
    public static WordAlignment? Of(SpokenWords earlier, WordWindow was, SpokenWords present, WordWindow within)
    {
        var (rows, columns) = (was.Count, within.Count);
        if ((long)rows * columns > MostPairs)
        {
            return null;
        }

        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        var (old, now) = (Numbered(earlier, was, names), Numbered(present, within, names));
        var steps = new Step[(rows + 1) * (columns + 1)];
        var scores = new int[columns + 1];
        for (var row = 1; row <= rows; row++)
        {
            var diagonal = scores[0];
            scores[0] += Gap;
            steps[row * (columns + 1)] = Step.Remove;
            for (var column = 1; column <= columns; column++)
            {
                var above = scores[column];
                var (best, step) = (diagonal + (old[row - 1] == now[column - 1] ? Equal : Replaced), Step.Pair);
                (best, step) = above + Gap > best ? (above + Gap, Step.Remove) : (best, step);
                (best, step) = scores[column - 1] + Gap > best ? (scores[column - 1] + Gap, Step.Add) : (best, step);
                (scores[column], diagonal) = (best, above);
                steps[(row * (columns + 1)) + column] = step;
            }
        }

        var end = Array.IndexOf(scores, scores.Max());
        var changes = new ChangeList(earlier, present);
        var (at, same) = (end, 0);
        for (var row = rows; row > 0;)
        {
            var step = steps[(row * (columns + 1)) + at];
            row -= step == Step.Add ? 0 : 1;
            at -= step == Step.Remove ? 0 : 1;
            switch (step)
            {
                case Step.Pair when old[row] == now[at]:
                    same++;
                    changes.Add(ChangeKind.Same, within.First + at);
                    break;
                case Step.Pair:
                    changes.Replace(was.First + row, within.First + at);
                    break;
                case Step.Remove:
                    changes.Add(ChangeKind.Removed, was.First + row);
                    break;
                default:
                    changes.Add(ChangeKind.Added, within.First + at);
                    break;
            }
        }

        return same == 0 || at == end ? null : new(new(within.First + at, within.First + end - 1), same, changes.InOrder());
    }

    private static int[] Numbered(SpokenWords words, WordWindow window, Dictionary<string, int> names)
    {
        var numbered = new int[window.Count];
        for (var at = 0; at < numbered.Length; at++)
        {
            var word = words.FoldedWord(window.First + at);
            if (!names.TryGetValue(word, out numbered[at]))
            {
                names[word] = numbered[at] = names.Count;
            }
        }

        return numbered;
    }

    private enum Step : byte
    {
        Pair,
        Remove,
        Add,
    }

    /// <summary>Collects word changes from last to first and joins them into runs.</summary>
    private sealed class ChangeList(SpokenWords earlier, SpokenWords present)
    {
        private readonly List<(ChangeKind Kind, int Word)> words = [];

        public void Add(ChangeKind kind, int word) => words.Add((kind, word));

        public void Replace(int old, int now)
        {
            words.Add((ChangeKind.Added, now));
            words.Add((ChangeKind.Removed, old));
        }

        public List<WordChange> InOrder()
        {
            words.Reverse();
            var changes = new List<WordChange>();
            for (var at = 0; at < words.Count;)
            {
                // In a run of replaced words, removed words come before added ones.
                var run = words.Skip(at).TakeWhile(word => (word.Kind == ChangeKind.Same) == (words[at].Kind == ChangeKind.Same)).ToList();
                foreach (var kind in (ChangeKind[])[ChangeKind.Same, ChangeKind.Removed, ChangeKind.Added])
                {
                    var source = kind == ChangeKind.Removed ? earlier : present;
                    var said = run.Where(word => word.Kind == kind).Select(word => word.Word).ToList();
                    if (said.Count > 0)
                    {
                        changes.Add(new(kind, string.Join(' ', source.PassagesOf(new(said[0], said[^1])).Select(passage => passage.Text))));
                    }
                }

                at += run.Count;
            }

            return changes;
        }
    }
}
