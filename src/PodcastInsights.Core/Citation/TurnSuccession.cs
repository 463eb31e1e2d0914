using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Citation;

/// <summary>
/// Compares the turns of an episode before and after an edit: finds which former turns must be remembered, and which present turn each
/// became. Turns with equal text or beginning, in order, are anchors; edits lie between them.
/// </summary>
public static class TurnSuccession
{
    /// <summary>How many turns beyond the anchors a turn's words may be: in the turn it was merged with, and one more.</summary>
    private const int Beyond = 2;

    /// <summary>Least similarity of a successor, from 0 (no common word) to 1 (equal). Unrelated turns of one conversation stay below 0.15.</summary>
    private const double Alike = 0.22;

    /// <summary>Largest number of pairs of turns compared in one edition; beyond it, turns have no successor.</summary>
    private const int MostPairs = 200_000;

    /// <summary>A turn of up to this many words may change completely and still be the successor, where it is alone between two anchors.</summary>
    private const int FewWords = 4;

    /// <returns>The former turns that no longer exist unchanged, in order.</returns>
    public static IReadOnlyList<RememberedTurn> Of(IReadOnlyList<Turn> earlier, IReadOnlyList<Turn> present)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(present);
        var stayed = Stayed(earlier, present);
        var unchanged = Enumerable.Range(0, earlier.Count)
            .Where(at => stayed[at] is { } same && TextOf(earlier[at]) == TextOf(present[same]))
            .Select(at => stayed[at]!.Value)
            .ToHashSet();
        var places = present.Select((turn, index) => (turn.Id.Hash, index)).ToLookup(turn => turn.Hash, turn => turn.index);
        TurnSimilarity? similarity = null;
        var pairs = 0;
        var remembered = new List<RememberedTurn>();
        var (before, after) = (-1, present.Count);
        var (firstGone, lastGone) = (0, -1);
        for (var at = 0; at < earlier.Count; at++)
        {
            var turn = earlier[at];
            if (stayed[at] is { } same)
            {
                before = same;
            }

            if (stayed[at] is null && at > lastGone)
            {
                (firstGone, lastGone) = (at, at);
                while (lastGone + 1 < earlier.Count && stayed[lastGone + 1] is null)
                {
                    lastGone++;
                }

                after = lastGone + 1 < earlier.Count ? stayed[lastGone + 1]!.Value : present.Count;
            }

            if (stayed[at] is { } successor)
            {
                // Links find it, unless an equal turn was added or removed. If its later words changed, they are remembered.
                if (turn.Id.Hash != present[successor].Id.Hash || !SameWords(turn, present[successor]))
                {
                    remembered.Add(Remember(turn, present[successor]));
                }

                continue;
            }

            // The same text exists elsewhere, so nothing is lost.
            if (places[turn.Id.Hash].Any(index => SameWords(turn, present[index])))
            {
                continue;
            }

            similarity ??= new TurnSimilarity(earlier, present);
            remembered.Add(Remember(turn, Successor(at)));
        }

        return remembered;

        Turn? Successor(int at)
        {
            var (from, to) = (Math.Max(0, before - Beyond + 1), Math.Min(present.Count - 1, after + Beyond - 1));
            var alone = lastGone == firstGone && after - before == 2;
            var sameCount = lastGone - firstGone == after - before - 2;
            Turn? best = null;
            var most = 0.0;
            for (var candidate = from; candidate <= to && pairs < MostPairs; candidate++, pairs++)
            {
                // An unchanged turn did not absorb words of another.
                if (unchanged.Contains(candidate))
                {
                    continue;
                }

                var inPlace = sameCount && candidate - before - 1 == at - firstGone;
                var alike = similarity.Of(at, candidate);
                if (alike < Alike && !(inPlace && alone && similarity.EarlierWords(at) <= FewWords && IsFree(candidate)))
                {
                    continue;
                }

                // Among similar candidates, prefers the one at the same place and the one of the same speaker.
                var worth = alike + (inPlace ? 0.2 : 0) + (present[candidate].Speaker == earlier[at].Speaker ? 0.05 : 0) + 0.001;
                (best, most) = worth > most ? (present[candidate], worth) : (best, most);
            }

            return best;
        }

