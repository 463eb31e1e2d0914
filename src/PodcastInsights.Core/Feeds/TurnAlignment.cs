namespace PodcastInsights.Core.Feeds;

/// <summary>Which turn of an episode was which before an edit.</summary>
internal static class TurnAlignment
{
    /// <param name="before">The turns as they were.</param>
    /// <param name="now">The words of the turns as they are.</param>
    /// <returns>For each turn the index of the one that it was; -1 where it is new. No two were the same.</returns>
    public static int[] Of(IReadOnlyList<TurnStamp> before, IReadOnlyList<ulong> now)
    {
        var heirs = new int[now.Count];
        Array.Fill(heirs, -1);

        // What is the same from both ends is most of it, and tells turns apart that say the same.
        var (first, end, oldEnd) = (0, now.Count, before.Count);
        for (; first < end && first < oldEnd && before[first].Words == now[first]; first++)
        {
            heirs[first] = first;
        }

        for (; end > first && oldEnd > first && before[oldEnd - 1].Words == now[end - 1];)
        {
            heirs[--end] = --oldEnd;
        }

        // Between them each goes by its words, the first of those that say the same first.
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

    /// <summary>As many changed turns between two that are known as there were before are these, in their order.</summary>
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
