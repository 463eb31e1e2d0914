namespace PodcastInsights.Web.Settings;

/// <summary>Finds the intended name for a misspelt one.</summary>
internal static class NearestName
{
    /// <summary>One typing error is allowed for this many letters.</summary>
    private const int LettersPerError = 3;

    /// <summary>
    /// The most similar name: letters inserted, dropped, changed or swapped, ignoring case; a missing section counts as one error. Null
    /// where none is similar.
    /// </summary>
    public static string? Of(string typed, IEnumerable<string> names)
    {
        var (nearest, fewest) = (default(string), Math.Max(2, typed.Length / LettersPerError) + 1);
        foreach (var name in names)
        {
            var slips = Slips(typed, name);
            if (name.LastIndexOf(':') is >= 0 and var colon && !typed.Contains(':', StringComparison.Ordinal))
            {
                slips = Math.Min(slips, Slips(typed, name[(colon + 1)..]) + 1);
            }

            if (slips < fewest)
            {
                (nearest, fewest) = (name, slips);
            }
        }

        return nearest;
    }

    /// <summary>The optimal string alignment distance (restricted Damerau-Levenshtein).</summary>
    private static int Slips(string typed, string name)
    {
        if (Math.Abs(typed.Length - name.Length) > typed.Length)
        {
            return int.MaxValue / 2;
        }

        var (before, last, row) = (new int[name.Length + 1], new int[name.Length + 1], new int[name.Length + 1]);
        for (var j = 0; j <= name.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= typed.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= name.Length; j++)
            {
                var another = Same(typed[i - 1], name[j - 1]) ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + another);
                if (i > 1 && j > 1 && Same(typed[i - 1], name[j - 2]) && Same(typed[i - 2], name[j - 1]))
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, last, row) = (last, row, before);
        }

        return last[name.Length];
    }

    private static bool Same(char a, char b) => char.ToUpperInvariant(a) == char.ToUpperInvariant(b);
}
