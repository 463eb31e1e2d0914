namespace PodcastInsights.Core.Feeds;

/// <summary>Matches the turns of an episode after an edit with those before it.</summary>
internal static class TurnAlignment
{
    /// <param name="before">Turns before the edit.</param>
    /// <param name="now">Hashes of the turns after it.</param>
    /// <returns>For each turn the index of its earlier version, or -1 for a new turn. No index occurs twice.</returns>
    public static int[] Of(IReadOnlyList<TurnStamp> before, IReadOnlyList<ulong> now)
    {
        var heirs = new int[now.Count];
        Array.Fill(heirs, -1);

        // Equal turns from both ends first. This also tells turns apart that say the same.
        var (first, end, oldEnd) = (0, now.Count, before.Count);
        for (; first < end && first < oldEnd && before[first].Words == now[first]; first++)
        {
            heirs[first] = first;
        }

        for (; end > first && oldEnd > first && before[oldEnd - 1].Words == now[end - 1];)
        {
            heirs[--end] = --oldEnd;
        }

        // Between them, turns with equal words, in order.
        var byWords = Enumerable.Range(first, oldEnd - first)
            .GroupBy(old => before[old].Words)
            .ToDictionary(turns => turns.Key, turns => new Queue<int>(turns));
        for (var turn = first; turn < end; turn++)
        {
            if (byWords.TryGetValue(now[turn], out var old) && old.Count > 0)
            {
                heirs[turn] = old.Dequeue();
            }
        }

        TakeBetween(heirs, before.Count);
        return heirs;
    }

    /// <summary>Matches a run of changed turns where as many turns stood between the same two neighbours before.</summary>
    private static void TakeBetween(int[] heirs, int count)
    {
        var taken = heirs.Where(static old => old >= 0).ToHashSet();
        for (var start = 0; start < heirs.Length; start++)
        {
            if (heirs[start] >= 0)
            {
                continue;
            }

            var end = start;
            while (end < heirs.Length && heirs[end] < 0)
            {
                end++;
            }

            var (after, until) = (start == 0 ? -1 : heirs[start - 1], end == heirs.Length ? count : heirs[end]);
            if (until - after - 1 == end - start && !Enumerable.Range(after + 1, end - start).Any(taken.Contains))
            {
                for (var turn = start; turn < end; turn++)
                {
                    heirs[turn] = after + 1 + turn - start;
                }
            }

            start = end;
        }
    }
}
