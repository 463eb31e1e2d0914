using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Citation;

/// <summary>
/// What became of the turns of an episode when its file was edited: which of them must be remembered, and which present turn each went
/// to. Turns that say or begin the same, in order, hold both versions together; what an edit changed lies between two of them.
/// </summary>
public static class TurnSuccession
{
    /// <summary>How far beyond what lies between a turn's words may have gone: to the turn they were joined with, and one more.</summary>
    private const int Beyond = 2;

    /// <summary>
    /// The least likeness of an heir: from 0 (no word) to 1 (the same turn). Random turns of one conversation stay below 0.15, as words that
    /// many turns have count little.
    /// </summary>
    private const double Alike = 0.22;

    /// <summary>Pairs of turns that are compared at most in one edition; beyond, turns have no heir.</summary>
    private const int MostPairs = 200_000;

    /// <summary>A turn of no more words can be another in every word and yet its heir, where it stands alone between turns that stayed.</summary>
    private const int FewWords = 4;

    /// <returns>The earlier turns that are not there any more as they were, in their order.</returns>
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
        TurnLikeness? likeness = null;
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

            if (stayed[at] is { } heir)
            {
                // A link finds it, unless a double of it came or went. Where it says something else further on, that is remembered.
                if (turn.Id.Hash != present[heir].Id.Hash || !SameWords(turn, present[heir]))
                {
                    remembered.Add(Remember(turn, present[heir]));
                }

                continue;
            }

            // Said elsewhere word for word, it is nothing lost.
            if (places[turn.Id.Hash].Any(index => SameWords(turn, present[index])))
            {
                continue;
            }

            likeness ??= new TurnLikeness(earlier, present);
            remembered.Add(Remember(turn, Heir(at)));
        }

        return remembered;

        Turn? Heir(int at)
        {
            var (from, to) = (Math.Max(0, before - Beyond + 1), Math.Min(present.Count - 1, after + Beyond - 1));
            var alone = lastGone == firstGone && after - before == 2;
            var sameCount = lastGone - firstGone == after - before - 2;
            Turn? best = null;
            var most = 0.0;
            for (var candidate = from; candidate <= to && pairs < MostPairs; candidate++, pairs++)
            {
                // A turn that another one is still, word for word, has taken nothing in.
                if (unchanged.Contains(candidate))
                {
                    continue;
                }

                var inPlace = sameCount && candidate - before - 1 == at - firstGone;
                var alike = likeness.Of(at, candidate);
                if (alike < Alike && !(inPlace && alone && likeness.EarlierWords(at) <= FewWords && IsFree(candidate)))
                {
                    continue;
                }

                // Of turns about as much alike, the one that stands where the earlier one stood, and the one of the same speaker.
                var worth = alike + (inPlace ? 0.2 : 0) + (present[candidate].Speaker == earlier[at].Speaker ? 0.05 : 0) + 0.001;
                (best, most) = worth > most ? (present[candidate], worth) : (best, most);
            }

            return best;
        }

        bool IsFree(int candidate) => candidate > before && candidate < after && present[candidate].WordCount <= FewWords;
    }

    private static RememberedTurn Remember(Turn turn, Turn? heir) => new(turn.Id, turn.Speaker, TextOf(turn), heir?.Id);

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
    /// The present index of each earlier turn that stayed: the longest run, in the order of both, of turns whose key occurs once in each;
    /// between them those that follow or precede without a gap.
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

        // Turns that are said several times ("Yeah.") belong to the neighbour that stayed.
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

    /// <summary>What a turn says, where both versions have a turn that says it; else how it begins.</summary>
    private static (string[] Was, string[] Now) Keys(IReadOnlyList<Turn> earlier, IReadOnlyList<Turn> present)
    {
        var (was, now) = (earlier.Select(TextOf).ToList(), present.Select(TextOf).ToList());
        var both = was.Intersect(now).ToHashSet();
        return ([.. was.Select(Key)], [.. now.Select(Key)]);

        // A turn's id is no key: its hash changes when a double of the turn comes or goes.
        string Key(string text) => both.Contains(text) ? $"says {text}" : $"begins {TurnId.Of(1, text).Hash}";
    }

    private static Dictionary<string, int> Once(string[] keys) => keys
        .Select((key, index) => (Key: key, index))
        .GroupBy(turn => turn.Key)
        .Where(group => !group.Skip(1).Any())
        .ToDictionary(group => group.Key, group => group.First().index);

    /// <summary>The longest part of the pairs, which are in the order of the first number, in which the second rises too.</summary>
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
