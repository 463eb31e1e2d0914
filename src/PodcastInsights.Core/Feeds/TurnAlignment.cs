namespace PodcastInsights.Core.Feeds;

/// <summary>Matches the turns of an episode after an edit with those before it.</summary>
internal static class TurnAlignment
{
    /// <param name="before">Turns before the edit.</param>
    /// <param name="now">Hashes of the turns after it.</param>
    /// <returns>For each turn the index of its earlier version, or -1 for a new turn. No index occurs twice.</returns>
    public static int[] Of(IReadOnlyList<TurnStamp> before, IReadOnlyList<ulong> now)
    {
        var earlier = new int[now.Count];
        Array.Fill(earlier, -1);

        // Equal turns from both ends first. This also tells turns apart that say the same.
        var (first, end, oldEnd) = (0, now.Count, before.Count);
        for (; first < end && first < oldEnd && before[first].Words == now[first]; first++)
        {
            earlier[first] = first;
        }

        for (; end > first && oldEnd > first && before[oldEnd - 1].Words == now[end - 1];)
        {
            earlier[--end] = --oldEnd;
        }

        // Between them, turns with equal words, in order.
        var byWords = Enumerable.Range(first, oldEnd - first)
            .GroupBy(old => before[old].Words)
            .ToDictionary(turns => turns.Key, turns => new Queue<int>(turns));
        for (var turn = first; turn < end; turn++)
        {
            if (byWords.TryGetValue(now[turn], out var old) && old.Count > 0)
            {
                earlier[turn] = old.Dequeue();
            }
        }

        TakeBetween(earlier, before.Count);
        return earlier;
    }

    /// <summary>Matches a run of changed turns where as many turns stood between the same two neighbours before.</summary>
    private static void TakeBetween(int[] earlier, int count)
    {
        var taken = earlier.Where(static old => old >= 0).ToHashSet();
        for (var start = 0; start < earlier.Length; start++)
        {
            if (earlier[start] >= 0)
            {
                continue;
            }

            var end = start;
            while (end < earlier.Length && earlier[end] < 0)
            {
                end++;
            }

            var (after, until) = (start == 0 ? -1 : earlier[start - 1], end == earlier.Length ? count : earlier[end]);
            if (until - after - 1 == end - start && !Enumerable.Range(after + 1, end - start).Any(taken.Contains))
            {
                for (var turn = start; turn < end; turn++)
                {
                    earlier[turn] = after + 1 + turn - start;
                }
            }

            start = end;
        }
    }
}