        bool IsFree(int candidate) => candidate > before && candidate < after && present[candidate].WordCount <= FewWords;
    }

    private static RememberedTurn Remember(Turn turn, Turn? successor) => new(turn.Id, turn.Speaker, TextOf(turn), successor?.Id);

    private static string TextOf(Turn turn) => string.Join('\n', turn.Paragraphs.Select(paragraph => paragraph.Plain.ReplaceLineEndings(" ")));

    private static bool SameWords(Turn left, Turn right)
    {
        if (ReferenceEquals(left, right) || left.Paragraphs.Select(p => p.Plain).SequenceEqual(right.Paragraphs.Select(p => p.Plain)))
        {
            return true;
        }

        var (one, other) = (SpokenWords.Of([left]), SpokenWords.Of([right]));
        return one.Count == other.Count
            && (one.Count == 0 || one.FoldedOf(new(0, one.Count - 1)).SequenceEqual(other.FoldedOf(new(0, other.Count - 1))));
    }

    /// <summary>
    /// The present index of each former turn that stayed: the longest common subsequence of turns whose key is unique in both versions,
    /// extended to adjacent equal turns.
    /// </summary>
    private static int?[] Stayed(IReadOnlyList<Turn> earlier, IReadOnlyList<Turn> present)
    {
        var (was, now) = Keys(earlier, present);
        var stayed = new int?[earlier.Count];
        var once = Once(now);
        var anchors = LongestRising(
            [.. Once(was).Where(turn => once.ContainsKey(turn.Key)).Select(turn => (At: turn.Value, To: once[turn.Key])).OrderBy(pair => pair.At)]);
        foreach (var (at, to) in anchors)
        {
            stayed[at] = to;
        }

        // Repeated turns ("Yeah.") are matched next to a neighbour that stayed.
        var taken = anchors.Select(anchor => anchor.To).ToHashSet();
        Follow(Enumerable.Range(0, earlier.Count), 0, 1);
        Follow(Enumerable.Range(0, earlier.Count).Reverse(), present.Count - 1, -1);
        return stayed;

        void Follow(IEnumerable<int> order, int start, int step)
        {
            int? next = start;
            foreach (var at in order)
            {
                if (stayed[at] is null && next is { } to && to >= 0 && to < present.Count
                    && was[at] == now[to] && taken.Add(to))
                {
                    stayed[at] = to;
                }

                next = stayed[at] + step;
            }
        }
    }

    /// <summary>Keys of turns: the whole text where both versions have it; else the beginning.</summary>
    private static (string[] Was, string[] Now) Keys(IReadOnlyList<Turn> earlier, IReadOnlyList<Turn> present)
    {
        var (was, now) = (earlier.Select(TextOf).ToList(), present.Select(TextOf).ToList());
        var both = was.Intersect(now).ToHashSet();
        return ([.. was.Select(Key)], [.. now.Select(Key)]);

        // The id cannot be the key: its hash changes when an equal turn is added or removed.
        string Key(string text) => both.Contains(text) ? $"says {text}" : $"begins {TurnId.Of(1, text).Hash}";
    }

    private static Dictionary<string, int> Once(string[] keys) => keys
        .Select((key, index) => (Key: key, index))
        .GroupBy(turn => turn.Key)
        .Where(group => !group.Skip(1).Any())
        .ToDictionary(group => group.Key, group => group.First().index);

    /// <summary>The longest increasing subsequence, by the second number, of pairs sorted by the first.</summary>
    private static List<(int At, int To)> LongestRising(IReadOnlyList<(int At, int To)> pairs)
    {
        var ends = new List<int>();
        var previous = new int[pairs.Count];
        for (var index = 0; index < pairs.Count; index++)
        {
            var (low, high) = (0, ends.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = pairs[ends[middle]].To < pairs[index].To ? (middle + 1, high) : (low, middle);
            }

            previous[index] = low > 0 ? ends[low - 1] : -1;
            if (low == ends.Count)
            {
                ends.Add(index);
            }
            else
            {
                ends[low] = index;
            }
        }

        var rising = new List<(int At, int To)>();
        for (var index = ends.Count > 0 ? ends[^1] : -1; index >= 0; index = previous[index])
        {
            rising.Add(pairs[index]);
        }

        return rising;
    }
}
